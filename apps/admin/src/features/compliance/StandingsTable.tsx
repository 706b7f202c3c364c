import type { SortKey } from '@gs/domain/compliance'
import { Card, EmptyState, Table, type TableColumn } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { ListChecks } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { amountText, wordsIn } from '../standing/amount.ts'
import { toneOf } from '../standing/tone.ts'
import { useMissingList } from '../standing/use-missing-list.ts'
import { useStatusWord } from '../standing/use-status-word.ts'
import type { ComplianceOptions } from './ComplianceFilters.tsx'
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
  /** What they are called. */
  readonly credentials: ComplianceOptions['credentials']
  readonly query: ComplianceQuery
  readonly sort: { readonly by: SortKey; readonly direction: 'asc' | 'desc' }
}

/** Holdings with their standing; each row leads to the person and the reason. */
export function StandingsTable({ rows, ...rest }: StandingsTableProps) {
  const t = useTranslations('compliance.list')
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        columns={useColumns(rest)}
        rows={rows}
        rowKey={({ holdingId }) => holdingId}
        rowHref={({ personId, holdingId }) => `/people/${personId}#${holdingId}`}
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

function useColumns({ credentials, query, sort }: Omit<StandingsTableProps, 'rows'>): TableColumn<StandingRow>[] {
  const t = useTranslations('compliance.list')
  const statusWord = useStatusWord()
  const missingText = useMissingList()
  const figures = useTranslations('standing.figures')
  const locale = useLocale()
  const names = new Map(credentials.map(({ code, name }) => [code, wordsIn(locale, name)]))
  // Put into words once, and not on each of fifty rows.
  const of = t('of', { counted: '{counted}', required: '{required}' })
  const countedOf = (counted: string, required: string) =>
    of.replace('{counted}', () => counted).replace('{required}', () => required)
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
      cell: (row) => ({ words: statusWord(row.status), tone: toneOf(row.status) }),
      phone: 'corner',
      sort: sortBy('status'),
    },
    {
      key: 'credential',
      header: t('credential'),
      width: '14rem',
      cell: ({ credentialCode: code, source }) => ({
        words: names.get(code) ?? code,
        ...(names.get(code) === code ? {} : { note: code }),
        ...(source === 'declared' ? { badge: t('declared') } : {}),
      }),
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
          : countedOf(amountText(locale, row.counted ?? 0), amountText(locale, row.required)),
      sort: sortBy('needed'),
    },
    {
      key: 'missing',
      header: t('missing'),
      cell: ({ missing }) => (missing.length > 0 ? missingText(missing) : { words: missingText(missing), muted: true }),
    },
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
