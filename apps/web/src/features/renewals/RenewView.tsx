import { Card, EmptyState, PageHeader } from '@gs/ui'
import { RefreshCw } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { RenewableCard } from './RenewableCard.tsx'
import { RenewalHistory } from './RenewalHistory.tsx'
import type { OwnRenewals } from './types.ts'

/** What can be renewed, with its sums, and every application. */
export async function RenewView({ renewals }: { renewals: OwnRenewals }) {
  const t = await getTranslations('renewals')
  const open = renewals.history.filter((renewal) => renewal.status === 'applied')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-6">
        {renewals.holdings.length === 0 ? (
          <Card>
            <EmptyState icon={<RefreshCw />} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          </Card>
        ) : null}
        {renewals.holdings.map((holding) => (
          <RenewableCard
            key={holding.holdingId}
            holding={holding}
            open={open.find((renewal) => renewal.holdingId === holding.holdingId)}
          />
        ))}
        <RenewalHistory history={renewals.history} />
      </div>
    </>
  )
}
