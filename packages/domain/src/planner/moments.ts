import { judgeCards } from '../credentials/judge/cards.ts'
import { addDays, addMonths, type Day } from '../kernel/index.ts'
import { yearsInside } from '../rules/engine.ts'
import { isAbout, lastAccepted, lastTooEarly } from './cards.ts'
import { type ContinuousTest, continuousTests, coveredFrom, gapStarts } from './continuous.ts'
import type { PlannedCycle } from './cycles.ts'
import { cardOf, creditFor } from './judge.ts'
import type { PlannedActivity, PlanProblem } from './problem.ts'

// A finish may be moved to a later day without any change until it crosses one of a few days: the end of a cycle or of
// one of its years, the last day on which a card is accepted, the last day of the offer. So it is enough to look at
// plans in which everything is finished on such a last day, and they are finitely many.

/** A finish worth looking at: on `day`, or equally on any other day from `from` on. */
export interface Moment {
  readonly activity: number
  readonly from: Day
  readonly day: Day
}

/** Does finishing this give a card that some test of this cycle's pack is about? */
export const givesCard = (activity: PlannedActivity, cycle: PlannedCycle): boolean => {
  const { card } = activity
  return card !== null && cycle.pack.cards.some(({ rule }) => isAbout(rule, card.type))
}

/** The last days inside a cycle after which a credit would be worth something else. */
export function barriersOf(cycle: PlannedCycle): Day[] {
  const days = [addDays(cycle.from, -1), cycle.to]
  const { subPeriod, carry, sliding, lateReporter } = cycle.pack
  if (subPeriod)
    for (const { span } of yearsInside(subPeriod.rule.yearStarts, cycle)) days.push(addDays(span.from, -1), span.to)
  if (carry?.earnedInLastMonths !== undefined) days.push(addMonths(cycle.to, -carry.earnedInLastMonths))
  if (sliding) days.push(addMonths(cycle.to, -sliding.months))
  if (lateReporter) days.push(addDays(lateReporter.earnFrom, -1))
  return days
}

/** Is every test of cards passed on `day` by the cards already held? */
export function heldCardsPass(problem: PlanProblem, cycle: PlannedCycle, day: Day): boolean {
  const days = { asOf: day, knownAt: day }
  return judgeCards(cycle.pack, problem.cards, { days, day, span: cycle }).every((answer) => answer.missing === null)
}

/** The last days on which the held cards are accepted by the tests of a cycle. */
const heldLasts = (problem: PlanProblem, cycle: PlannedCycle): Day[] =>
  cycle.pack.cards.flatMap(({ rule }) =>
    problem.cards.filter((card) => isAbout(rule, card.type)).map((card) => lastAccepted(cycle.pack, rule, card)),
  )

/** What a plan's moments are counted from. */
export class Moments {
  readonly #problem: PlanProblem
  readonly #cycles: readonly PlannedCycle[]
  readonly #continuous: readonly (readonly ContinuousTest[])[]
  readonly #cardDays = new Map<number, readonly Day[]>()
  readonly #renewals: readonly (readonly Day[])[]

