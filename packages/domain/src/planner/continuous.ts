import { addDays, type Day, type DaySpan, minDay } from '../kernel/index.ts'
import type { CardRule } from '../rules/engine.ts'
import { isAbout, lastAccepted } from './cards.ts'
import type { PlannedCycle } from './cycles.ts'
import { cardOf } from './judge.ts'
import type { PlannedActivity, PlanProblem } from './problem.ts'

// Where cards must follow without a gap, a card is best given on the first day that nothing else covers: later would
// leave a gap, earlier would end sooner. Those days follow from each other, card after card.

/** A test of cards that must be passed on every day of a cycle up to its renewal. */
export interface ContinuousTest {
  readonly cycle: PlannedCycle
  readonly rule: CardRule
  /** What the held cards cover, by first day. */
  readonly held: readonly DaySpan[]
}

/** The tests without gaps that can still be passed: where a past day is not covered, nothing helps any more. */
export function continuousTests(problem: PlanProblem, cycle: PlannedCycle): ContinuousTest[] {
  return cycle.pack.cards.flatMap(({ rule }): ContinuousTest[] => {
    if (rule.primitive !== 'prerequisite/continuous') return []
    // While a waiver holds, cards without a hands-on part cover too.
    const kinds = rule.handsOn && cycle.pack.waivers.length > 0 ? [true, false] : [rule.handsOn]
    return kinds.flatMap((handsOn): ContinuousTest[] => {
      const held = problem.cards
        .filter((card) => isAbout(rule, card.type) && (card.handsOn || !handsOn))
        .map((card) => ({ from: card.issuedOn, to: lastAccepted(cycle.pack, rule, card) }))
        .sort((a, b) => a.from - b.from)
      const test = { cycle, rule, held }
      return coveredTo(test, addDays(cycle.from, -1)) < addDays(problem.asOf, -1) ? [] : [test]
    })
  })
}

/** The last day that is covered where every day up to `day` is. */
export function coveredTo({ held }: ContinuousTest, day: Day): Day {
  let last = day
  for (const { from, to } of held) if (from <= addDays(last, 1) && to > last) last = to
  return last
}

/** The last day that is covered by the card of an activity finished on `day` and the held cards after it. */
export function coveredFrom(test: ContinuousTest, activity: PlannedActivity, day: Day): Day | null {
  const { card } = activity
  if (!card || !isAbout(test.rule, card.type)) return null
  return coveredTo(test, lastAccepted(test.cycle.pack, test.rule, cardOf(card, day)))
}

/**
 * The days on which a gap may begin that a card has to fill, whatever cards were given before. `finishes` are the other
 * days on which an activity with a card may be finished.
 */
export function gapStarts(
  problem: PlanProblem,
  tests: readonly ContinuousTest[],
  finishes: ReadonlyMap<number, readonly Day[]>,
): Day[] {
  const given = [...finishes.keys()].filter((index) => {
    const card = problem.activities[index]?.card
    return card && tests.some(({ rule }) => isAbout(rule, card.type))
  })
  const starts = new Set<Day>()
  let fresh: Day[] = []
  const open = (test: ContinuousTest, covered: Day): void => {
    const start = addDays(covered, 1)
    if (start < problem.asOf || start < test.cycle.from || start > test.cycle.to || starts.has(start)) return
    starts.add(start)
    fresh.push(start)
  }
  const finish = (index: number, day: Day): void => {
    const activity = problem.activities[index]
    if (!activity || day < (activity.availableFrom ?? day)) return
    const on = minDay(day, activity.availableUntil ?? day)
    for (const test of tests) {
      const covered = coveredFrom(test, activity, on)
      if (covered !== null && on <= test.cycle.to) open(test, covered)
    }
  }
  for (const test of tests) open(test, coveredTo(test, addDays(test.cycle.from, -1)))
  for (const index of given) for (const day of finishes.get(index) ?? []) finish(index, day)
  // Each round is one card more; what cannot be repeated is given once.
  const rounds = given.some((index) => problem.activities[index]?.repeatable) ? Number.POSITIVE_INFINITY : given.length
  for (let round = 0; round < rounds && fresh.length > 0; round++) {
    const last = fresh
    fresh = []
    for (const day of last) for (const index of given) finish(index, day)
  }
  return [...starts]
}
