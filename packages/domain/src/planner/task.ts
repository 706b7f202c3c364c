import { compilePack, type Pack } from '../rules/index.ts'
import type { Solver } from './linear/port.ts'
import type { Plan, PlannedHolding, PlanProblem } from './problem.ts'
import { type Relaxation, relaxationsOf } from './relax.ts'
import { planWith, remaining, type Wishes } from './wishes.ts'

/** A problem as plain data: it goes to another thread, or to a browser, with its packs not yet compiled. */
export interface SentProblem extends Omit<PlanProblem, 'holdings'> {
  readonly holdings: readonly (Omit<PlannedHolding, 'pack'> & { readonly pack: Pack })[]
}

/** The problem as plain data. */
export const sentProblem = (problem: PlanProblem): SentProblem => ({
  ...problem,
  holdings: problem.holdings.map((holding) => ({ ...holding, pack: holding.pack.pack })),
})

/** The problem from plain data, its packs compiled. */
export const receivedProblem = (sent: SentProblem): PlanProblem => ({
  ...sent,
  holdings: sent.holdings.map((holding) => ({ ...holding, pack: compilePack(holding.pack) })),
})

/** A question to whoever plans in the background. */
export interface PlanTask extends Wishes {
  readonly problem: SentProblem
  readonly seconds: number
  /** False where nobody reads what would help: the time is spent on the plan alone. */
  readonly relax?: boolean
}

export interface PlanAnswer {
  readonly plan: Plan
  /** What would let more be renewed; empty where everything is, or nothing helps. */
  readonly relaxations: readonly Relaxation[]
}

/** The part of the time left that may go into relaxations. */
const FOR_RELAXATIONS = 0.5

/** Plans one task within its time; what is left of it goes into finding out what would help where a cycle stays open. */
export function answerTask({ problem: sent, seconds, relax = true, ...wishes }: PlanTask, solver: Solver): PlanAnswer {
  const problem = receivedProblem(sent)
  const begun = solver.elapsed()
  const found = planWith(problem, wishes, { solver, seconds })
  if (!relax) return { plan: found, relaxations: [] }
  const left = (begun + seconds - solver.elapsed()) * FOR_RELAXATIONS
  const { rest } = remaining(problem, wishes)
  return { plan: found, relaxations: relaxationsOf(rest, found, { solver, seconds: left }) }
}
