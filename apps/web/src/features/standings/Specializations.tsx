import { Card, StatusBadge } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { toneOf } from './status-tone.ts'
import type { HoldingView } from './types.ts'

/** What never expires: each with its record. */
export async function Specializations({ holdings }: { holdings: readonly HoldingView[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('standings')])
  return (
    <Card title={t('permanent.title')} description={t('permanent.description')}>
      <ul className="divide-y divide-line">
        {holdings.map((holding) => (
          <li key={holding.holdingId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-medium">{holding.credential.name[locale === 'es' ? 'es' : 'en']}</p>
              <p className="text-muted text-sm">
                {t('permanent.since', { day: formatCivilDay(locale, holding.issuedOn, 'long') })}
                {holding.record ? (
                  <>
                    {' · '}
                    <Link
                      href={`/records/${holding.record.id}`}
                      prefetch={false}
                      className="text-accent-ink underline underline-offset-3"
                    >
                      {t('permanent.record', { number: holding.record.number })}
                    </Link>
                  </>
                ) : null}
              </p>
            </div>
            <StatusBadge tone={toneOf(holding.status)}>{t(`status.${holding.status}`)}</StatusBadge>
          </li>
        ))}
      </ul>
    </Card>
  )
}
