import { Card } from '@gs/ui'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { CredentialFrame } from './CredentialFrame.tsx'
import { credentialAddress } from './credential-address.ts'
import { languageOf } from './language.ts'
import type { CredentialListed } from './types.ts'

/** Every credential whose rules are published here, by body. */
export async function CredentialList({ credentials }: { readonly credentials: readonly CredentialListed[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('credentials')])
  const language = languageOf(locale)
  const bodies = Map.groupBy(credentials, ({ body }) => body.short)
  return (
    <CredentialFrame title={t('title')} description={t('intro')}>
      {credentials.length === 0 ? <Card>{t('none')}</Card> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {[...bodies].map(([short, listed]) => (
          <Card key={short} title={short} description={listed[0]?.body.name[language]}>
            <ul className="grid">
              {listed.map(({ code, name }) => (
                <li key={code}>
                  <Link
                    href={credentialAddress(code)}
                    prefetch={false}
                    className="inline-flex min-h-9 items-center text-accent-ink underline underline-offset-3"
                  >
                    {name[language]} ({code})
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
      <p className="text-muted text-sm">{t('disclaimer')}</p>
    </CredentialFrame>
  )
}
