import { type Amount, type Day, ZERO } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/index.ts'
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

/** What one more activity would count and waste: the difference of two evaluations on its day (or on `at.asOf` where later). */
export function worthOf(_pack: CompiledPack, _facts: HoldingFacts, _candidate: Candidate, _at: At): Worth {
  return { counts: ZERO, wastes: ZERO, carries: ZERO, completes: false }
}

/** The first day, from `at.asOf` on and in one of the coming cycles, on which finishing it would waste nothing; null: none. */
export function firstDayCountedInFull(
  _pack: CompiledPack,
  _facts: HoldingFacts,
  _candidate: Omit<Candidate, 'completedOn'>,
  _at: At,
): Day | null {
  return null
}
