import { REMINDER_KINDS } from '@gs/domain/notifications'
import { Card, Table } from '@gs/ui'
import { getLocale, getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'

/** How many reminders of each kind are owed now. With many people it comes after the rest of the page. */
export async function OwedCard() {
  const api = await serverCaller()
  const [{ counts, total, people }, locale, t] = await Promise.all([
    load(api.reminders.owed()),
    getLocale(),
    getTranslations('reminders'),
  ])
  return (
    <Card flush title={t('today')} description={t('todayText', { total, people })}>
      <Table
        caption={t('today')}
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
