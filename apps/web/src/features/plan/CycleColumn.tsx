'use client'

import { StatusBadge } from '@gs/ui'
import { CircleCheck, CircleX } from 'lucide-react'
import type { CycleResult } from './plan-model.ts'
import type { Axis } from './time-axis.ts'
import type { PlanWords } from './use-plan-words.ts'

/** What a cycle comes to, in words. */
export function CycleFigures({ cycle, words }: { cycle: CycleResult; words: PlanWords }) {
  const { t, number } = words
  return (
    <>
      <StatusBadge
        tone={cycle.renewable ? 'good' : 'out'}
        icon={cycle.renewable ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      >
        {t(cycle.renewable ? 'cycle.renewable' : 'cycle.open')}
      </StatusBadge>
      <p className="mt-1 text-sm tabular-nums">
        {t('cycle.counted', {
          counted: number(cycle.counted),
          required: number(cycle.required),
          unit: words.unit(cycle.holdingId),
        })}
        {cycle.wasted > 0 ? (
          <span className="text-soon-ink"> · {t('cycle.wasted', { amount: number(cycle.wasted) })}</span>
        ) : null}
      </p>
    </>
  )
}

/** One cycle as a column as wide as it is long. */
export function CycleColumn({ cycle, axis, words }: { cycle: CycleResult; axis: Axis; words: PlanWords }) {
  const start = axis.at(cycle.from)
  const width = axis.at(cycle.to) - start
  return (
    <div
      data-testid="cycle"
      className={`absolute inset-y-0 overflow-hidden rounded-lg border px-3 py-2 ${
        cycle.renewable ? 'border-accent bg-accent-soft' : 'border-out bg-out-soft'
      }`}
      style={{ insetInlineStart: `${start * 100}%`, width: `calc(${width * 100}% - 4px)` }}
    >
      <p className="truncate text-sm tabular-nums">{words.t('cycle.until', { day: words.day(cycle.to) })}</p>
      <CycleFigures cycle={cycle} words={words} />
    </div>
  )
}
