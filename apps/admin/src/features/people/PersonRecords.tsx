import { Card, EmptyState, StatusBadge, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { FileBadge } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { RecordActions } from './RecordActions.tsx'

export interface RecordRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly kind: 'certification' | 'specialization' | 'course'
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly state: 'valid' | 'expired' | 'revoked' | 'superseded'
  readonly superseded: boolean
}

export interface PersonRecordsProps {
  readonly rows: readonly RecordRow[]
  /** May revoke and reissue: never the own ones. */
  readonly mayChange: boolean
  readonly presentName: string
}

/** What was issued to a person. */
export function PersonRecords({ rows, mayChange, presentName }: PersonRecordsProps) {
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
            cell: (record) => <StatusBadge tone={TONES[record.state]}>{t(`states.${record.state}`)}</StatusBadge>,
          },
          { key: 'kind', header: t('kind'), cell: (record) => t(`kinds.${record.kind}`) },
          { key: 'number', header: t('number'), cell: (record) => <code>{record.number}</code> },
          { key: 'issued', header: t('issued'), cell: (record) => formatCivilDay(locale, record.issuedOn) },
          {
            key: 'expires',
            header: t('expires'),
            cell: (record) => (record.expiresOn === null ? t('never') : formatCivilDay(locale, record.expiresOn)),
          },
          ...(mayChange
            ? [
                {
                  key: 'actions',
                  header: t('actions'),
                  hideHeader: true,
                  cell: (record: RecordRow) => (
                    <RecordActions
                      record={record}
                      mayRevoke={record.state !== 'revoked'}
                      mayReissue={!record.superseded}
                      presentName={presentName}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

const TONES = { valid: 'good', expired: 'soon', superseded: 'out', revoked: 'out' } as const
