import { Card, EmptyState, StatusBadge, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { FileBadge } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

export interface RecordRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: 'certification' | 'specialization' | 'course'
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly state: 'valid' | 'revoked' | 'superseded'
}

/** What was issued to a person. */
export function PersonRecords({ rows }: { readonly rows: readonly RecordRow[] }) {
  const t = useTranslations('people.records')
  const locale = useLocale()
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<FileBadge />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'title', header: t('title'), title: true, cell: (record) => record.title },
          {
            key: 'state',
            header: t('state'),
            phone: 'corner',
            cell: (record) => (
              <StatusBadge tone={record.state === 'valid' ? 'good' : 'out'}>{t(`states.${record.state}`)}</StatusBadge>
            ),
          },
          { key: 'kind', header: t('kind'), cell: (record) => t(`kinds.${record.kind}`) },
          { key: 'number', header: t('number'), cell: (record) => <code>{record.number}</code> },
          { key: 'issued', header: t('issued'), cell: (record) => formatCivilDay(locale, record.issuedOn) },
          {
            key: 'expires',
            header: t('expires'),
            cell: (record) => (record.expiresOn === null ? t('never') : formatCivilDay(locale, record.expiresOn)),
          },
        ]}
      />
    </Card>
  )
}
