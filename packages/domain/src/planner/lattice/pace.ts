import { DAYS_A_WEEK } from '../pace/capacity.ts'
import type { PlanProblem } from '../problem.ts'
import type { Move } from './moves.ts'

/** Keeps account of the work that is due by each day, and whether it fits. */
export class PaceAccount {
  readonly #days: readonly number[]
  readonly #room: Float64Array
  readonly #limited: boolean

  constructor({ asOf, hoursPerWeek }: PlanProblem, moves: readonly (readonly Move[])[]) {
    this.#limited = hoursPerWeek !== null
    this.#days = [...new Set(moves.flat().map(({ day }) => day))].sort((a, b) => a - b)
    this.#room = Float64Array.from(this.#days, (day) => (hoursPerWeek ?? 0) * (day - asOf + 1))
  }

  get limited(): boolean {
    return this.#limited
  }

  /** Books the work of a move; false, and nothing booked, where it does not fit. */
  take(move: Move): boolean {
    if (!this.#limited) return true
    const work = move.hours * DAYS_A_WEEK
    for (let i = this.#days.length - 1; i >= 0 && (this.#days[i] as number) >= move.day; i--)
      if ((this.#room[i] as number) < work) return false
    this.#book(move, work)
    return true
  }

  /** Takes a booking back. */
  giveBack(move: Move): void {
    if (this.#limited) this.#book(move, -move.hours * DAYS_A_WEEK)
  }

  #book(move: Move, work: number): void {
    for (let i = this.#days.length - 1; i >= 0 && (this.#days[i] as number) >= move.day; i--)
      this.#room[i] = (this.#room[i] as number) - work
  }
}
