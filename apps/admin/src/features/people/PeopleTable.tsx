import { Card, type CellContent, EmptyState, Table } from '@gs/ui'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toneOf } from '../standing/tone.ts'
import { useStatusWord } from '../standing/use-status-word.ts'

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
  const statusWord = useStatusWord()
  const holdingsOf = ({ holdings }: PersonRow): CellContent =>
    holdings.length === 0
      ? { words: t('none'), muted: true }
      : holdings.map(({ credentialCode, status }) => ({
          label: credentialCode,
          words: statusWord(status),
          tone: toneOf(status),
        }))
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={hrefOf}
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
            cell: (person) => (person.status === 'suspended' ? { words: t('suspended'), tone: 'out' } : null),
          },
          { key: 'email', header: t('email'), cell: (person) => person.email },
          { key: 'unit', header: t('unit'), cell: (person) => person.unitName },
          { key: 'holdings', header: t('holdings'), cell: (person) => holdingsOf(person) },
        ]}
      />
    </Card>
  )
}
