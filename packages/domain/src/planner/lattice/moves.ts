import type { Block } from './blocks.ts'
import type { Cost } from './bounds.ts'
import type { CoveringProblem } from './model.ts'

/** One placement of an activity, as a step from state to state. */
export interface Move {
  readonly placement: number
  readonly cost: number
  /** The work that it takes, and the day by which it must be done. */
  readonly hours: number
  readonly day: number
  /** For each block the state after it by the state before, null where nothing changes. */
  readonly next: readonly (Int32Array | null)[]
}

/** The moves of every activity, the cheapest first. */
export const movesOf = (
  { activities }: CoveringProblem,
  costs: readonly (readonly Cost[])[],
  blocks: readonly Block[],
): Move[][] =>
  costs.map((own, activity) =>
    own
      .map(
        ({ whole }, placement): Move => ({
          placement,
          cost: whole,
          hours: activities[activity]?.[placement]?.costs.hours ?? 0,
          day: activities[activity]?.[placement]?.moment.day ?? 0,
          next: blocks.map(
            (block) =>
              (block.classes[activity] ?? []).find(({ placements }) => placements.includes(placement))?.next ?? null,
          ),
        }),
      )
      .sort((a, b) => a.cost - b.cost),
  )

/** Makes a move; false where it changes nothing. */
export function makeMove(move: Move, from: Int32Array, to: Int32Array): boolean {
  let changes = false
  for (let b = 0; b < from.length; b++) {
    const next = move.next[b]
    const state = from[b] as number
    const then = next ? (next[state] as number) : state
    if (then !== state) changes = true
    to[b] = then
  }
  return changes
}
