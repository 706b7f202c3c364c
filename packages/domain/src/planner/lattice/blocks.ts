import { commonDivisor } from '../linear/builder.ts'
import type { CoveringProblem } from './model.ts'

/** Placements of one activity that do the same in a block. */
interface Class {
  /** The state after it, by the state before it. */
  readonly next: Int32Array
  /** Numbers of placements. */
  readonly placements: readonly number[]
}

/** Some requirements looked at for themselves: every combination of what may still be lacking is a state, 0 is nothing. */
export interface Block {
  readonly cycles: ReadonlySet<number>
  readonly states: number
  readonly start: number
  /** For each activity, in the order of the walk. */
  readonly classes: readonly (readonly Class[])[]
}

/** States of a block beyond which its tables take too long. */
const MOST_STATES = 12_000
/** Cells of all tables together, filled once a round. */
const MOST_CELLS = 8_000_000

interface Row {
  readonly levels: number
  readonly adds: (activity: number, placement: number) => number
}

/** A requirement in whole steps of what divides everything that adds to it. */
function rowOf(covering: CoveringProblem, index: number): Row {
  const need = covering.requirements[index]?.need ?? 0
  const all = covering.activities.flatMap((own) => own.map(({ adds }) => adds[index] ?? 0))
  const step = commonDivisor(all)
  return {
    levels: Math.ceil(need / step) + 1,
    adds: (activity, placement) => (covering.activities[activity]?.[placement]?.adds[index] ?? 0) / step,
  }
}

function blockOf(covering: CoveringProblem, rows: readonly Row[], cycles: ReadonlySet<number>): Block | null {
  let states = 1
  const radix: number[] = []
  for (const { levels } of rows) {
    radix.push(states)
    states *= levels
    if (states > MOST_STATES) return null
  }
  // Activities that add the same share a table.
  const tables = new Map<string, Int32Array>()
  const tableFor = (adds: readonly number[]): Int32Array => {
    const known = tables.get(adds.join())
    if (known) return known
    const fresh = nextStates(states, { rows, radix, adds })
    tables.set(adds.join(), fresh)
    return fresh
  }
  const classes = covering.activities.map((placements, activity) => {
    const byAdds = new Map<string, Class & { placements: number[] }>()
    placements.forEach((_, placement) => {
      const adds = rows.map((row) => row.adds(activity, placement))
      if (adds.every((add) => add === 0)) return
      const known = byAdds.get(adds.join())
      if (known) known.placements.push(placement)
      else byAdds.set(adds.join(), { placements: [placement], next: tableFor(adds) })
    })
    return [...byAdds.values()]
  })
  return { cycles, states, start: states - 1, classes }
}

function nextStates(
  states: number,
  { rows, radix, adds }: { rows: readonly Row[]; radix: readonly number[]; adds: readonly number[] },
): Int32Array {
  const next = Int32Array.from({ length: states }, (_, state) => state)
  for (let r = 0; r < rows.length; r++) {
    const add = adds[r] ?? 0
    if (add === 0) continue
    const size = radix[r] ?? 1
    const levels = rows[r]?.levels ?? 1
    for (let state = 0; state < states; state++) {
      const lacking = Math.trunc(state / size) % levels
      next[state] = (next[state] as number) - Math.min(lacking, add) * size
    }
  }
  return next
}

/**
 * The requirements in blocks, as large as their tables allow: all of a holding, else all of a cycle; null where even
 * those are too many states.
 */
export function blocksOf(covering: CoveringProblem, holdingOf: (cycle: number) => number): Block[] | null {
  const rows = covering.requirements.map((_, index) => rowOf(covering, index))
  const cycles = [...new Set(covering.requirements.map(({ cycle }) => cycle))]
  const blockWhere = (belongs: (cycle: number) => boolean): Block | null =>
    blockOf(
      covering,
      rows.filter((_, index) => belongs(covering.requirements[index]?.cycle ?? -1)),
      new Set(cycles.filter(belongs)),
    )
  const holdings = [...new Set(cycles.map(holdingOf))]
  const most = MOST_CELLS / holdings.length
  const blocks = holdings.flatMap((holding): (Block | null)[] => {
    const whole = blockWhere((cycle) => holdingOf(cycle) === holding)
    if (whole && cellsOf(whole) <= most) return [whole]
    return cycles
      .filter((cycle) => holdingOf(cycle) === holding)
      .map((own) => {
        const part = blockWhere((cycle) => cycle === own)
        return part && cellsOf(part) <= most ? part : null
      })
  })
  return blocks.some((block) => block === null) ? null : blocks.flatMap((block) => block ?? [])
}

const cellsOf = (block: Block): number =>
  block.states * block.classes.reduce((sum, classes) => sum + 1 + classes.length, 0)
