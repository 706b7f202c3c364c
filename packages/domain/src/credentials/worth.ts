import { type Amount, type Day, maxDay, thousandths } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import type { Award } from '../rules/index.ts'
import { factsOn } from './as-if-renewed.ts'
import { effectOf } from './burn.ts'
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
  const { counts, wastes, carries, before, after } = effectOf(pack, facts, [awardOf(candidate)], at)
  return {
    counts: thousandths(Math.max(0, counts)),
    wastes: thousandths(Math.max(0, wastes)),
    carries: thousandths(Math.max(0, carries)),
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
