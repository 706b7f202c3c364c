import type { Block } from './blocks.ts'
import { type Bounds, boundAt } from './bounds.ts'
import { type Move, makeMove } from './moves.ts'

/** Partial plans that are kept at each activity. */
const WIDTH = 400

interface Partial {
  readonly states: Int32Array
  readonly cost: number
  readonly bound: number
  readonly taken: { readonly placement: number; readonly before: Partial['taken'] } | null
}

/** A good plan, quickly: the most promising partial plans, activity by activity; null where none of them ends well. */
export function beam(
  { blocks, bounds, moves }: { blocks: readonly Block[]; bounds: Bounds; moves: readonly (readonly Move[])[] },
  stop: () => boolean,
): { readonly taken: Int32Array; readonly cost: number } | null {
  const start = Int32Array.from(blocks, (block) => block.start)
  let front: Partial[] = [{ states: start, cost: 0, bound: bounds.least, taken: null }]
  for (const [activity, own] of moves.entries()) {
    const byStates = new Map<string, Partial>()
    const offer = (from: Partial, placement: number, states: Int32Array, cost: number): void => {
      const bound = cost + boundAt(bounds, activity + 1, states)
      if (bound === Number.POSITIVE_INFINITY) return
      const key = states.join()
      const known = byStates.get(key)
      if (known && known.cost <= cost) return
      byStates.set(key, { states, cost, bound, taken: { placement, before: from.taken } })
    }
    for (const from of front) {
      offer(from, -1, from.states, from.cost)
      for (const move of own) {
        const states = new Int32Array(from.states.length)
        if (makeMove(move, from.states, states)) offer(from, move.placement, states, from.cost + move.cost)
      }
    }
    front = [...byStates.values()].sort((a, b) => a.bound - b.bound).slice(0, WIDTH)
    if (stop()) return null
  }
  const [best] = front.filter(({ states }) => states.every((state) => state === 0)).sort((a, b) => a.cost - b.cost)
  if (!best) return null
  const taken = new Int32Array(moves.length).fill(-1)
  let link = best.taken
  for (let activity = moves.length - 1; activity >= 0 && link; activity--) {
    taken[activity] = link.placement
    link = link.before
  }
  return { taken, cost: best.cost }
}
