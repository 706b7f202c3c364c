import { Badge, EmptyState, Table, type TableColumn } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { ReceiptText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { signedAmount } from '../standing/amount.ts'

export interface LedgerRow {
  readonly id: string
  readonly seq: number
  readonly personId: string
  readonly personName: string
  readonly kind: 'award' | 'reversal'
  readonly activity: string
  readonly completedOn: string
  readonly knownOn: string
  readonly actorName: string | null
  readonly reason: string | null
  readonly reversedBy: string | null
  readonly hash: string
  readonly credits: readonly {
    readonly packId: string
    readonly credential: string
    readonly category: string
    readonly amount: number
  }[]
}

export interface LedgerTableProps {
  readonly rows: readonly LedgerRow[]
  /** With whose entry it is, where there are several people's. */
  readonly withPerson: boolean
  /** What may be done with an entry. */
  readonly actions?: ((row: LedgerRow) => ReactNode) | undefined
}

/** Entries of ledgers: what was credited or taken back, for what, by whom and why. Nothing here can be edited. */
export function LedgerTable({ rows, withPerson, actions }: LedgerTableProps) {
  const t = useTranslations('trail.ledger')
  return (
    <Table
      caption={t('caption')}
      columns={useColumns(withPerson, actions)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={<ReceiptText />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  )
}

function useColumns(withPerson: boolean, actions: LedgerTableProps['actions']): TableColumn<LedgerRow>[] {
  const t = useTranslations('trail.ledger')
  const locale = useLocale()
  const day = (text: string) => formatCivilDay(locale, text)
  const person: TableColumn<LedgerRow> = {
    key: 'person',
    header: t('person'),
    cell: (row) => (
      <a className="text-accent-ink underline-offset-3 hover:underline" href={`/people/${row.personId}?show=ledger`}>
        {row.personName}
      </a>
    ),
  }
  const does: TableColumn<LedgerRow> = {
    key: 'actions',
    header: t('actions'),
    hideHeader: true,
    align: 'end',
    phone: 'plain',
    cell: (row) => actions?.(row) ?? null,
  }
  return [
    { key: 'activity', header: t('activity'), title: true, cell: (row) => <What row={row} /> },
    ...(withPerson ? [person] : []),
    { key: 'completed', header: t('completed'), nowrap: true, cell: (row) => day(row.completedOn) },
    { key: 'known', header: t('known'), nowrap: true, cell: (row) => day(row.knownOn) },
    { key: 'credits', header: t('credits'), align: 'end', numeric: true, cell: (row) => <Credits of={row.credits} /> },
    {
      key: 'by',
      header: t('by'),
      cell: (row) => (
        <span className="block max-w-64">
          {row.actorName ?? t('itself')}
          {row.reason && <span className="block break-words text-muted">{row.reason}</span>}
        </span>
      ),
    },
    {
      key: 'hash',
      header: t('hash'),
      nowrap: true,
      cell: (row) => (
        <span className="text-muted">
          {row.seq} · <code className="text-xs">{row.hash}</code>
        </span>
      ),
    },
    ...(actions ? [does] : []),
  ]
}

function What({ row }: { readonly row: LedgerRow }) {
  const t = useTranslations('trail.ledger')
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="break-words">{row.activity}</span>
      {row.kind === 'reversal' && <Badge tone="out">{t('reversal')}</Badge>}
      {row.reversedBy !== null && <Badge tone="neutral">{t('reversed')}</Badge>}
    </span>
  )
}

function Credits({ of }: { readonly of: LedgerRow['credits'] }) {
  const locale = useLocale()
  return (
    <span className="grid gap-0.5">
      {of.map(({ packId, credential, category, amount }) => (
        <span key={`${packId} ${category}`}>
          <span className="text-muted">
            {credential}
            {category && ` · ${category}`}
          </span>{' '}
          <span className="whitespace-nowrap font-medium">{signedAmount(locale, amount)}</span>
        </span>
      ))}
    </span>
  )
}
