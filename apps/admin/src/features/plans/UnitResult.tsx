import { Card, EmptyState, StatFigure, Table } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { CircleCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMissingWords } from '../standing/use-missing-words.ts'
import type { UnitPlan } from './types.ts'

const CURRENCY = 'USD'

/** How many have a feasible plan, what the cheapest plans cost together, and who has none and why. */
export function UnitResult({ run, without }: UnitPlan) {
  const t = useTranslations('plans.units')
  const locale = useLocale()
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: CURRENCY, maximumFractionDigits: 0 })
  const missing = useMissingWords()
  const why = (person: UnitPlan['without']['rows'][number]): string =>
    person.unmet
      .map(({ credential, to, missing: codes }) =>
        t('why', {
          credential,
          day: formatCivilDay(locale, to),
          what: new Intl.ListFormat(locale).format(codes.map(missing)),
        }),
      )
      .join(' ')
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4" data-testid="unit-figures">
        <StatFigure
          label={t('feasible')}
          value={String(run.feasible)}
          tone="good"
          detail={t('ofPlanned', { planned: run.planned })}
        />
        <StatFigure
          label={t('infeasible')}
          value={String(run.infeasible)}
          tone={run.infeasible > 0 ? 'out' : 'neutral'}
          detail={t('nothing', { n: run.nothing })}
        />
        <StatFigure label={t('price')} value={money.format(run.price / 1000)} detail={t('priceText')} />
        <StatFigure
          label={t('hours')}
          value={formatThousandths(locale, run.hours)}
          detail={run.unproven === 0 ? t('allProven') : t('unproven', { n: run.unproven })}
        />
      </div>
      <Card flush title={t('without')}>
        <Table
          caption={t('without')}
          rows={without.rows}
          rowKey={({ personId }) => personId}
          rowHref={({ personId }) => `/people/${personId}?show=plan`}
          empty={<EmptyState icon={<CircleCheck />} title={t('noneWithout')} />}
          columns={[
            { key: 'name', header: t('name'), title: true, cell: (person) => person.name },
            { key: 'unit', header: t('unit'), cell: (person) => person.unit },
            { key: 'why', header: t('reason'), cell: why },
          ]}
        />
      </Card>
    </>
  )
}