  constructor(problem: PlanProblem, cycles: readonly PlannedCycle[]) {
    this.#problem = problem
    this.#cycles = cycles
    this.#continuous = cycles.map((cycle) => continuousTests(problem, cycle))
    problem.activities.forEach((activity, index) => {
      if (cycles.some((cycle) => givesCard(activity, cycle))) this.#cardDays.set(index, this.#cardBarriers(activity))
    })
    const gaps = gapStarts(problem, this.#continuous.flat(), this.#cardDays)
    for (const [index, days] of this.#cardDays) this.#cardDays.set(index, [...days, ...gaps])
    this.#renewals = cycles.map((cycle) => this.#renewalDays(cycle))
  }

  /** Activities whose cards matter. */
  get cardActivities(): readonly number[] {
    return [...this.#cardDays.keys()]
  }

  /** The days on which a cycle's renewal is tried: its last day, and the last days of cards before it. */
  renewals(cycle: PlannedCycle): readonly Day[] {
    return this.#renewals[cycle.index] ?? [cycle.to]
  }

  /** The last day of the card that an activity gives on `day`, or of those that follow it, for each test of the cycle. */
  #lasts(cycle: PlannedCycle, activity: PlannedActivity, day: Day): Day[] {
    const { card } = activity
    if (!card) return []
    const chains = (this.#continuous[cycle.index] ?? []).flatMap((test) => coveredFrom(test, activity, day) ?? [])
    const tests = cycle.pack.cards.filter(
      ({ rule }) => isAbout(rule, card.type) && rule.primitive !== 'prerequisite/continuous',
    )
    return [...chains, ...tests.map(({ rule }) => lastAccepted(cycle.pack, rule, cardOf(card, day)))]
  }

  /** Days up to which the finish of a card's course may be put off without a change, gaps aside. */
  #cardBarriers(activity: PlannedActivity): Day[] {
    const { card } = activity
    const days = new Set<Day>()
    if (!card) return []
    if (activity.availableUntil !== null) days.add(activity.availableUntil)
    for (const cycle of this.#cycles) {
      if (creditFor(activity, cycle.pack.pack.id)) for (const day of barriersOf(cycle)) days.add(day)
      for (const { rule, credit } of cycle.pack.cards) {
        if (!isAbout(rule, card.type)) continue
        if (credit > 0)
          days.add(lastTooEarly(cycle.to, (issued) => lastAccepted(cycle.pack, rule, cardOf(card, issued))))
        if (rule.primitive === 'prerequisite/continuous') continue
        for (const day of barriersOf(cycle)) days.add(day)
        for (const day of heldLasts(this.#problem, cycle)) days.add(addDays(day, 1)).add(day)
      }
    }
    return [...days]
  }

  #renewalDays(cycle: PlannedCycle): Day[] {
    if (cycle.pack.cards.length === 0 || heldCardsPass(this.#problem, cycle, cycle.to)) return [cycle.to]
    const opens = cycle.pack.filingOpens
      ? Math.max(cycle.opens, cycle.to - cycle.pack.filingOpens.daysBeforeExpiry)
      : cycle.opens
    const inside = (day: Day): boolean => day >= opens && day < cycle.to
    const held = [...heldLasts(this.#problem, cycle), ...cycle.pack.waivers.map((waiver) => waiver.to)]
      .filter((day) => inside(day) && heldCardsPass(this.#problem, cycle, day))
      .sort((a, b) => b - a)
    // Credits only grow: of the days that the held cards allow, the last one is as good as any.
    const days = new Set<Day>(held.slice(0, 1))
    for (const index of this.#cardDays.keys()) {
      const activity = this.#problem.activities[index] as PlannedActivity
      for (const { day } of this.#finishes(index, this.#cardDays.get(index) ?? []))
        for (const last of this.#lasts(cycle, activity, day)) if (inside(last)) days.add(last)
    }
    const more = cycle.pack.cards.length > 1 ? [...heldLasts(this.#problem, cycle)].filter(inside) : []
    return [...new Set([cycle.to, ...days, ...more])].sort((a, b) => a - b)
  }

  /** The finishes of an activity on the last days before barriers. */
  #finishes(index: number, barriers: readonly Day[]): Moment[] {
    const { activities, asOf, until } = this.#problem
    const { availableFrom, availableUntil } = activities[index] as PlannedActivity
    const first = Math.max(asOf, availableFrom ?? asOf) as Day
    const last = Math.min(until, availableUntil ?? until) as Day
    const moments: Moment[] = []
    let from = first
    for (const barrier of [...new Set([...barriers, last])].sort((a, b) => a - b)) {
      const day = Math.min(barrier, last) as Day
      if (day < from) continue
      moments.push({ activity: index, from, day })
      from = addDays(day, 1)
    }
    return moments
  }

  /** Every finish of an activity that is worth looking at. */
  of(index: number): Moment[] {
    const activity = this.#problem.activities[index] as PlannedActivity
    const serves = this.#cycles.filter((cycle) => creditFor(activity, cycle.pack.pack.id) !== null)
    const credits = serves.flatMap((cycle) => [...barriersOf(cycle), ...this.renewals(cycle)])
    const cards = this.#cardDays.get(index)
    const ends = serves.map((cycle) => cycle.to)
    const useful = cards ? [...ends, ...this.#cycles.map((cycle) => cycle.to)] : ends
    const latest = Math.max(Number.NEGATIVE_INFINITY, ...useful)
    return this.#finishes(index, [...credits, ...(cards ?? [])]).filter(
      ({ day }) => day <= latest && (cards !== undefined || serves.some((cycle) => day >= this.#earliest(cycle))),
    )
  }

  #earliest(cycle: PlannedCycle): Day {
    return cycle.pack.sliding ? addMonths(cycle.to, -cycle.pack.sliding.months) : cycle.from
  }
}
