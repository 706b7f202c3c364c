import { compareOutcomes } from './aims.ts'
import type { PlannedCycle } from './cycles.ts'
import { creditFor, type PlanJudge } from './judge.ts'
import type { Moment } from './moments.ts'
import { fits } from './pace/capacity.ts'
import type { Choice, Outcome, PlanProblem } from './problem.ts'

/** A plan and what it comes to. */
export interface Found {
  readonly choices: readonly Choice[]
  readonly outcome: Outcome
}

/**
 * A first plan: cycle after cycle, one finish after the other, each the one after which the cycle needs least; then
 * whatever turns out to be superfluous is taken out again.
 */
export function greedy(
  { problem, judge, moments }: { problem: PlanProblem; judge: PlanJudge; moments: readonly Moment[] },
  stop: () => boolean,
): Found {
  let choices: readonly Choice[] = []
  for (const cycle of [...judge.cycles].sort((a, b) => a.to - b.to)) {
    let lacking = lackOf(judge, cycle, choices)
    while (lacking.needed > 0) {
      const next = bestAddition({ problem, judge, moments, cycle }, { choices, lacking }, stop)
      if (!next) break
      choices = next.choices
      lacking = next.lacking
    }
  }
  return withoutSuperfluous(problem, judge, { choices, outcome: judge.outcome(choices) }, stop)
}

interface Lack {
  /** Shares of the total that are lacking, and whatever blocks the cycle besides; 0 where it can be renewed. */
  readonly needed: number
  readonly waste: number
}

function lackOf(judge: PlanJudge, cycle: PlannedCycle, choices: readonly Choice[]): Lack {
  const { last, renewableOn, waste } = judge.cycle(cycle, choices)
  if (renewableOn !== null) return { needed: 0, waste }
  return { needed: (last.needed ?? 0) / Math.max(1, last.required ?? 1) + last.missing.length, waste }
}

interface Addition {
  readonly choices: readonly Choice[]
  readonly lacking: Lack
}

function bestAddition(
  context: { problem: PlanProblem; judge: PlanJudge; moments: readonly Moment[]; cycle: PlannedCycle },
  now: Addition,
  stop: () => boolean,
): Addition | null {
  const { problem, judge, moments, cycle } = context
  const taken = new Set(now.choices.map(({ activity }) => activity))
  let best: Addition | null = null
  for (const { activity, day } of moments) {
    const chosen = problem.activities[activity]
    if (!chosen || day > cycle.to || (taken.has(activity) && !chosen.repeatable)) continue
    if (chosen.card === null && (day < cycle.from || !creditFor(chosen, cycle.pack.pack.id))) continue
    if (stop()) return null
    const choices = [...now.choices, { activity, day }]
    const lacking = lackOf(judge, cycle, choices)
    if (lacking.needed >= now.lacking.needed) continue
    const better =
      !best ||
      lacking.needed < best.lacking.needed ||
      (lacking.needed === best.lacking.needed && lacking.waste < best.lacking.waste)
    if (better && fitsPace(problem, choices)) best = { choices, lacking }
  }
  return best
}

/**
 * Takes out what a plan is no worse without: halves first, then ever smaller parts, so that a plan of thousands of
 * finishes needs few looks.
 */
export function withoutSuperfluous(problem: PlanProblem, judge: PlanJudge, given: Found, stop: () => boolean): Found {
  let best = given
  let size = best.choices.length
  do {
    size = Math.ceil(size / 2)
    for (let at = 0; at < best.choices.length && !stop(); ) {
      const choices = best.choices.filter((_, i) => i < at || i >= at + size)
      const outcome = judge.outcome(choices)
      if (compareOutcomes(problem.minimise, outcome, best.outcome) < 0) best = { choices, outcome }
      else at += size
    }
  } while (size > 1)
  return best
}

/** Do the chosen finishes fit the pace? */
export const fitsPace = ({ asOf, hoursPerWeek, activities }: PlanProblem, choices: readonly Choice[]): boolean =>
  fits(
    asOf,
    hoursPerWeek,
    choices.map(({ activity, day }) => ({ hours: activities[activity]?.hours ?? 0, by: day })),
  )
