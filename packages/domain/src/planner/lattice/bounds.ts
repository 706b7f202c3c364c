import type { Block } from './blocks.ts'

// A placement that serves several blocks has its cost shared out among them. Whatever the shares, the cheapest ways to
// satisfy each block alone, added up, cost no more than any plan: a lower bound, and one for every state on the way.
// Shares are moved from blocks that would take a placement to those that would not, until that makes no difference
// (a subgradient method for Lagrangian decomposition). All numbers are whole, so the bounds are exact.

/** The cheapest completion of a block, by the first activity left and the state. */
export type Table = readonly Float64Array[]

export interface Bounds {
  readonly tables: readonly Table[]
  /** No plan costs less; infinite where there is no plan. */
  readonly least: number
}

/** No completion costs less, from the first activity left and the state of every block. */
export function boundAt({ tables }: Bounds, activity: number, states: Int32Array): number {
  let bound = 0
  for (let b = 0; b < tables.length; b++)
    bound += ((tables[b] as Table)[activity] as Float64Array)[states[b] as number] as number
  return bound
}

/** Shares of a placement's cost by block. */
type Shares = Float64Array[][]

/** What a placement costs, and what of it is due to single blocks. */
export interface Cost {
  readonly whole: number
  readonly alone: readonly number[]
}

const ROUNDS = 32
/** Rounds without a better bound after which the steps become smaller. */
const PATIENCE = 4

/** Each block bears what it costs alone; what is left is shared by those that the placement serves. */
const shareOut = (costs: readonly (readonly Cost[])[], serving: Serving, blocks: number): Shares =>
  costs.map((placements, activity) =>
    placements.map(({ whole, alone }, placement) => {
      const served = serving[activity]?.[placement] ?? []
      const left = served.reduce((rest, b) => rest - (alone[b] ?? 0), whole)
      const share = Math.floor(left / served.length)
      const shares = new Float64Array(blocks)
      for (const [i, b] of served.entries())
        shares[b] = (alone[b] ?? 0) + share + (i === 0 ? left - share * served.length : 0)
      return shares
    }),
  )

function tableOf(block: Block, index: number, shares: Shares): Table {
  const activities = block.classes.length
  const last = new Float64Array(block.states).fill(Number.POSITIVE_INFINITY)
  last[0] = 0
  const table: Float64Array[] = Array.from({ length: activities + 1 }, () => last)
  for (let activity = activities - 1; activity >= 0; activity--) {
    const after = table[activity + 1] as Float64Array
    const here = after.slice()
    for (const { next, placements } of block.classes[activity] ?? []) {
      let cost = Number.POSITIVE_INFINITY
      for (const placement of placements) cost = Math.min(cost, shares[activity]?.[placement]?.[index] ?? 0)
      for (let state = 0; state < block.states; state++) {
        const value = cost + (after[next[state] as number] as number)
        if (value < (here[state] as number)) here[state] = value
      }
    }
    table[activity] = here
  }
  return table
}

/** Which placement the cheapest way of a block takes of each activity; -1 for none. */
function takenBy(block: Block, index: number, { table, shares }: { table: Table; shares: Shares }): Int32Array {
  const taken = new Int32Array(block.classes.length).fill(-1)
  let state = block.start
  for (let activity = 0; activity < taken.length; activity++) {
    const after = table[activity + 1] as Float64Array
    const value = (table[activity] as Float64Array)[state] as number
    if (value === after[state]) continue
    for (const { next, placements } of block.classes[activity] ?? [])
      for (const placement of placements) {
        const then = next[state] as number
        if (
          taken[activity] === -1 &&
          (shares[activity]?.[placement]?.[index] ?? 0) + (after[then] as number) === value
        ) {
          taken[activity] = placement
          state = then
        }
      }
  }
  return taken
}

const total = (blocks: readonly Block[], tables: readonly Table[]): number =>
  tables.reduce((sum, table, b) => sum + ((table[0] as Float64Array)[blocks[b]?.start ?? 0] as number), 0)

/** The blocks that each placement serves. */
type Serving = readonly (readonly (readonly number[])[])[]

const servingOf = (costs: readonly (readonly Cost[])[], blocks: readonly Block[]): Serving =>
  costs.map((placements, activity) =>
    placements.map((_, placement) =>
      blocks.flatMap((block, b) =>
        (block.classes[activity] ?? []).some(({ placements: some }) => some.includes(placement)) ? [b] : [],
      ),
    ),
  )

/** Moves shares towards agreement; returns false where the blocks agree already. */
function move(shares: Shares, serving: Serving, { taken, step }: { taken: Int32Array[]; step: number }): boolean {
  let moved = false
  for (let activity = 0; activity < shares.length; activity++) {
    const own = shares[activity] ?? []
    for (let placement = 0; placement < own.length; placement++) {
      const share = own[placement] as Float64Array
      const served = serving[activity]?.[placement] ?? []
      let wanting = 0
      for (const b of served) if ((taken[b] as Int32Array)[activity] === placement) wanting++
      if (wanting === 0 || wanting === served.length) continue
      moved = true
      // Whole numbers only, and what one block gives up another gets.
      const up = Math.round(step * (served.length - wanting))
      const down = Math.floor((up * wanting) / (served.length - wanting))
      let rest = up * wanting - down * (served.length - wanting)
      for (const b of served) {
        if ((taken[b] as Int32Array)[activity] === placement) share[b] = (share[b] as number) + up
        else {
          share[b] = (share[b] as number) - down - rest
          rest = 0
        }
      }
    }
  }
  return moved
}

/** The best bounds that a number of rounds finds, or those of the time when `stop` says so. */
export function boundsOf(
  costs: readonly (readonly Cost[])[],
  blocks: readonly Block[],
  { step: first, stop }: { readonly step: number; readonly stop: () => boolean },
): Bounds {
  const serving = servingOf(costs, blocks)
  const shares = shareOut(costs, serving, blocks.length)
  let best: Bounds = { tables: [], least: Number.NEGATIVE_INFINITY }
  let step = first
  let idle = 0
  for (let round = 0; round < ROUNDS; round++) {
    const tables = blocks.map((block, b) => tableOf(block, b, shares))
    const least = total(blocks, tables)
    if (least > best.least) {
      best = { tables, least }
      idle = 0
    } else if (++idle >= PATIENCE) {
      step /= 2
      idle = 0
    }
    if (least === Number.POSITIVE_INFINITY || blocks.length === 1 || step < 0.5 || stop()) break
    const taken = blocks.map((block, b) => takenBy(block, b, { table: tables[b] as Table, shares }))
    if (!move(shares, serving, { taken, step })) break
  }
  return best
}
