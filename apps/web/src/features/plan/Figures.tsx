'use client'

import type { Outcome } from '@gs/domain/planner'
import { StatFigure } from '@gs/ui'
import type { Judged } from './plan-model.ts'
import type { PlanWords } from './use-plan-words.ts'

/** What the plan on the table comes to; beside it what the best one comes to, where they differ. */
export function Figures({ judged, best, words }: { judged: Judged; best: Outcome | null; words: PlanWords }) {
  const { t } = words
  const { outcome, cycles } = judged
  const renewed = cycles.filter(({ renewable }) => renewable).length
  const compare = (aim: 'waste' | 'price' | 'hours', say: (value: number) => string) =>
    best && best[aim] !== outcome[aim] ? t('figures.best', { value: say(best[aim]) }) : undefined
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4" data-testid="figures">
      <StatFigure
        label={t('figures.cycles')}
        value={t('figures.ofCycles', { renewed, all: cycles.length })}
        tone={renewed === cycles.length ? 'good' : 'out'}
        detail={renewed === cycles.length ? t('figures.allRenewed') : t('figures.someOpen')}
      />
      <StatFigure
        label={t('figures.waste')}
        value={words.waste(outcome.waste)}
        tone={outcome.waste === 0 ? 'good' : 'soon'}
        detail={compare('waste', words.waste) ?? t('figures.wasteHint')}
      />
      <StatFigure
        label={t('figures.price')}
        value={words.money(outcome.price)}
        detail={compare('price', words.money) ?? t('figures.priceHint')}
      />
      <StatFigure
        label={t('figures.hours')}
        value={words.hours(outcome.hours)}
        detail={compare('hours', words.hours) ?? t('figures.hoursHint')}
      />
    </div>
  )
}
