import type { Day } from '../../kernel/index.ts'
import { fits } from '../pace/capacity.ts'
import type { PlanProblem } from '../problem.ts'
import type { Block } from './blocks.ts'
import { type Bounds, boundAt } from './bounds.ts'
import { type Move, makeMove } from './moves.ts'

/** Partial plans that are kept at each activity: fewer where there are many activities. */
const MOST_KEPT = 400
const LEAST_KEPT = 24
const KEPT_TOGETHER = 12_000

interface Partial {
  readonly states: Int32Array
  readonly cost: number
  readonly bound: number
  readonly taken: { readonly move: Move | null; readonly before: Partial['taken'] } | null
}

/** Does the work of a chain of moves fit the pace? */
function fitsPace({ asOf, hoursPerWeek }: PlanProblem, taken: Partial['taken']): boolean {
  if (hoursPerWeek === null) return true
  const works: { hours: number; by: Day }[] = []
  for (let link = taken; link; link = link.before)
    if (link.move) works.push({ hours: link.move.hours, by: link.move.day as Day })
  return fits(asOf, hoursPerWeek, works)
}

/** A good plan, quickly: the most promising partial plans, activity by activity; null where none of them ends well. */
export function beam(
  { blocks, bounds, moves }: { blocks: readonly Block[]; bounds: Bounds; moves: readonly (readonly Move[])[] },
  problem: PlanProblem,
): { readonly taken: Int32Array; readonly cost: number } | null {
  const width = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, Math.floor(KEPT_TOGETHER / moves.length)))
  const start = Int32Array.from(blocks, (block) => block.start)
  let front: Partial[] = [{ states: start, cost: 0, bound: bounds.least, taken: null }]
  for (const [activity, own] of moves.entries()) {
    const byStates = new Map<string, Partial>()
    const offer = (from: Partial, move: Move | null, states: Int32Array): void => {
      const cost = from.cost + (move?.cost ?? 0)
      const bound = cost + boundAt(bounds, activity + 1, states)
      if (bound === Number.POSITIVE_INFINITY) return
      const key = states.join()
      const known = byStates.get(key)
      if (known && known.cost <= cost) return
      const taken = { move, before: from.taken }
      if (fitsPace(problem, taken)) byStates.set(key, { states, cost, bound, taken })
    }
    for (const from of front) {
      offer(from, null, from.states)
      for (const move of own) {
        const states = new Int32Array(from.states.length)
        if (makeMove(move, from.states, states)) offer(from, move, states)
      }
    }
    front = [...byStates.values()].sort((a, b) => a.bound - b.bound).slice(0, width)
  }
  const [best] = front.filter(({ states }) => states.every((state) => state === 0)).sort((a, b) => a.cost - b.cost)
  if (!best) return null
  const taken = new Int32Array(moves.length).fill(-1)
  let link = best.taken
  for (let activity = moves.length - 1; activity >= 0 && link; activity--) {
    taken[activity] = link.move?.placement ?? -1
    link = link.before
  }
  return { taken, cost: best.cost }
}
