import { answerTask, type Solver } from '@gs/domain/planner'
import type { Planner } from '../ports.ts'

/** Finds nothing and proves nothing: what the planner answers with it comes from its own tables and its search. */
const noSolver: Solver = {
  elapsed: () => performance.now() / 1000,
  solve: () => ({ status: 'unknown', values: [], bound: Number.NEGATIVE_INFINITY }),
}

/** The planner on the test's own thread, without the solver that belongs to `runtime`. */
export const tablesAlone: Planner = { solve: async (task) => answerTask(task, noSolver) }
