/** A sum of columns: `[column, coefficient]`, each column once. */
export type Terms = readonly (readonly [column: number, coefficient: number])[]

/** One side may be infinite. */
export interface MixedRow {
  readonly terms: Terms
  readonly lower: number
  readonly upper: number
}

export interface MixedColumn {
  readonly lower: number
  readonly upper: number
  readonly integer: boolean
}

/** A mixed-integer programme: minimise `cost`, within rows and columns. */
export interface MixedProgramme {
  readonly columns: readonly MixedColumn[]
  readonly rows: readonly MixedRow[]
  readonly cost: Terms
}

export interface MixedAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  /** One value a column; empty where nothing feasible was found. */
  readonly values: readonly number[]
  /** No solution costs less. */
  readonly bound: number
}

export interface MixedLimits {
  /** Seconds after which the best solution so far is returned. */
  readonly seconds: number
  /** Differences in cost of this or less are none. */
  readonly gap: number
  /** A known solution to begin with: values of the integer columns. */
  readonly start: Terms | null
}

/** What the planner needs of a solver; adapters live outside the domain. */
export interface Solver {
  solve(programme: MixedProgramme, limits: MixedLimits): MixedAnswer
  /** Seconds since some fixed moment: the planner's only clock, for its time limit. */
  elapsed(): number
}
