import { cyclesOf, type PlannedCycle } from './cycles.ts'
import { isProven } from './explain.ts'
import { PlanJudge } from './judge.ts'
import { solveCovering } from './lattice/solve.ts'
import { LevelSolver, type Solved } from './linear/levels.ts'
import type { Solver } from './linear/port.ts'
import { compileProgramme } from './linear/programme.ts'
import type { Plan, PlanProblem } from './problem.ts'
import { search } from './search.ts'
import { stepsOf } from './steps.ts'

/** Seconds for a person who waits. */
export const PATIENCE = 2
/** The parts of the time after which the tables give up, and after which the answer is put into words. */
const FOR_TABLES = 0.85
const BEFORE_ANSWER = 0.95

const solvedBy = (problem: PlanProblem, cycles: readonly PlannedCycle[], context: Context): Solved | null => {
  const programme = compileProgramme(problem, cycles)
  if (!programme) return null
  const levels = new LevelSolver({ problem, programme, judge: context.judge }, context.solver, context.deadline)
  return levels.solve()
}

interface Context {
  readonly judge: PlanJudge
  readonly solver: Solver
  readonly deadline: number
}

/**
 * The best plan for a problem, judged by the evaluator on every cycle, with what no plan can beat. After `seconds` the
 * best plan so far is returned with its gap. Same problem, same plan, wherever the time is enough.
 */
export function plan(problem: PlanProblem, solver: Solver, seconds = PATIENCE): Plan {
  const cycles = cyclesOf(problem)
  const judge = new PlanJudge(problem, cycles)
  const begun = solver.elapsed()
  const elapsed = (): number => solver.elapsed()
  const context = { judge, solver, deadline: begun + seconds * BEFORE_ANSWER }
  const solved =
    solveCovering(problem, cycles, { judge, elapsed, deadline: begun + seconds * FOR_TABLES }) ??
    solvedBy(problem, cycles, context) ??
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
