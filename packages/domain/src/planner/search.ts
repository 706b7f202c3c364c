import { compareOutcomes } from './aims.ts'
import type { PlannedCycle } from './cycles.ts'
import { type Found, fitsPace } from './greedy.ts'
import type { PlanJudge } from './judge.ts'
import type { Solved } from './linear/levels.ts'
import type { Solver } from './linear/port.ts'
import { mostTimes } from './linear/programme.ts'
import type { Moment, Moments } from './moments.ts'
import type { Choice, Outcome, PlanProblem } from './problem.ts'

/** Finishes of a repeatable activity at one moment that the search looks at; more are not excluded by its proof. */
const MOST_TIMES = 3
interface Context {
  readonly judge: PlanJudge
  readonly solver: Solver
  readonly deadline: number
  /** A plan to begin with. */
  readonly first: Found
  readonly moments: Moments
}

/**
 * Looks at all plans, with the evaluator as the only judge, and leaves out those that cannot be better: credits are
 * never taken back, so a larger plan wastes, costs and works no less, and what all remaining activities together cannot
 * renew, none of them can. For the few packs whose rules are no sums; the programme is quicker for all others.
 */
export function search(problem: PlanProblem, cycles: readonly PlannedCycle[], context: Context): Solved {
  const { judge, solver, deadline, moments } = context
  const ofActivity = problem.activities.map((_, index) => moments.of(index))
  const carries = cycles.some((cycle) => cycle.pack.carry !== null)
  let best = context.first
  let stopped = false
  let limited = false

  const most = ofActivity.map((own) => Math.max(0, ...own.map((moment) => mostTimes(problem, cycles, moment))))
  const everything = (from: number): Choice[] =>
    ofActivity
      .slice(from)
      .flatMap((own, i) => own.flatMap((moment) => Array.from({ length: most[from + i] ?? 1 }, () => moment)))
  const lowerBound = (chosen: readonly Choice[], from: number): Outcome => {
    const now = judge.outcome(chosen)
    const { unmet } = judge.outcome([...chosen, ...everything(from)])
    return { ...now, unmet, waste: carries ? 0 : now.waste }
  }
  const hopeless = (chosen: readonly Choice[], from: number): boolean =>
    compareOutcomes(problem.minimise, lowerBound(chosen, from), best.outcome) >= 0

  const visit = (chosen: readonly Choice[], index: number): void => {
    stopped ||= solver.elapsed() > deadline
    if (stopped) return
    const outcome = judge.outcome(chosen)
    if (compareOutcomes(problem.minimise, outcome, best.outcome) < 0) best = { choices: chosen, outcome }
    if (index >= ofActivity.length || hopeless(chosen, index)) return
    for (const more of additions(index)) {
      if (stopped) return
      if (fitsPace(problem, [...chosen, ...more])) visit([...chosen, ...more], index + 1)
    }
    visit(chosen, index + 1)
  }
  const additions = (index: number): Iterable<readonly Choice[]> => {
    const own = ofActivity[index] ?? []
    if (!problem.activities[index]?.repeatable) return own.map((moment) => [moment])
    const times = most[index] ?? 0
    limited ||= times > MOST_TIMES
    return multiples(own, Math.min(times, MOST_TIMES))
  }
  const root = lowerBound([], 0)
  visit([], 0)
  const proven = !stopped && !limited
  return { ...best, bound: proven ? best.outcome : { ...root, waste: carries ? 0 : root.waste } }
}

/** Every way to finish something several times but never, one after the other: they may be more than fit into memory. */
function* multiples(moments: readonly Moment[], most: number): Generator<readonly Choice[]> {
  const [moment, ...rest] = moments
  if (!moment) return
  for (let times = 0; times <= most; times++) {
    const these = Array.from({ length: times }, () => moment)
    if (times > 0) yield these
    for (const more of multiples(rest, most)) yield [...these, ...more]
  }
}
