import { Reasons } from '@gs/lobby/explanation'
import { Disclosure, Table } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { getTranslations } from 'next-intl/server'

import { wordingOf } from '../standings/wording.ts'
import type { Arithmetic } from './types.ts'

type Line = Arithmetic['lines'][number]

/** Which awards serve what, their sum, and the rules behind them. */
export async function ArithmeticTable({ arithmetic }: { arithmetic: Arithmetic }) {
  const [t, words] = await Promise.all([getTranslations('renewals.arithmetic'), wordingOf(arithmetic)])
  const { locale, unit } = words
  const amount = (thousandths: number | null): string => formatThousandths(locale, thousandths ?? 0)
  const day = (text: string): string => formatCivilDay(locale, text, 'medium')
  const serves = ({ requirement }: Line): string => {
    if (requirement === 'total' || requirement === 'carry') return t(`requirement.${requirement}`)
    return requirement.startsWith('second:')
      ? t('requirement.second', { code: requirement.slice('second:'.length) })
      : t('requirement.category', { code: requirement })
  }
  const { counted, required, asOf, knownAt } = arithmetic
  return (
    <>
      <div className="overflow-hidden rounded-xl border border-line">
        <Table
          dense
          caption={t('caption')}
          rows={arithmetic.lines.map((line, index) => ({ ...line, index }))}
          rowKey={(line) => String(line.index)}
          empty={<p className="p-4 text-muted text-sm">{t('none')}</p>}
          columns={[
            {
              key: 'what',
              header: t('what'),
              title: true,
              cell: (line) => (line.source.kind === 'card' ? words.card(line.title) : line.title),
            },
            { key: 'day', header: t('day'), nowrap: true, cell: (line) => day(line.completedOn) },
            { key: 'serves', header: t('serves'), cell: serves },
            {
              key: 'amount',
              header: t('amount'),
              align: 'end',
              numeric: true,
              phone: 'corner',
              cell: (line) => amount(line.amount),
            },
          ]}
        />
        <p className="border-line border-t bg-sunken px-5 py-2.5 text-end font-semibold text-sm tabular-nums">
          {t('total', { counted: amount(counted), required: amount(required), unit })}
        </p>
      </div>
      <Disclosure summary={t('why')} className="mt-2">
        <p className="text-muted text-sm">{t('asOf', { asOf: day(asOf), knownAt: day(knownAt) })}</p>
        <Reasons reasons={arithmetic.trace} unit={unit} />
      </Disclosure>
    </>
  )
}
