import { buttonClass, Card, EmptyState, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { CircleGauge } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { HoldingCard } from './HoldingCard.tsx'
import { HoldingTimeline } from './HoldingTimeline.tsx'
import { Specializations } from './Specializations.tsx'
import type { StandingPage } from './types.ts'

/** How one stands: what must be renewed first, then its cycles, then what is permanent. */
export async function StandingView({ page }: { page: StandingPage }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('standings')])
  const permanent = page.holdings.filter((holding) => holding.status === 'permanent')
  const renewable = page.holdings
    .filter((holding) => holding.status !== 'permanent')
    .toSorted((a, b) => (a.expiresOn ?? '9').localeCompare(b.expiresOn ?? '9'))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('asOf', { day: formatCivilDay(locale, page.today, 'long') })}
        actions={
          <Link href="/holdings" prefetch={false} className={buttonClass({ variant: 'secondary' })}>
            {t('manage')}
          </Link>
        }
      />
      <div className="space-y-6">
        {page.holdings.length === 0 ? (
          <Card>
            <EmptyState icon={<CircleGauge />} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          </Card>
        ) : null}
        {renewable.map((holding) => (
          <HoldingCard key={holding.holdingId} holding={holding} today={holding.today} />
        ))}
        <HoldingTimeline page={page} />
        {permanent.length > 0 ? <Specializations holdings={permanent} /> : null}
      </div>
    </>
  )
}
