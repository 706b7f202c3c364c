import { packSheet } from '@gs/domain/rules'
import { Alert, Breadcrumbs, Card } from '@gs/ui'
import { RuleSheet, RuleSources } from '@gs/ui/blocks'
import { formatCivilDay } from '@gs/ui/locale'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { CredentialFrame } from './CredentialFrame.tsx'
import { credentialAddress } from './credential-address.ts'
import { languageOf } from './language.ts'
import type { CredentialPage } from './types.ts'

/** What it takes to keep a credential, sentence by sentence, with its sources and with what nobody could confirm. */
export async function CredentialView({ credential }: { readonly credential: CredentialPage }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('credentials')])
  const language = languageOf(locale)
  const sheet = packSheet(credential.words, language)
  const body = credential.body.name[language]
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  const { from, to } = credential.effective
  return (
    <CredentialFrame
      title={t('heading', { credential: credential.name[language] })}
      description={t('from', { body, code: credential.code })}
      breadcrumbs={
        <Breadcrumbs
          label={t('breadcrumbs')}
          linkAs={Link}
          items={[{ label: t('title'), href: '/credentials' }, { label: credential.code }]}
        />
      }
    >
      {credential.over && to !== null ? (
        <Alert tone="warning" title={t('over.title', { day: day(to) })}>
          {t('over.text', { body })}
        </Alert>
      ) : null}
      <RuleSheet
        sections={sheet.sections}
        labels={{
          basis: { rule: t('sheet.pack'), pack: t('sheet.pack'), silence: t('sheet.silence') },
          confidence: { medium: t('sheet.likely'), low: t('sheet.unsure') },
          demo: t('sheet.demo'),
          source: (number) => t('sheet.source', { number }),
        }}
      />
      <Doubts
        title={t('doubts.title')}
        intro={t('doubts.intro', { body })}
        lists={[
          { title: t('doubts.unverified'), texts: sheet.unverified },
          { title: t('doubts.assumptions'), texts: sheet.assumptions },
        ]}
      />
      <RuleSources title={t('sheet.sources')} sources={sheet.sources} asOf={(text) => t('sheet.asOf', { text })} />
      <Card title={t('about.title')}>
        <p>{t('about.text', { body })}</p>
        <p className="mt-2 text-muted">
          {to === null ? t('about.since', { from: day(from) }) : t('about.span', { from: day(from), to: day(to) })}{' '}
          {t('about.read', { day: day(credential.asOf), version: credential.version })}
        </p>
      </Card>
      {credential.sisters.length > 0 ? (
        <nav aria-label={t('sisters', { body: credential.body.short })} className="print:hidden">
          <Card title={t('sisters', { body: credential.body.short })}>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {credential.sisters.map((sister) => (
                <li key={sister.code}>
                  <Link
                    href={credentialAddress(sister.code)}
                    prefetch={false}
                    className="inline-flex min-h-9 items-center text-accent-ink underline underline-offset-3"
                  >
                    {sister.name[language]} ({sister.code})
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        </nav>
      ) : null}
    </CredentialFrame>
  )
}

interface DoubtsProps {
  readonly title: string
  readonly intro: string
  readonly lists: readonly { readonly title: string; readonly texts: readonly string[] }[]
}

function Doubts({ title, intro, lists }: DoubtsProps) {
  const told = lists.filter(({ texts }) => texts.length > 0)
  if (told.length === 0) return null
  return (
    <Card title={title} description={intro}>
      <div className="grid gap-4">
        {told.map((list) => (
          <section key={list.title}>
            <h3 className="font-medium">{list.title}</h3>
            <ul className="mt-1.5 list-disc space-y-1 ps-5">
              {list.texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
