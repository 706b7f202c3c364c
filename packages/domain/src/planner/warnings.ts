import { fitsPace } from './greedy.ts'
import type { PlanJudge } from './judge.ts'
import { creditFor } from './judge.ts'
import type { Choice } from './problem.ts'

/** What speaks against a plan beside what it wastes and leaves open; `activity` is an index. */
export type Warning =
  /** More work up to some day than the pace allows. */
  | { readonly kind: 'pace' }
  /** Finished before today, or on a day on which it is not offered. */
  | { readonly kind: 'past' | 'offer'; readonly activity: number }
  /** It gives nothing to any cycle that is planned. */
  | { readonly kind: 'useless'; readonly activity: number }

/** Everything in a choice of finishes that cannot be, or that serves nothing. */
export function warningsOf(judge: PlanJudge, choices: readonly Choice[]): Warning[] {
  const { problem, cycles } = judge
  const found: Warning[] = fitsPace(problem, choices) ? [] : [{ kind: 'pace' }]
  for (const { activity, day } of choices) {
    const chosen = problem.activities[activity]
    if (!chosen) continue
    if (day < problem.asOf) found.push({ kind: 'past', activity })
    else if (day < (chosen.availableFrom ?? day) || day > (chosen.availableUntil ?? day))
      found.push({ kind: 'offer', activity })
    const serves = cycles.some(
      (cycle) =>
        (chosen.card !== null && cycle.pack.cards.length > 0) ||
        (creditFor(chosen, cycle.pack.pack.id) !== null && day >= cycle.from && day <= cycle.to),
    )
    if (!serves) found.push({ kind: 'useless', activity })
  }
  return found
}
