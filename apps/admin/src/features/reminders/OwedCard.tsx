import { REMINDER_KINDS, type ReminderKind } from '@gs/domain/notifications'
import { Card, Table } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'

export interface OwedCardProps {
  /** What the job counted last; null: it has not run yet. */
  readonly owed: {
    readonly countedAt: string
    readonly counts: Readonly<Record<ReminderKind, number>>
    readonly total: number
    readonly people: number
  } | null
  /** Of whoever reads. */
  readonly timeZone: string
}

/** How many reminders of each kind were still owed after the last run of the job, and when that was. */
export function OwedCard({ owed, timeZone }: OwedCardProps) {
  const locale = useLocale()
  const t = useTranslations('reminders')
  if (!owed)
    return (
      <Card title={t('owed')}>
        <p className="max-w-prose text-muted">{t('uncounted')}</p>
      </Card>
    )
  const { total, people, counts, countedAt } = owed
  return (
    <Card
      flush
      title={t('owed')}
      description={
        <>
          {t('owedText', { total, people })}{' '}
          <time dateTime={countedAt}>{t('counted', { when: formatInstant(locale, countedAt, timeZone) })}</time>
        </>
      }
    >
      <Table
        caption={t('owed')}
        rows={REMINDER_KINDS.map((kind) => ({ kind, count: counts[kind] }))}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', header: t('kind'), title: true, cell: ({ kind }) => t(`kinds.${kind}`) },
          {
            key: 'count',
            header: t('count'),
            numeric: true,
            align: 'end',
            phone: 'corner',
            cell: ({ count }) => new Intl.NumberFormat(locale).format(count),
          },
        ]}
      />
    </Card>
  )
}
