import { type Amount, addDays, type Day, daysBetween, formatAmount, formatDay } from '../kernel/index.ts'
import type { TraceLine } from '../rules/index.ts'
import type { Solver } from './linear/port.ts'
import { DAYS_A_WEEK } from './pace/capacity.ts'
import { plan } from './plan.ts'
import type { Plan, PlanProblem } from './problem.ts'

/** What would let more cycles be renewed, if it could be had. */
export type Relaxation =
  /** Finishing this activity on one of these days, which its offer does not reach. */
  | { readonly kind: 'offer'; readonly activity: string; readonly from: Day; readonly by: Day }
  | { readonly kind: 'pace'; readonly hoursPerWeek: Amount }
  /** A card of this type on every day of the horizon. */
  | { readonly kind: 'card'; readonly type: string }

/** Quarters of an hour, in which a pace is told. */
const QUARTER = 250
/** Kinds of relaxation, each with its share of the time. */
const KINDS = 3

/** What each single relaxation would allow; empty where every cycle is renewed already, or nothing helps. */
export function relaxationsOf(
  problem: PlanProblem,
  found: Plan,
  context: { solver: Solver; seconds: number },
): Relaxation[] {
  if (found.unmet.length === 0 || context.seconds <= 0) return []
  const better = (relaxed: PlanProblem): Plan | null => {
    const other = plan(relaxed, context.solver, context.seconds / KINDS)
    return other.outcome.unmet < found.outcome.unmet ? other : null
  }
  return [...byCards(problem, found, better), ...byPace(problem, better), ...byOffers(problem, better)]
}

type Better = (relaxed: PlanProblem) => Plan | null

function byOffers(problem: PlanProblem, better: Better): Relaxation[] {
  const limited = problem.activities.some(
    ({ availableFrom, availableUntil }) => availableFrom !== null || availableUntil !== null,
  )
  if (!limited) return []
  const activities = problem.activities.map((each) => ({ ...each, availableFrom: null, availableUntil: null }))
  const other = better({ ...problem, activities })
  return (other?.steps ?? []).flatMap(({ activity, finishFrom, finishBy }): Relaxation[] => {
    const offer = problem.activities.find(({ id }) => id === activity)
    const reaches =
      (offer?.availableFrom ?? finishFrom) <= finishBy && (offer?.availableUntil ?? finishBy) >= finishFrom
    return reaches ? [] : [{ kind: 'offer', activity, from: finishFrom, by: finishBy }]
  })
}

function byPace(problem: PlanProblem, better: Better): Relaxation[] {
  if (problem.hoursPerWeek === null) return []
  const other = better({ ...problem, hoursPerWeek: null })
  if (!other) return []
  let hours = 0
  let most = 0
  for (const step of other.steps) {
    hours += problem.activities.find(({ id }) => id === step.activity)?.hours ?? 0
    most = Math.max(most, (hours * DAYS_A_WEEK) / (daysBetween(problem.asOf, step.finishBy) + 1))
  }
  return [{ kind: 'pace', hoursPerWeek: (Math.ceil(most / QUARTER) * QUARTER) as Amount }]
}

function byCards(problem: PlanProblem, found: Plan, better: Better): Relaxation[] {
  const codes = found.unmet.flatMap(({ missing }) => missing.map((code) => code.split(':')[0] ?? code))
  const tests = problem.holdings.flatMap(({ pack }) => pack.cards.map(({ rule }) => rule.type))
  const types = [...new Set(tests)].filter((type) => codes.includes(type))
  return types.flatMap((type): Relaxation[] => {
    // A new card each month passes every test, whatever it asks of the card's age.
    const months = Math.ceil(daysBetween(problem.asOf, problem.until) / 28) + 1
    const cards = Array.from({ length: months }, (_, n) => ({
      type,
      issuer: null,
      issuedOn: addDays(problem.asOf, n * 28),
      validThrough: addDays(problem.until, 3660),
      handsOn: true,
    }))
    return better({ ...problem, cards: [...problem.cards, ...cards] }) ? [{ kind: 'card', type }] : []
  })
}

/** Relaxations in words. */
export const explainRelaxations = (relaxations: readonly Relaxation[]): TraceLine[] =>
  relaxations.map((relaxation): TraceLine => {
    const line = { rule: `relaxation:${relaxation.kind}`, source: 'convention' }
    if (relaxation.kind === 'offer') {
      const [from, by] = [formatDay(relaxation.from), formatDay(relaxation.by)]
      return {
        ...line,
        text: `More could be renewed if ${relaxation.activity} could be finished between ${from} and ${by}.`,
        textEs: `Se podría renovar más si ${relaxation.activity} se pudiera terminar entre el ${from} y el ${by}.`,
      }
    }
    if (relaxation.kind === 'pace') {
      const hours = formatAmount(relaxation.hoursPerWeek)
      return {
        ...line,
        text: `More could be renewed with ${hours} hours a week.`,
        textEs: `Se podría renovar más con ${hours} horas por semana.`,
      }
    }
    return {
      ...line,
      text: `More could be renewed with a valid card: ${relaxation.type}.`,
      textEs: `Se podría renovar más con una tarjeta vigente: ${relaxation.type}.`,
    }
  })
