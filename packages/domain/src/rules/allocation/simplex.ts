/** A linear programme in integers: maximise the objectives one after the other. */
export interface LinearProgram {
  readonly variables: number
  readonly rows: readonly LinearRow[]
  /** Each is maximised among the optima of those before it. */
  readonly objectives: readonly (readonly number[])[]
}

export interface LinearRow {
  /** One coefficient a variable. */
  readonly coefficients: readonly number[]
  readonly sense: '<=' | '>=' | '='
  /** Never negative. */
  readonly bound: number
}

/** Values are `numerators[i] / denominator`, exactly. */
export interface LinearSolution {
  readonly numerators: readonly number[]
  readonly denominator: number
}

/** A row of zeros. */
export const zeros = (length: number): number[] => Array.from({ length }, () => 0)

interface Tableau {
  readonly cells: number[][]
  readonly basis: number[]
  readonly width: number
  denominator: number
}

/**
 * Integer-preserving pivot (Edmonds; Bareiss): every entry stays an integer, the common denominator is the pivot before.
 * For the 0/1 programmes of credit groups the entries stay far below 2^53, so the division is exact.
 */
function pivot(tableau: Tableau, row: number, column: number): void {
  const { cells, width } = tableau
  const pivotRow = cells[row] as number[]
  const p = pivotRow[column] as number
  for (let i = 0; i < cells.length; i++) {
    if (i === row) continue
    const current = cells[i] as number[]
    const factor = current[column] as number
    for (let j = 0; j < width; j++)
      current[j] = ((current[j] as number) * p - factor * (pivotRow[j] as number)) / tableau.denominator
  }
  tableau.denominator = p
  tableau.basis[row] = column
}

/** The row that limits the growth of a column, or -1; ties go to the lowest basic variable (Bland). */
function leavingRow(tableau: Tableau, column: number): number {
  const { cells, basis, width } = tableau
  let best = -1
  for (let i = 0; i < basis.length; i++) {
    const row = cells[i] as number[]
    if ((row[column] as number) <= 0) continue
    if (best < 0) {
      best = i
      continue
    }
    const other = cells[best] as number[]
    const difference =
      (row[width - 1] as number) * (other[column] as number) - (other[width - 1] as number) * (row[column] as number)
    if (difference < 0 || (difference === 0 && (basis[i] as number) < (basis[best] as number))) best = i
  }
  return best
}

/** Maximises objective row `target`, never worsening the objective rows before it, over columns below `limit`. */
function optimise(tableau: Tableau, target: number, first: number, limit: number): void {
  const { cells } = tableau
  for (;;) {
    let column = -1
    for (let j = 0; j < limit && column < 0; j++) {
      if (((cells[target] as number[])[j] as number) >= 0) continue
      let free = true
      for (let k = first; k < target; k++) if (((cells[k] as number[])[j] as number) !== 0) free = false
      if (free) column = j
    }
    if (column < 0) return
    const row = leavingRow(tableau, column)
    if (row < 0) return
    pivot(tableau, row, column)
  }
}

function build(program: LinearProgram): { tableau: Tableau; real: number; first: number } {
  const { rows, variables, objectives } = program
  const slacks = rows.filter((row) => row.sense !== '=').length
  const artificials = rows.filter((row) => row.sense !== '<=').length
  const real = variables + slacks
  const width = real + artificials + 1
  const cells: number[][] = []
  const basis: number[] = []
  let slack = variables
  let artificial = real
  const feasibility = zeros(width)
  for (const row of rows) {
    const line = zeros(width)
    for (let j = 0; j < variables; j++) line[j] = row.coefficients[j] ?? 0
    line[width - 1] = row.bound
    if (row.sense !== '=') line[slack++] = row.sense === '<=' ? 1 : -1
    if (row.sense === '<=') basis.push(slack - 1)
    else {
      for (let j = 0; j < width; j++) feasibility[j] = (feasibility[j] as number) - (line[j] as number)
      line[artificial] = 1
      basis.push(artificial++)
    }
    cells.push(line)
  }
  cells.push(feasibility)
  for (const objective of objectives) {
    const line = zeros(width)
    for (let j = 0; j < variables; j++) line[j] = 0 - (objective[j] ?? 0)
    cells.push(line)
  }
  return { tableau: { cells, basis, width, denominator: 1 }, real, first: rows.length }
}

/** Solves the programme exactly; null where no values satisfy its rows. Bounded: Bland's rule never cycles. */
export function solveLinear(program: LinearProgram): LinearSolution | null {
  const { tableau, real, first } = build(program)
  const { cells, basis, width } = tableau
  optimise(tableau, first, first, real)
  if (((cells[first] as number[])[width - 1] as number) !== 0) return null
  for (let i = 0; i < basis.length; i++) {
    if ((basis[i] as number) < real) continue
    // An artificial variable at zero is still basic: swap it for any real one, whatever the sign, or the row is redundant.
    const row = cells[i] as number[]
    const column = row.findIndex((value, j) => j < real && value !== 0)
    if (column < 0) continue
    if ((row[column] as number) < 0) for (let j = 0; j < width; j++) row[j] = 0 - (row[j] as number)
    pivot(tableau, i, column)
  }
  for (let k = 0; k < program.objectives.length; k++) optimise(tableau, first + 1 + k, first + 1, real)
  const numerators = zeros(program.variables)
  for (let i = 0; i < basis.length; i++) {
    const variable = basis[i] as number
    if (variable < program.variables) numerators[variable] = (cells[i] as number[])[width - 1] as number
  }
  return { numerators, denominator: tableau.denominator }
}
