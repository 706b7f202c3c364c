import { type Day, formatDay, parseDay } from '@gs/domain'
import {
  type Choice,
  cyclesOf,
  type Outcome,
  PlanJudge,
  type PlanWarning,
  receivedProblem,
  warningsOf,
} from '@gs/domain/planner'
import type { CourseChoice, PlanPage } from './types.ts'

/** How one cycle comes out under the plan on the table. Amounts in thousandths of the holding's unit. */
export interface CycleResult {
  readonly id: string
  readonly holdingId: string
  readonly from: Day
  readonly to: Day
  readonly renewable: boolean
  readonly counted: number
  readonly required: number
  readonly needed: number
  readonly wasted: number
  readonly missing: readonly string[]
}

/** Everything that follows from a choice of finishes. */
export interface Judged {
  readonly outcome: Outcome
  readonly cycles: readonly CycleResult[]
  readonly warnings: readonly PlanWarning[]
}

export interface Bench {
  readonly judge: PlanJudge
  readonly ids: readonly string[]
}

/** The evaluator, set up once for a page: it remembers every cycle that it has judged. */
export function benchOf(page: Pick<PlanPage, 'problem'>): Bench {
  const problem = receivedProblem(page.problem)
  return { judge: new PlanJudge(problem, cyclesOf(problem)), ids: problem.activities.map(({ id }) => id) }
}

/** A day from its text; what is no day is today's, for nothing else is stored. */
export const dayOf = (text: string): Day => {
  const parsed = parseDay(text)
  return parsed.ok ? parsed.value : (0 as Day)
}

const choicesIn = ({ ids }: Bench, choices: readonly CourseChoice[]): Choice[] =>
  choices.flatMap(({ courseId, day }) => {
    const activity = ids.indexOf(courseId)
    return activity < 0 ? [] : [{ activity, day: dayOf(day) }]
  })

/** Judges a plan by the same rules as the server, here and now. */
export function judgePlan(bench: Bench, stored: readonly CourseChoice[]): Judged {
  const { judge } = bench
  const choices = choicesIn(bench, stored)
  return {
    outcome: judge.outcome(choices),
    warnings: warningsOf(judge, choices),
    cycles: judge.cycles.map((cycle): CycleResult => {
      const { last, renewableOn } = judge.cycle(cycle, choices)
      return {
        id: `${cycle.holding}-${cycle.to}`,
        holdingId: judge.problem.holdings[cycle.holding]?.id ?? '',
        from: cycle.from,
        to: cycle.to,
        renewable: renewableOn !== null,
        counted: last.counted ?? 0,
        required: last.required ?? 0,
        needed: last.needed ?? 0,
        wasted: last.wasted,
        missing: last.missing,
      }
    }),
  }
}

export interface Wishes {
  readonly choices: readonly CourseChoice[]
  readonly pinned: readonly CourseChoice[]
  readonly excluded: readonly string[]
}

const without = (list: readonly CourseChoice[], courseId: string): CourseChoice[] =>
  list.filter((choice) => choice.courseId !== courseId)
const isIn = (list: readonly CourseChoice[], courseId: string): boolean =>
  list.some((choice) => choice.courseId === courseId)

/** Are these the same finishes on the same days? */
export const samePlan = (one: readonly CourseChoice[], other: readonly CourseChoice[]): boolean =>
  one.length === other.length &&
  one.every(({ courseId, day }) => other.some((each) => each.courseId === courseId && each.day === day))

/** Puts a course on a day, whether it was planned before or not; a pin moves with it. */
export function placed(wishes: Wishes, courseId: string, on: Day): Wishes {
  const choice = { courseId, day: formatDay(on) }
  return {
    choices: [...without(wishes.choices, courseId), choice],
    pinned: isIn(wishes.pinned, courseId) ? [...without(wishes.pinned, courseId), choice] : wishes.pinned,
    excluded: wishes.excluded.filter((id) => id !== courseId),
  }
}

/** Takes a course out of the plan. */
export const takenOut = (wishes: Wishes, courseId: string): Wishes => ({
  ...wishes,
  choices: without(wishes.choices, courseId),
  pinned: without(wishes.pinned, courseId),
})

/** Pins a planned course where it is, or lets go of it. */
export function pinToggled(wishes: Wishes, courseId: string): Wishes {
  const choice = wishes.choices.find((each) => each.courseId === courseId)
  if (!choice) return wishes
  const pinned = isIn(wishes.pinned, courseId) ? without(wishes.pinned, courseId) : [...wishes.pinned, choice]
  return { ...wishes, pinned }
}

/** Says that a course is out of the question, or that it is not. */
export function exclusionToggled(wishes: Wishes, courseId: string): Wishes {
  if (wishes.excluded.includes(courseId))
    return { ...wishes, excluded: wishes.excluded.filter((id) => id !== courseId) }
  return { ...takenOut(wishes, courseId), excluded: [...wishes.excluded, courseId] }
}
