import type { SortKey } from '@gs/domain/compliance'
import { Badge, Card, EmptyState, Table, type TableColumn } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { ListChecks } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { amountText } from '../standing/amount.ts'
import { MissingList } from '../standing/MissingList.tsx'
import { StandingBadge } from '../standing/StandingBadge.tsx'
import { type ComplianceQuery, listAddress } from './query.ts'

export interface StandingRow {
  readonly holdingId: string
  readonly personId: string
  readonly personName: string
  readonly unitName: string | null
  readonly credentialCode: string
  readonly source: 'confirmed' | 'declared'
  readonly status: string
  readonly required: number | null
  readonly counted: number | null
  readonly missing: readonly string[]
  readonly expiresOn: string | null
}

export interface StandingsTableProps {
  readonly rows: readonly StandingRow[]
  readonly query: ComplianceQuery
  readonly sort: { readonly by: SortKey; readonly direction: 'asc' | 'desc' }
}

/** Holdings with their standing; each row leads to the person and the reason. */
export function StandingsTable({ rows, query, sort }: StandingsTableProps) {
  const t = useTranslations('compliance.list')
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        columns={useColumns(query, sort)}
        rows={rows}
        rowKey={({ holdingId }) => holdingId}
        rowHref={({ personId, holdingId }) => `/people/${personId}#${holdingId}`}
        linkAs={Link}
        stickyHeader
        empty={
          <EmptyState icon={<ListChecks />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Card>
  )
}

function useColumns(query: ComplianceQuery, sort: StandingsTableProps['sort']): TableColumn<StandingRow>[] {
  const t = useTranslations('compliance.list')
  const figures = useTranslations('standing.figures')
  const locale = useLocale()
  const sortBy = (by: SortKey) => {
    const active = sort.by === by ? sort.direction : undefined
    return {
      direction: active,
      href: listAddress({ query, sort: { by, direction: active === 'asc' ? 'desc' : 'asc' } }),
    }
  }
  return [
    { key: 'name', header: t('person'), title: true, cell: (row) => row.personName, sort: sortBy('name') },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <StandingBadge status={row.status} />,
      phone: 'corner',
      sort: sortBy('status'),
    },
    {
      key: 'credential',
      header: t('credential'),
      nowrap: true,
      cell: (row) =>
        row.source === 'declared' ? (
          <span className="inline-flex flex-wrap items-center gap-2">
            {row.credentialCode} <Badge tone="neutral">{t('declared')}</Badge>
          </span>
        ) : (
          row.credentialCode
        ),
      sort: sortBy('credential'),
    },
    { key: 'unit', header: t('unit'), cell: (row) => row.unitName ?? '–' },
    {
      key: 'counted',
      header: t('counted'),
      align: 'end',
      numeric: true,
      nowrap: true,
      cell: (row) =>
        row.required === null
          ? figures('noTotal')
          : t('of', { counted: amountText(locale, row.counted ?? 0), required: amountText(locale, row.required) }),
      sort: sortBy('needed'),
    },
    { key: 'missing', header: t('missing'), cell: (row) => <MissingList codes={row.missing} /> },
    {
      key: 'expires',
      header: t('expires'),
      align: 'end',
      nowrap: true,
      cell: (row) => (row.expiresOn === null ? figures('never') : formatCivilDay(locale, row.expiresOn)),
      sort: sortBy('expires'),
    },
  ]
}
