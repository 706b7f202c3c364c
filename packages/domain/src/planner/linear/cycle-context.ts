import type { Day } from '../../kernel/index.ts'
import type { PlannedCycle } from '../cycles.ts'
import type { Moment } from '../moments.ts'
import type { PlanProblem } from '../problem.ts'
import type { Supply } from '../supply.ts'
import type { ProgrammeBuilder } from './builder.ts'

/** A finish with the column that says how often it is chosen. */
export interface Option extends Moment {
  readonly column: number
  readonly most: number
}

/** Something that counts, and how often: `column` times, or once where it is there already. */
export interface Part {
  readonly supply: Supply
  /** null: it is there in any case. */
  readonly column: number | null
}

export interface CycleContext {
  readonly problem: PlanProblem
  readonly cycle: PlannedCycle
  readonly builder: ProgrammeBuilder
  /** Finishes that may concern this cycle. */
  readonly options: readonly Option[]
  readonly renewals: readonly Day[]
}
