import { type Amount, type Day, maxDay, thousandths } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import type { Award } from '../rules/index.ts'
import { asIfRenewed, factsOn } from './as-if-renewed.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'

/** An activity that somebody thinks of finishing. */
export interface Candidate {
  readonly completedOn: Day
  readonly credits: Amount
  readonly category: string | null
}

export interface Worth {
  /** What it would add to the counted credits of the cycle that holds its day. */
  readonly counts: Amount
  /** What it would add to the wasted ones. */
  readonly wastes: Amount
  /** What it would add to the credits carried into the next cycle. */
  readonly carries: Amount
  /** True where this one alone makes the holding renewable. */
  readonly completes: boolean
}

const NOTHING: Worth = { counts: thousandths(0), wastes: thousandths(0), carries: thousandths(0), completes: false }

const awardOf = (candidate: Candidate): Award => ({
  id: 'candidate',
  completedOn: candidate.completedOn,
  kind: 'course',
  decision: 'approved',
  category: candidate.category,
  credits: candidate.credits,
  knownOn: candidate.completedOn,
})

/** The difference that the candidate makes to facts whose cycle holds its day. */
function difference(pack: CompiledPack, facts: HoldingFacts, candidate: Candidate, at: At): Worth {
  const before = evaluate(pack, facts, at)
  const after = evaluate(pack, { ...facts, awards: [...facts.awards, awardOf(candidate)] }, at)
  const seconds = (standing: typeof after) => standing.secondTotals.reduce((sum, each) => sum + each.counted, 0)
  const counts = (after.counted ?? 0) - (before.counted ?? 0) + seconds(after) - seconds(before)
  return {
    counts: thousandths(Math.max(0, counts)),
    wastes: thousandths(Math.max(0, after.wasted - before.wasted)),
    carries: thousandths(Math.max(0, (after.carriedOut ?? 0) - (before.carriedOut ?? 0))),
    completes: before.canRenew === false && after.canRenew === true,
  }
}

/**
 * What one more activity would count and waste: the difference of two evaluations on its day, or on `at.asOf` where that
 * is later. Its day may lie in a coming cycle; those before it are then taken as renewed on their last day.
 */
export function worthOf(pack: CompiledPack, facts: HoldingFacts, candidate: Candidate, at: At): Worth {
  const day = candidate.completedOn
  const then = day > at.asOf ? factsOn(pack, facts, at, day) : facts
  if (!then) return NOTHING
  return difference(pack, then, candidate, {
    asOf: maxDay(at.asOf, day),
    knownAt: maxDay(at.knownAt ?? at.asOf, day),
  })
}

const COMING_CYCLES = 5

/** The first day, from `at.asOf` on and in one of the coming cycles, on which finishing it would waste nothing; null: none. */
export function firstDayCountedInFull(
  pack: CompiledPack,
  facts: HoldingFacts,
  candidate: Omit<Candidate, 'completedOn'>,
  at: At,
): Day | null {
  const wholly = (now: HoldingFacts, day: Day): boolean => {
    const worth = difference(
      pack,
      now,
      { ...candidate, completedOn: day },
      {
        asOf: day,
        knownAt: maxDay(at.knownAt ?? day, day),
      },
    )
    return worth.wastes === 0 && worth.counts + worth.carries > 0
  }
  if (wholly(facts, at.asOf)) return at.asOf
  let current = facts
  let asOf = at.asOf
  for (let n = 0; n < COMING_CYCLES; n++) {
    const next = asIfRenewed(pack, current, { asOf, knownAt: at.knownAt })
    if (next?.cycleStart === undefined) return null
    const day = maxDay(next.cycleStart, at.asOf)
    if (wholly(next, day)) return day
    current = next
    asOf = day
  }
  return null
}
