import type { PlannedCycle } from '../cycles.ts'
import type { PlanJudge } from '../judge.ts'
import type { Solved } from '../linear/levels.ts'
import type { Aim, Choice, Outcome, PlanProblem } from '../problem.ts'
import { beam } from './beam.ts'
import { blocksOf } from './blocks.ts'
import { boundsOf } from './bounds.ts'
import {
  type CoveringProblem,
  costOf,
  coveringOf,
  type Placement,
  type Weights,
  wasteCost,
  weightsOf,
} from './model.ts'
import { movesOf } from './moves.ts'
import { PaceAccount } from './pace.ts'
import { Walk } from './walk.ts'

/** The first moves of shares, and the first growth of the limit, as parts of the dearest activity. */
const SHARE_STEP = 1 / 8
const LIMIT_STEP = 1 / 32
/** The part of the time that may go into bounds. */
const BOUNDS_SHARE = 0.4

/** Activities that do much first: they leave the least to guess. */
function inOrder(covering: CoveringProblem): CoveringProblem {
  const weight = (own: readonly Placement[]): number =>
    Math.max(
      ...own.map(({ adds }) =>
        adds.reduce((sum, add, index) => sum + add / (covering.requirements[index]?.need ?? 1), 0),
      ),
    )
  return { ...covering, activities: [...covering.activities].sort((a, b) => weight(b) - weight(a)) }
}

/** The largest difference that one activity makes in the first aim after waste. */
function dearest({ activities }: CoveringProblem, { aims, steps, weights }: Weights): number {
  const i = aims.indexOf('waste') === 0 ? 1 : 0
  const aim = aims[i] ?? 'price'
  const most = activities.flat().reduce((largest, { costs }) => Math.max(largest, costs[aim]), 0)
  return Math.max(1, (most / (steps[i] ?? 1)) * (weights[i] ?? 1))
}

/** A bound on the whole number as bounds on the aims: of an aim after one that is not proven nothing is known. */
function boundOf(
  least: number,
  outcome: Outcome,
  { covering, weights }: { covering: CoveringProblem; weights: Weights },
): Outcome {
  const bound: Record<Aim, number> = { unmet: 0, waste: 0, price: 0, hours: 0 }
  let rest = Math.ceil(least)
  for (const [i, aim] of weights.aims.entries()) {
    const before = aim === 'waste' ? covering.wasteBefore : 0
    const steps = Math.floor(rest / (weights.weights[i] ?? 1))
    bound[aim] = Math.max(0, steps * (weights.steps[i] ?? 1) + before)
    if (bound[aim] < outcome[aim]) return bound
    rest -= steps * (weights.weights[i] ?? 1)
  }
  return outcome
}

/** Solves a problem of sums exactly; null where it is none, or where no plan that renews every cycle was found. */
export function solveCovering(
  problem: PlanProblem,
  cycles: readonly PlannedCycle[],
  { judge, elapsed, deadline }: { judge: PlanJudge; elapsed: () => number; deadline: number },
): Solved | null {
  if (problem.minimise[0] !== 'unmet') return null
  const read = coveringOf(problem, cycles)
  if (!read) return null
  const covering = inOrder(read)
  const weights = weightsOf(covering, problem.minimise)
  const blocks = blocksOf(covering, (cycle) => cycles[cycle]?.holding ?? 0)
  if (!weights || !blocks) return null
  const costs = covering.activities.map((own) =>
    own.map((placement) => ({
      whole: costOf(weights, placement),
      alone: blocks.map((block) => wasteCost(weights, placement, (cycle) => block.cycles.has(cycle))),
    })),
  )
  const begun = elapsed()
  const stop = (): boolean => elapsed() > deadline
  const enough = (): boolean => elapsed() > begun + (deadline - begun) * BOUNDS_SHARE
  const unit = dearest(covering, weights)
  const bounds = boundsOf(costs, blocks, { step: unit * SHARE_STEP, stop: enough })
  if (bounds.least === Number.POSITIVE_INFINITY) return null
  const moves = movesOf(covering, costs, blocks)
  const known = beam({ blocks, bounds, moves }, problem)
  const { taken, least } = new Walk({ blocks, bounds, moves, pace: new PaceAccount(problem, moves) }, stop).run(
    unit * LIMIT_STEP,
    known,
  )
  if (taken === null) return null
  const choices: Choice[] = []
  taken.forEach((placement, activity) => {
    const chosen = covering.activities[activity]?.[placement]
    if (chosen) choices.push({ activity: chosen.moment.activity, day: chosen.moment.day })
  })
  const outcome = judge.outcome(choices)
  const proven = boundOf(least, outcome, { covering, weights })
  // The judge has the last word: where it sees another outcome than the sums say, they prove nothing.
  const agrees = outcome.unmet === 0 && weights.aims.every((aim) => outcome[aim] === toldBy(aim, taken, covering))
  return agrees ? { choices, outcome, bound: proven } : null
}

/** What the sums say of an aim. */
const toldBy = (aim: Exclude<Aim, 'unmet'>, taken: Int32Array, covering: CoveringProblem): number =>
  taken.reduce(
    (sum, placement, activity) => sum + (covering.activities[activity]?.[placement]?.costs[aim] ?? 0),
    aim === 'waste' ? covering.wasteBefore : 0,
  )
