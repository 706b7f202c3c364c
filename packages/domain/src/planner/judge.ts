import { evaluate, type Standing } from '../credentials/index.ts'
import { addMonths, type Day } from '../kernel/index.ts'
import type { Award, Card } from '../rules/index.ts'
import { isAbout, lastAccepted } from './cards.ts'
import type { PlannedCycle } from './cycles.ts'
import type { ActivityCredit, Choice, Outcome, PlannedActivity, PlanProblem } from './problem.ts'

/** How a cycle comes out under a plan, by the evaluator's own word. */
export interface CycleVerdict {
  /** A day on which it can be renewed; null where there is none. */
  readonly renewableOn: Day | null
  /** The standing on the cycle's last day. */
  readonly last: Standing
  /** Thousandths of a contact minute. */
  readonly waste: number
}

/** What an activity gives to holders under a pack; null where it gives nothing. */
export const creditFor = (activity: PlannedActivity, packId: string): ActivityCredit | null =>
  activity.credits.find((credit) => credit.packId === packId) ?? null

/** The award that a finished activity becomes; the n-th finish of a repeatable one is an award of its own. */
export function awardOf(activity: PlannedActivity, credit: ActivityCredit, finish: { day: Day; nth: number }): Award {
  return {
    id: finish.nth === 0 ? activity.id : `${activity.id}#${finish.nth + 1}`,
    completedOn: finish.day,
    kind: 'course',
    decision: 'approved',
    category: credit.category,
    credits: credit.credits,
    courseId: activity.id,
  }
}

/** The card that a finished activity gives; its hands-on part is taken for granted, as the course is chosen for the card. */
export const cardOf = (card: { readonly type: string; readonly validMonths: number }, day: Day): Card => ({
  type: card.type,
  issuer: null,
  issuedOn: day,
  validThrough: addMonths(day, card.validMonths),
  handsOn: true,
})

/** Minutes in a unit of the pack, in the sense of waste: 60 where the publisher gives none. */
export const minutesOf = (cycle: PlannedCycle): number => cycle.pack.pack.unit.minutesPerUnit ?? 60

/** Judges plans by the evaluator; remembers every cycle that it has judged. */
export class PlanJudge {
  readonly problem: PlanProblem
  readonly cycles: readonly PlannedCycle[]
  readonly #known = new Map<string, CycleVerdict>()

  constructor(problem: PlanProblem, cycles: readonly PlannedCycle[]) {
    this.problem = problem
    this.cycles = cycles
  }

  /** The verdict on one cycle; choices that cannot matter to it do not disturb its memory. */
  cycle(cycle: PlannedCycle, choices: readonly Choice[]): CycleVerdict {
    const relevant = choices.filter((choice) => this.#concerns(cycle, choice))
    const key = `${cycle.index}|${relevant
      .map(({ activity, day }) => `${activity}@${day}`)
      .sort()
      .join()}`
    const known = this.#known.get(key)
    if (known) return known
    const verdict = this.#judge(cycle, relevant)
    this.#known.set(key, verdict)
    return verdict
  }

  #concerns(cycle: PlannedCycle, { activity, day }: Choice): boolean {
    const chosen = this.problem.activities[activity]
    if (!chosen) return false
    if (chosen.card && cycle.pack.cards.length > 0) return day <= cycle.to
    if (!creditFor(chosen, cycle.pack.pack.id)) return false
    return day <= cycle.to && (day >= cycle.from || cycle.pack.sliding !== null)
  }

  #judge(cycle: PlannedCycle, choices: readonly Choice[]): CycleVerdict {
    const { problem } = this
    const holding = problem.holdings[cycle.holding]
    const awards: Award[] = [...(holding?.awards ?? [])]
    const cards: Card[] = [...problem.cards]
    const days = new Set<Day>([cycle.to])
    const times = new Map<number, number>()
    const inOrder = [...choices].sort((a, b) => a.day - b.day || a.activity - b.activity)
    for (const { activity, day } of inOrder) {
      const chosen = problem.activities[activity]
      if (!chosen) continue
      const nth = times.get(activity) ?? 0
      times.set(activity, nth + 1)
      const credit = creditFor(chosen, cycle.pack.pack.id)
      if (credit) awards.push(awardOf(chosen, credit, { day, nth }))
      if (chosen.card) cards.push(cardOf(chosen.card, day))
      days.add(day)
    }
    const facts = { ...cycle.facts, awards, cards }
    const last = evaluate(cycle.pack, facts, { asOf: cycle.to })
    const waste = last.wasted * minutesOf(cycle)
    if (last.canRenew === true) return { renewableOn: cycle.to, last, waste }
    for (const day of renewalDays(cycle, cards, days))
      if (evaluate(cycle.pack, facts, { asOf: day }).canRenew === true) return { renewableOn: day, last, waste }
    return { renewableOn: null, last, waste }
  }

  /** What a plan comes to. */
  outcome(choices: readonly Choice[]): Outcome {
    let unmet = 0
    let waste = 0
    for (const cycle of this.cycles) {
      const verdict = this.cycle(cycle, choices)
      if (verdict.renewableOn === null) unmet++
      waste += verdict.waste
    }
    let price = 0
    let hours = 0
    for (const { activity } of choices) {
      const chosen = this.problem.activities[activity]
      if (!chosen) continue
      if (!chosen.owned) price += chosen.price
      hours += chosen.hours
    }
    return { unmet, waste, price, hours }
  }
}

/**
 * The days on which a renewal that fails on the last day could still succeed, latest first: credits only grow, so what
 * may be lost later is a card, and only the last days of cards and of their tests matter.
 */
function renewalDays(cycle: PlannedCycle, cards: readonly Card[], finished: ReadonlySet<Day>): Day[] {
  if (cycle.pack.cards.length === 0 && cycle.pack.sliding === null) return []
  const days = new Set<Day>(finished)
  for (const last of lastDays(cycle, cards)) days.add(last)
  for (const waiver of cycle.pack.waivers) days.add(waiver.to)
  return [...days].filter((day) => day >= cycle.opens && day < cycle.to).sort((a, b) => b - a)
}

/** The last days on which the pack's tests accept each card. */
function lastDays(cycle: PlannedCycle, cards: readonly Card[]): Day[] {
  return cycle.pack.cards.flatMap(({ rule }) =>
    cards.filter((card) => isAbout(rule, card.type)).map((card) => lastAccepted(cycle.pack, rule, card)),
  )
}
