import { compareOutcomes } from './aims.ts'
import { cyclesOf, type PlannedCycle } from './cycles.ts'
import { isProven } from './explain.ts'
import { type Found, greedy } from './greedy.ts'
import { PlanJudge } from './judge.ts'
import { solveCovering } from './lattice/solve.ts'
import { LevelSolver, type Solved } from './linear/levels.ts'
import type { Solver } from './linear/port.ts'
import { compileProgramme } from './linear/programme.ts'
import { Moments } from './moments.ts'
import type { Plan, PlanProblem } from './problem.ts'
import { search } from './search.ts'
import { stepsOf } from './steps.ts'

/** Seconds for a person who waits. */
export const PATIENCE = 2
/** The parts of the time after which the first plan must do, the tables give up, the answer is put into words. */
const FOR_FIRST = 0.3
const FOR_TABLES = 0.85
const BEFORE_ANSWER = 0.95

interface Context {
  readonly judge: PlanJudge
  readonly solver: Solver
  readonly deadline: number
  /** A first plan. */
  readonly first: Found
  readonly moments: Moments
}

/** Terms of a programme's rows above which writing it down alone takes longer than anybody waits. */
const LARGEST_PROGRAMME = 500_000

/** How many terms the rows of the pace have: each day's row holds every finish up to it. */
function sizeOf({ activities, hoursPerWeek }: PlanProblem, moments: Moments): number {
  const days = activities.flatMap((_, index) => moments.of(index).map(({ day }) => day))
  return hoursPerWeek === null ? days.length : days.length * new Set(days).size
}

function byProgramme(problem: PlanProblem, cycles: readonly PlannedCycle[], context: Context): Solved | null {
  const { moments } = context
  if (sizeOf(problem, moments) > LARGEST_PROGRAMME) return null
  const programme = compileProgramme(problem, cycles, moments)
  return programme ? new LevelSolver({ problem, programme, ...context }).solve() : null
}

/** The tables' answer, or the first plan with their bound where it is the better one. */
function byTables(problem: PlanProblem, cycles: readonly PlannedCycle[], context: Context): Solved | null {
  const { judge, solver, deadline, first } = context
  const solved = solveCovering(problem, cycles, { judge, elapsed: () => solver.elapsed(), deadline })
  if (!solved || compareOutcomes(problem.minimise, first.outcome, solved.outcome) >= 0) return solved
  return { ...first, bound: solved.bound }
}

/**
 * The best plan for a problem, judged by the evaluator on every cycle, with what no plan can beat. After `seconds` the
 * best plan so far is returned with its gap. Same problem, same plan, wherever the time is enough.
 */
export function plan(problem: PlanProblem, solver: Solver, seconds = PATIENCE): Plan {
  const cycles = cyclesOf(problem)
  const judge = new PlanJudge(problem, cycles)
  const begun = solver.elapsed()
  const moments = new Moments(problem, cycles)
  const finishes = problem.activities.flatMap((_, index) => moments.of(index))
  const first = greedy({ problem, judge, moments: finishes }, () => solver.elapsed() > begun + seconds * FOR_FIRST)
  const context = { judge, solver, first, moments, deadline: begun + seconds * BEFORE_ANSWER }
  const solved =
    byTables(problem, cycles, { ...context, deadline: begun + seconds * FOR_TABLES }) ??
    byProgramme(problem, cycles, context) ??
    search(problem, cycles, context)
  return describe(problem, judge, solved)
}

/** Words a solution as steps, unmet cycles and waste. */
export function describe(problem: PlanProblem, judge: PlanJudge, solved: Solved): Plan {
  const { choices, outcome, bound } = solved
  const verdicts = judge.cycles.map((cycle) => ({ cycle, verdict: judge.cycle(cycle, choices) }))
  const optimal = isProven({ outcome, bound })
  return {
    steps: stepsOf(problem, judge, choices),
    choices,
    unmet: verdicts
      .filter(({ verdict }) => verdict.renewableOn === null)
      .map(({ cycle, verdict }) => ({
        holding: problem.holdings[cycle.holding]?.id ?? '',
        cycle: { from: cycle.from, to: cycle.to },
        missing: verdict.last.missing,
      })),
    wasteByHolding: problem.holdings.map((holding, index) => ({
      holding: holding.id,
      waste: verdicts.reduce(
        (sum, { cycle, verdict }) => (cycle.holding === index ? sum + verdict.last.wasted : sum),
        0,
      ) as Plan['wasteByHolding'][number]['waste'],
    })),
    outcome,
    bound,
    optimal,
  }
}
