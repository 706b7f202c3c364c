import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import { Badge, Card, EmptyState, Table, type TableColumn } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { ClipboardCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useCardName } from '../standing/use-card-name.ts'
import { SubmissionStatusBadge } from './SubmissionStatusBadge.tsx'

export interface SubmissionRow {
  readonly id: string
  readonly personName?: string | undefined
  readonly unitName?: string | undefined
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly filedOn: string
  readonly own?: boolean | undefined
}

/** Things handed in; each row leads to its evidence and the rule. */
export function SubmissionsTable({
  rows,
  withPerson,
}: {
  readonly rows: readonly SubmissionRow[]
  readonly withPerson: boolean
}) {
  const t = useTranslations('reviews.table')
  const locale = useLocale()
  const name = useCardName()
  const person: TableColumn<SubmissionRow>[] = [
    {
      key: 'person',
      header: t('person'),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {row.personName} {row.own && <Badge tone="info">{t('own')}</Badge>}
        </span>
      ),
    },
    { key: 'unit', header: t('unit'), cell: (row) => row.unitName },
  ]
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/reviews/${id}`}
        stickyHeader
        empty={
          <EmptyState icon={<ClipboardCheck />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t('what'),
            title: true,
            cell: (row) => (row.kind === 'card' ? t('card', { type: name(row.title) }) : row.title),
          },
          {
            key: 'status',
            header: t('status'),
            phone: 'corner',
            cell: (row) => <SubmissionStatusBadge status={row.status} />,
          },
          { key: 'provider', header: t('provider'), cell: (row) => row.provider || '–' },
          ...(withPerson ? person : []),
          {
            key: 'completed',
            header: t('completed'),
            nowrap: true,
            cell: (row) => formatCivilDay(locale, row.completedOn),
          },
          { key: 'filed', header: t('filed'), nowrap: true, cell: (row) => formatCivilDay(locale, row.filedOn) },
        ]}
      />
    </Card>
  )
}
