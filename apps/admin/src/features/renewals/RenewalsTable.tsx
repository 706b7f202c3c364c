import { Card, EmptyState, Table, type TableColumn } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { RefreshCw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '../standing/amount.ts'
import { RenewalStatus } from './RenewalStatus.tsx'
import type { RenewalListRow } from './types.ts'

interface RenewalsTableProps {
  readonly rows: readonly RenewalListRow[]
  readonly filter: 'waiting' | 'decided'
}

/** The queue: each row leads to its application. */
export function RenewalsTable({ rows, filter }: RenewalsTableProps) {
  const t = useTranslations('renewals')
  const locale = useLocale()
  const day = (text: string | null): string => (text === null ? '' : formatCivilDay(locale, text, 'medium'))
  const amount = (value: number | null): string => formatThousandths(locale, value ?? 0)
  const last: TableColumn<RenewalListRow>[] =
    filter === 'waiting'
      ? [{ key: 'waited', header: t('columns.waited'), numeric: true, cell: (row) => t('days', { n: row.waited }) }]
      : [
          { key: 'decided', header: t('columns.decided'), nowrap: true, cell: (row) => day(row.decidedOn) },
          {
            key: 'status',
            header: t('columns.status'),
            phone: 'corner',
            cell: (row) => <RenewalStatus status={row.status} />,
          },
        ]
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={(row) => row.renewalId}
        rowHref={(row) => `/renewals/${row.renewalId}`}
        stickyHeader
        empty={
          <EmptyState icon={<RefreshCw />} title={t(`empty.${filter}`)}>
            {t(`empty.${filter}Text`)}
          </EmptyState>
        }
        columns={[
          {
            key: 'person',
            header: t('columns.person'),
            title: true,
            cell: (row) => (
              <>
                {row.person.name}
                <span className="block font-normal text-muted text-sm">{row.person.unit}</span>
              </>
            ),
          },
          { key: 'credential', header: t('columns.credential'), cell: (row) => wordsIn(locale, row.credential.name) },
          {
            key: 'counted',
            header: t('columns.counted'),
            numeric: true,
            cell: (row) => t('of', { counted: amount(row.counted), required: amount(row.required) }),
          },
          { key: 'applied', header: t('columns.applied'), nowrap: true, cell: (row) => day(row.appliedOn) },
          { key: 'expires', header: t('columns.expires'), nowrap: true, cell: (row) => day(row.expiresOn) },
          ...last,
        ]}
      />
    </Card>
  )
}
