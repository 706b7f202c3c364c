import { Card, DescriptionList, Table } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '../standing/amount.ts'
import { useMissingWords } from '../standing/use-missing-words.ts'
import { WhyDialog } from '../standing/WhyDialog.tsx'
import type { Arithmetic } from './types.ts'

interface ArithmeticCardProps {
  readonly title: string
  readonly credential: string
  readonly arithmetic: Arithmetic
}

/** The sums of one day: what counts, what it spends, what would follow; and why. */
export function ArithmeticCard({ title, credential, arithmetic }: ArithmeticCardProps) {
  const t = useTranslations('renewals.detail')
  const locale = useLocale()
  const { cycle, nextCycle, missing } = arithmetic
  const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing.map(useMissingWords()))
  const day = (text: string): string => formatCivilDay(locale, text, 'medium')
  const unit = wordsIn(locale, arithmetic.unit.plural)
  const amount = (value: number | null): string => `${formatThousandths(locale, value ?? 0)} ${unit}`
  const range = (from: string, to: string): string => t('nextRange', { from: day(from), to: day(to) })
  return (
    <Card
      title={title}
      description={t('nowText', { asOf: day(arithmetic.asOf), knownAt: day(arithmetic.knownAt) })}
      actions={<WhyDialog credential={credential} unit={unit} trace={arithmetic.trace} />}
    >
      <p className="mb-3 font-semibold">{missing.length === 0 ? t('possible') : t('missing', { what })}</p>
      <DescriptionList
        look="grid"
        className="mb-5"
        items={[
          {
            term: t('counted'),
            detail: `${formatThousandths(locale, arithmetic.counted ?? 0)} / ${amount(arithmetic.required)}`,
          },
          { term: t('wasted'), detail: amount(arithmetic.wasted) },
          { term: t('cycle'), detail: cycle?.from ? range(cycle.from, cycle.to) : '–' },
          { term: t('next'), detail: nextCycle ? range(nextCycle.from, nextCycle.to) : '–' },
        ]}
      />
      <Lines arithmetic={arithmetic} />
      <p className="mt-3 text-muted text-sm">
        {t('pack')}: {t('packVersion', { pack: arithmetic.packId, version: arithmetic.packVersion })}
      </p>
    </Card>
  )
}

function Lines({ arithmetic }: { readonly arithmetic: Arithmetic }) {
  const t = useTranslations('renewals')
  const locale = useLocale()
  const serves = (requirement: string): string => {
    if (requirement === 'total' || requirement === 'carry') return t(`requirement.${requirement}`)
    return requirement.startsWith('second:')
      ? t('requirement.second', { code: requirement.slice('second:'.length) })
      : t('requirement.category', { code: requirement })
  }
  return (
    <div className="overflow-hidden rounded-xl border border-line">
      <Table
        dense
        caption={t('detail.lines')}
        rows={arithmetic.lines.map((line, index) => ({ ...line, index }))}
        rowKey={(line) => String(line.index)}
        empty={<p className="p-4 text-muted text-sm">{t('detail.none')}</p>}
        columns={[
          {
            key: 'what',
            header: t('detail.what'),
            title: true,
            cell: (line) => (line.source.kind === 'card' ? line.title.toUpperCase() : line.title),
          },
          {
            key: 'day',
            header: t('detail.day'),
            nowrap: true,
            cell: (line) => formatCivilDay(locale, line.completedOn, 'medium'),
          },
          { key: 'serves', header: t('detail.serves'), nowrap: true, cell: (line) => serves(line.requirement) },
          {
            key: 'amount',
            header: t('detail.amount'),
            align: 'end',
            numeric: true,
            phone: 'corner',
            cell: (line) => formatThousandths(locale, line.amount),
          },
        ]}
      />
    </div>
  )
}
