import type { Aim, Outcome } from './problem.ts'

/** Negative where `a` is better than `b` in the order of the aims. */
export function compareOutcomes(order: readonly Aim[], a: Outcome, b: Outcome): number {
  for (const aim of order) if (a[aim] !== b[aim]) return a[aim] - b[aim]
  return 0
}
