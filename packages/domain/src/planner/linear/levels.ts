import { compareOutcomes } from '../aims.ts'
import { type Found, withoutSuperfluous } from '../greedy.ts'
import type { PlanJudge } from '../judge.ts'
import type { Aim, Choice, Outcome, PlanProblem } from '../problem.ts'
import type { MixedAnswer, Solver, Terms } from './port.ts'
import { type AimSum, choicesOf, type PlanProgramme } from './programme.ts'

/** What the solver found: the best plan it knows, and what no plan can beat. */
export interface Solved {
  readonly choices: readonly Choice[]
  readonly outcome: Outcome
  readonly bound: Outcome
}

/** Values of an aim are whole multiples of its step, so a gap below one step is none. */
const GAP = 0.99
/** Coefficients above this are too coarse for floating point. */
const LARGEST_MERGED = 1e9
const EPSILON = 1e-6
/** Finishes times cycles: above it judging a solution alone takes seconds, and nobody would follow it. */
const MOST_JUDGED = 500_000

interface Level {
  readonly aims: readonly Aim[]
  readonly terms: Terms
  readonly constant: number
  /** What one unit of the first aim's cost stands for, and how often it stands in the cost. */
  readonly step: number
  readonly weight: number
}

const valueAt = (sum: AimSum, values: readonly number[]): number =>
  sum.terms.reduce((total, [column, coefficient]) => total + coefficient * (values[column] ?? 0), sum.constant)

/** Solves a programme aim after aim, each held at its value while the next is made small. */
export class LevelSolver {
  readonly #problem: PlanProblem
  readonly #programme: PlanProgramme
  readonly #judge: PlanJudge
  readonly #solver: Solver
  readonly #deadline: number
  #best: Found

  constructor(input: {
    readonly problem: PlanProblem
    readonly programme: PlanProgramme
    readonly judge: PlanJudge
    readonly solver: Solver
    readonly deadline: number
    /** A plan to begin with. */
    readonly first: Found
  }) {
    this.#problem = input.problem
    this.#programme = input.programme
    this.#judge = input.judge
    this.#solver = input.solver
    this.#deadline = input.deadline
    this.#best = input.first
  }

  #isOver(): boolean {
    return this.#solver.elapsed() > this.#deadline
  }

  #sumOf(aim: Aim): AimSum {
    return this.#programme.aims[aim]
  }

  #take(answer: MixedAnswer): Outcome | null {
    if (answer.values.length === 0) return null
    const choices = choicesOf(this.#programme, answer.values)
    if (choices.length * this.#judge.cycles.length > MOST_JUDGED) return null
    const outcome = this.#judge.outcome(choices)
    const order = this.#problem.minimise
    if (compareOutcomes(order, outcome, this.#best.outcome) < 0)
      this.#best = withoutSuperfluous(this.#problem, this.#judge, { choices, outcome }, () => this.#isOver())
    return outcome
  }

  #start(): Terms {
    const times = new Map<string, number>()
    for (const { activity, day } of this.#best.choices) {
      const key = `${activity}@${day}`
      times.set(key, (times.get(key) ?? 0) + 1)
    }
    return this.#programme.options.map(({ activity, day, column }) => [column, times.get(`${activity}@${day}`) ?? 0])
  }

  #run(level: Level): MixedAnswer {
    const seconds = this.#deadline - this.#solver.elapsed()
    if (seconds <= 0) return { status: 'unknown', values: [], bound: Number.NEGATIVE_INFINITY }
    const answer = this.#solver.solve(this.#programme.builder.programme(level.terms), {
      seconds,
      gap: GAP,
      start: this.#start(),
    })
    return answer
  }

  #level(aim: Aim): Level {
    const { terms, constant } = this.#sumOf(aim)
    const step = this.#programme.steps[aim]
    return {
      aims: [aim],
      terms: terms.map(([column, coefficient]) => [column, coefficient / step]),
      constant,
      step,
      weight: 1,
    }
  }

  /** The last two aims as one, where the numbers stay small enough: the first weighs more than all of the second. */
  #merged(first: Aim, second: Aim): Level | null {
    // Only sums of what is chosen have a smallest and a largest value that are known beforehand.
    if (first === 'unmet' || first === 'waste' || second === 'unmet' || second === 'waste') return null
    const a = this.#level(first)
    const b = this.#level(second)
    const { columns } = this.#programme.builder
    const most = b.terms.reduce((sum, [column, coefficient]) => sum + coefficient * (columns[column]?.upper ?? 0), 0)
    const weight = Math.floor(most) + 1
    const largest = a.terms.reduce((most, [, coefficient]) => Math.max(most, coefficient), 0)
    if (largest * weight > LARGEST_MERGED) return null
    const terms = [
      ...a.terms.map(([column, coefficient]): [number, number] => [column, coefficient * weight]),
      ...b.terms,
    ]
    return { aims: [first, second], terms, constant: 0, step: a.step, weight }
  }

  #hold(aim: Aim, value: number): void {
    const { terms, constant } = this.#sumOf(aim)
    if (aim === 'unmet' && value === 0)
      for (const column of this.#programme.renewable) this.#programme.builder.atLeast(column, 1)
    else this.#programme.builder.row(terms, { upper: value - constant })
  }

  /** Solves all aims in order; null where the programme has no solution at all. */
  solve(): Solved | null {
    const order = this.#problem.minimise
    const bound: Record<Aim, number> = { unmet: 0, waste: 0, price: 0, hours: 0 }
    for (let i = 0; i < order.length; i++) {
      const aim = order[i] as Aim
      if (
        this.#best.outcome[aim] === 0 &&
        order.slice(0, i).every((each) => this.#best.outcome[each] === bound[each])
      ) {
        // Nothing is less than nothing: the plan at hand is the proof.
        this.#hold(aim, 0)
        continue
      }
      const rest = order.slice(i)
      const pair = rest.length === 2 ? this.#merged(rest[0] as Aim, rest[1] as Aim) : null
      const level = pair ?? this.#level(aim)
      const answer = this.#run(level)
      if (answer.status === 'infeasible') return null
      const outcome = this.#take(answer)
      if (outcome && !this.#isFaithful(level, answer.values, { outcome, bound, held: order.slice(0, i) })) return null
      if (answer.status !== 'optimal' || !outcome) return this.#cutShort(bound, i, answer, level)
      for (const each of level.aims) {
        bound[each] = outcome[each]
        this.#hold(each, outcome[each])
      }
      if (pair) break
    }
    return { ...this.#best, bound }
  }

  /** Does the judge see what the programme says? Where it does not, the programme proves nothing. */
  #isFaithful(
    level: Level,
    values: readonly number[],
    { outcome, bound, held }: { outcome: Outcome; bound: Outcome; held: readonly Aim[] },
  ): boolean {
    const agrees = (aim: Aim): boolean =>
      Math.abs(valueAt(this.#sumOf(aim), values) - outcome[aim]) < this.#programme.steps[aim] / 2
    return level.aims.every(agrees) && held.every((aim) => outcome[aim] <= bound[aim])
  }

  /** The time is over: what is known of the aim at hand, nothing of those after it. */
  #cutShort(bound: Record<Aim, number>, index: number, answer: MixedAnswer, level: Level): Solved | null {
    const aim = this.#problem.minimise[index] as Aim
    if (Number.isFinite(answer.bound)) {
      const steps = Math.floor(Math.ceil(answer.bound - EPSILON) / level.weight)
      bound[aim] = Math.max(0, steps * level.step + level.constant)
    }
    return { ...this.#best, bound }
  }
}
