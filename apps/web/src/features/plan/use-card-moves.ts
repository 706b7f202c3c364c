'use client'

import { addDays, addMonths, type Day } from '@gs/domain'
import { useState } from 'react'
import {
  type Bench,
  dayOf,
  exclusionToggled,
  type Judged,
  judgePlan,
  pinToggled,
  placed,
  takenOut,
  type Wishes,
} from './plan-model.ts'
import type { PlanPage } from './types.ts'
import type { PlanDraft } from './use-plan-draft.ts'
import type { PlanWords } from './use-plan-words.ts'

export type Step = 'month-back' | 'month-on' | 'cycle-back' | 'cycle-on'

export interface CardMoves {
  /** What a screen reader is told after the last move. */
  readonly said: string
  readonly step: (courseId: string, step: Step) => void
  /** While it is dragged: shown, not kept. */
  readonly drag: (courseId: string, day: Day) => void
  readonly drop: (courseId: string, day: Day) => void
  readonly add: (courseId: string) => void
  readonly remove: (courseId: string) => void
  readonly pin: (courseId: string) => void
  readonly exclude: (courseId: string) => void
}

interface Moving {
  readonly page: PlanPage
  readonly draft: PlanDraft
  readonly bench: Bench
  readonly words: PlanWords
}

/** The ends of the cycles, each once, in order: the columns between which a card steps. */
const endsOf = ({ judge }: Bench): Day[] => [...new Set(judge.cycles.map(({ to }) => to))].sort((a, b) => a - b)

function steppedDay(bench: Bench, from: Day, step: Step): Day {
  if (step === 'month-back') return addMonths(from, -1)
  if (step === 'month-on') return addMonths(from, 1)
  const ends = endsOf(bench)
  const here = ends.findIndex((end) => from <= end)
  const to = ends[step === 'cycle-back' ? here - 1 : here + 1]
  return to ?? from
}

/** Moves cards, keeps what was moved, and puts it into words. */
export function useCardMoves({ page, draft, bench, words }: Moving): CardMoves {
  const [said, setSaid] = useState('')
  const { t } = words
  const { asOf, until } = bench.judge.problem
  const clamp = (day: Day): Day => Math.min(until, Math.max(asOf, day)) as Day
  const title = (courseId: string): string => page.courses.find((course) => course.courseId === courseId)?.title ?? ''
  const sum = ({ outcome, cycles }: Judged): string =>
    t('said.sum', {
      renewed: cycles.filter(({ renewable }) => renewable).length,
      all: cycles.length,
      waste: words.waste(outcome.waste),
      price: words.money(outcome.price),
      hours: words.hours(outcome.hours),
    })
  const change = (wishes: Wishes, what: string): void => {
    performance.mark('plan-move')
    draft.keep(wishes)
    setSaid(`${what} ${sum(judgePlan(bench, wishes.choices))}`)
  }
  const put = (courseId: string, wanted: Day): void => {
    const day = clamp(wanted)
    change(
      placed(draft.wishes, courseId, day),
      t('said.moved', { course: title(courseId), day: words.day(day, 'long') }),
    )
  }
  return {
    said,
    step: (courseId, step) => {
      const choice = draft.wishes.choices.find((each) => each.courseId === courseId)
      if (choice) put(courseId, steppedDay(bench, dayOf(choice.day), step))
    },
    drag: (courseId, day) => {
      performance.mark('plan-move')
      draft.show(placed(draft.wishes, courseId, clamp(day)))
    },
    drop: put,
    add: (courseId) => put(courseId, endsOf(bench)[0] ?? addDays(asOf, 30)),
    remove: (courseId) => change(takenOut(draft.wishes, courseId), t('said.removed', { course: title(courseId) })),
    pin: (courseId) => {
      const pinned = draft.wishes.pinned.some((choice) => choice.courseId === courseId)
      change(
        pinToggled(draft.wishes, courseId),
        t(pinned ? 'said.unpinned' : 'said.pinned', { course: title(courseId) }),
      )
    },
    exclude: (courseId) => {
      const excluded = draft.wishes.excluded.includes(courseId)
      change(
        exclusionToggled(draft.wishes, courseId),
        t(excluded ? 'said.allowed' : 'said.excluded', { course: title(courseId) }),
      )
    },
  }
}
