import { Card, EmptyState, StatusBadge, Table } from '@gs/ui'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StandingBadge } from '../standing/StandingBadge.tsx'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly unitName: string
  readonly status: 'active' | 'suspended'
  readonly holdings: readonly { readonly credentialCode: string; readonly status: string }[]
}

export interface PeopleTableProps {
  readonly rows: readonly PersonRow[]
  /** Where a row leads. */
  readonly hrefOf: (person: PersonRow) => string
}

/** People with how their holdings stand. */
export function PeopleTable({ rows, hrefOf }: PeopleTableProps) {
  const t = useTranslations('people.table')
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={hrefOf}
        linkAs={Link}
        stickyHeader
        empty={
          <EmptyState icon={<Search />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: t('name'), title: true, cell: (person) => person.name },
          {
            key: 'account',
            header: t('account'),
            hideHeader: true,
            phone: 'corner',
            cell: (person) =>
              person.status === 'suspended' ? <StatusBadge tone="out">{t('suspended')}</StatusBadge> : null,
          },
          { key: 'email', header: t('email'), cell: (person) => <span className="break-all">{person.email}</span> },
          { key: 'unit', header: t('unit'), cell: (person) => person.unitName },
          { key: 'holdings', header: t('holdings'), cell: (person) => <Holdings of={person.holdings} /> },
        ]}
      />
    </Card>
  )
}

function Holdings({ of }: { readonly of: PersonRow['holdings'] }) {
  const t = useTranslations('people.table')
  if (of.length === 0) return <span className="text-muted">{t('none')}</span>
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 max-sm:justify-end">
      {of.map(({ credentialCode, status }) => (
        <span key={credentialCode} className="inline-flex items-center gap-1.5">
          {credentialCode} <StandingBadge status={status} />
        </span>
      ))}
    </span>
  )
}
