import type { Block } from './blocks.ts'
import { type Bounds, boundAt } from './bounds.ts'
import { type Move, makeMove } from './moves.ts'
import type { PaceAccount } from './pace.ts'

/** A plan: the placement taken of each activity, -1 for none. */
export interface Walked {
  readonly taken: Int32Array | null
  readonly cost: number
  /** No plan costs less. */
  readonly least: number
}

/** States remembered; a later one takes the place of an earlier one with the same number. */
const REMEMBERED = 1 << 20
const NODES_BETWEEN = 2048

/**
 * Walks the activities in order, taking a placement or none, as long as cost so far and bound do not exceed a limit.
 * The limit grows until a plan is found, so that the last walk is hardly larger than the proof needs (Korf's iterative
 * deepening); states that were reached before at no higher cost are left.
 */
export class Walk {
  readonly #blocks: readonly Block[]
  readonly #bounds: Bounds
  readonly #moves: readonly (readonly Move[])[]
  readonly #pace: PaceAccount
  readonly #remembers: boolean
  readonly #stop: () => boolean
  readonly #keys = new Float64Array(REMEMBERED)
  readonly #costs = new Float64Array(REMEMBERED)
  readonly #states: Int32Array[]
  readonly #taken: Int32Array
  #limit = 0
  #next = Number.POSITIVE_INFINITY
  #nodes = 0
  #stopped = false
  #best: { readonly taken: Int32Array; readonly cost: number } | null = null

  constructor(
    input: { blocks: readonly Block[]; bounds: Bounds; moves: readonly (readonly Move[])[]; pace: PaceAccount },
    stop: () => boolean,
  ) {
    this.#blocks = input.blocks
    this.#bounds = input.bounds
    this.#stop = stop
    this.#moves = input.moves
    this.#pace = input.pace
    // A state must be one exact number; and under a limit of pace it may be reached again with less work behind it.
    const numbers = input.blocks.reduce((product, block) => product * block.states, input.moves.length + 2)
    this.#remembers = numbers < Number.MAX_SAFE_INTEGER && !input.pace.limited
    this.#states = Array.from({ length: input.moves.length + 1 }, () => Int32Array.from(input.blocks, (b) => b.start))
    this.#taken = new Int32Array(input.moves.length).fill(-1)
  }

  /** Was this state reached before at no higher cost? Remembers it. */
  #isKnown(activity: number, states: Int32Array, cost: number): boolean {
    if (!this.#remembers) return false
    let key = activity + 1
    for (let b = 0; b < this.#blocks.length; b++) key = key * (this.#blocks[b] as Block).states + (states[b] as number)
    const slot =
      Math.abs(Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x85ebca6b)) % REMEMBERED
    if (this.#keys[slot] === key && (this.#costs[slot] as number) <= cost) return true
    this.#keys[slot] = key
    this.#costs[slot] = cost
    return false
  }

  #visit(activity: number, cost: number): void {
    if (++this.#nodes % NODES_BETWEEN === 0 && this.#stop()) this.#stopped = true
    if (this.#stopped) return
    const states = this.#states[activity] as Int32Array
    const after = this.#states[activity + 1]
    if (after === undefined || states.every((state) => state === 0)) {
      this.#best = { taken: this.#taken.slice(), cost }
      // Whole numbers: from here on only something cheaper is of interest.
      this.#limit = cost - 1
      return
    }
    for (const move of this.#moves[activity] as readonly Move[]) {
      if (!makeMove(move, states, after)) continue
      if (!this.#isPromising(activity + 1, cost + move.cost) || !this.#pace.take(move)) continue
      this.#taken[activity] = move.placement
      this.#enter(activity + 1, cost + move.cost)
      this.#pace.giveBack(move)
    }
    this.#taken[activity] = -1
    after.set(states)
    if (this.#isPromising(activity + 1, cost)) this.#enter(activity + 1, cost)
  }

  /** Could a plan within the limit go on from here? What is cut off says how far the limit must grow. */
  #isPromising(activity: number, cost: number): boolean {
    const bound = cost + boundAt(this.#bounds, activity, this.#states[activity] as Int32Array)
    if (bound <= this.#limit) return true
    if (bound < this.#next) this.#next = bound
    return false
  }

  #enter(activity: number, cost: number): void {
    const states = this.#states[activity] as Int32Array
    if (!this.#isKnown(activity, states, cost)) this.#visit(activity, cost)
  }

  #walk(limit: number): void {
    this.#limit = limit
    this.#next = Number.POSITIVE_INFINITY
    this.#keys.fill(0)
    this.#taken.fill(-1)
    this.#visit(0, 0)
  }

  /**
   * Walks with growing limits until the best plan is proven or time is over. `step` is the first growth; `known` a plan
   * to begin with.
   */
  run(step: number, known: { readonly taken: Int32Array; readonly cost: number } | null): Walked {
    this.#best = known
    let least = this.#bounds.least
    let grown = step
    while (least < Number.POSITIVE_INFINITY) {
      const worthwhile = this.#best ? this.#best.cost - 1 : Number.POSITIVE_INFINITY
      if (least > worthwhile) break
      const limit = Math.min(least + grown, worthwhile)
      const before = this.#best
      this.#walk(limit)
      if (this.#stopped) return this.#answer(least)
      // Nothing within the limit: every other plan costs more, and what was cut off says how much at least.
      if (this.#best === before) least = Math.max(least, Math.min(this.#next, Number.POSITIVE_INFINITY))
      else break
      grown *= 2
    }
    return this.#answer(this.#best ? this.#best.cost : Number.POSITIVE_INFINITY)
  }

  #answer(least: number): Walked {
    const best = this.#best
    return best
      ? { taken: best.taken, cost: best.cost, least: Math.min(least, best.cost) }
      : { taken: null, cost: Number.POSITIVE_INFINITY, least }
  }
}
