import { compareOutcomes } from './aims.ts'
import { cyclesOf } from './cycles.ts'
import { fitsPace } from './greedy.ts'
import { awardOf, cardOf, creditFor, PlanJudge } from './judge.ts'
import type { Solver } from './linear/port.ts'
import { describe, PATIENCE, plan } from './plan.ts'
import type { Choice, Outcome, Plan, PlanProblem } from './problem.ts'

/** What a person has decided already: finishes that stay where they are, activities that are out of the question. */
export interface Wishes {
  readonly pinned: readonly Choice[]
  /** Indices of activities. */
  readonly excluded: readonly number[]
}

/** The problem that is left when the pinned finishes are taken as done on their days. */
export function remaining(
  problem: PlanProblem,
  { pinned, excluded }: Wishes,
): { readonly rest: PlanProblem; readonly indices: readonly number[] } {
  const times = new Map<number, number>()
  const finishes = [...pinned]
    .sort((a, b) => a.day - b.day || a.activity - b.activity)
    .flatMap(({ activity: index, day }) => {
      const activity = problem.activities[index]
      const nth = times.get(index) ?? 0
      times.set(index, nth + 1)
      return activity ? [{ activity, finish: { day, nth } }] : []
    })
  const holdings = problem.holdings.map((holding) => ({
    ...holding,
    awards: [
      ...holding.awards,
      ...finishes.flatMap(({ activity, finish }) => {
        const credit = creditFor(activity, holding.pack.pack.id)
        return credit ? [awardOf(activity, credit, finish)] : []
      }),
    ],
  }))
  const cards = finishes.flatMap(({ activity, finish }) => (activity.card ? [cardOf(activity.card, finish.day)] : []))
  const indices = problem.activities.flatMap((activity, index) =>
    excluded.includes(index) || (times.has(index) && !activity.repeatable) ? [] : [index],
  )
  const activities = indices.flatMap((index) => problem.activities[index] ?? [])
  return { rest: { ...problem, holdings, cards: [...problem.cards, ...cards], activities }, indices }
}

/** What the pinned finishes cost and take, whatever is planned beside them. */
function shareOf(problem: PlanProblem, pinned: readonly Choice[]): Pick<Outcome, 'price' | 'hours'> {
  const activities = pinned.flatMap(({ activity }) => problem.activities[activity] ?? [])
  return {
    price: activities.reduce((sum, { owned, price }) => sum + (owned ? 0 : price), 0),
    hours: activities.reduce((sum, { hours }) => sum + hours, 0),
  }
}

/**
 * The best plan among those that keep to the wishes. What is pinned is part of it, also where it could be done without;
 * where pinned and planned work together exceed the pace, the plan says so by not being proven.
 */
export function planWith(
  problem: PlanProblem,
  wishes: Wishes,
  { solver, seconds = PATIENCE }: { readonly solver: Solver; readonly seconds?: number },
): Plan {
  if (wishes.pinned.length === 0 && wishes.excluded.length === 0) return plan(problem, solver, seconds)
  const { rest, indices } = remaining(problem, wishes)
  const found = plan(rest, solver, seconds)
  const choices = [
    ...wishes.pinned,
    ...found.choices.map(({ activity, day }) => ({ activity: indices[activity] ?? activity, day })),
  ]
  const judge = new PlanJudge(problem, cyclesOf(problem))
  const outcome = judge.outcome(choices)
  const share = shareOf(problem, wishes.pinned)
  const least = {
    ...found.bound,
    price: found.bound.price + share.price,
    hours: found.bound.hours + share.hours,
  }
  // A bound above what was found bounds something else: then nothing is claimed but what the wishes alone cost.
  const bound = compareOutcomes(problem.minimise, outcome, least) < 0 ? { unmet: 0, waste: 0, ...share } : least
  const whole = describe(problem, judge, { choices, outcome, bound })
  return { ...whole, optimal: whole.optimal && fitsPace(problem, choices) }
}
