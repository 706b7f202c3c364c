import { Card, Table } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { Line } from './types.ts'

/** The entries of the ledger that the rules read, and what of each counts. */
export function LinesTable({ lines, unit }: { readonly lines: readonly Line[]; readonly unit: string }) {
  const t = useTranslations('explanation.lines')
  const locale = useLocale()
  const amount = (value: number): string => formatThousandths(locale, value)
  const day = (text: string | null): string => (text === null ? '–' : formatCivilDay(locale, text))
  return (
    <Card title={t('title')} description={t('text', { unit })} flush>
      <Table
        caption={t('title')}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<p className="px-5 pb-5 text-muted">{t('none')}</p>}
        columns={[
          { key: 'seq', header: t('seq'), cell: ({ seq }) => (seq === null ? t('card') : seq), nowrap: true },
          { key: 'title', header: t('activity'), title: true, cell: ({ title }) => title },
          { key: 'completed', header: t('completed'), nowrap: true, cell: ({ completedOn }) => day(completedOn) },
          { key: 'approved', header: t('approved'), nowrap: true, cell: ({ approvedOn }) => day(approvedOn) },
          { key: 'known', header: t('known'), nowrap: true, cell: ({ knownOn }) => day(knownOn) },
          {
            key: 'credited',
            header: t('credited'),
            align: 'end',
            numeric: true,
            cell: ({ credited }) => amount(credited),
          },
          {
            key: 'counted',
            header: t('counted'),
            align: 'end',
            numeric: true,
            cell: ({ counted, serves }) =>
              serves.length === 0 || (serves.length === 1 && serves[0] === 'total')
                ? amount(counted)
                : t('serves', { amount: amount(counted), what: serves.join(', ') }),
          },
          {
            key: 'note',
            header: t('note'),
            cell: (line) =>
              line.reversedOn !== null
                ? t('reversed', { day: day(line.reversedOn) })
                : line.rejected !== null
                  ? t('rejected')
                  : line.counted < line.credited
                    ? t('idle', { amount: amount(line.credited - line.counted) })
                    : '',
          },
        ]}
      />
    </Card>
  )
}
