import { type LinearRow, solveLinear, zeros } from './simplex.ts'

/** Credits that are alike for every group: one variable instead of one an award. */
export interface Cell {
  readonly amount: number
  /** The groups to which they belong, as bits of group numbers. */
  readonly groups: readonly number[]
  readonly carryable: boolean
}

/** A limit on what is counted out of a group of cells. */
export interface Group {
  readonly min: number
  /** Infinity where there is none. */
  readonly max: number
}

export interface ExactProblem {
  readonly required: number
  readonly cells: readonly Cell[]
  readonly groups: readonly Group[]
  /** The kinds of credit that can still be earned, each as the groups to which it would belong. */
  readonly further: readonly (readonly number[])[]
  /** The most that may be carried out; 0 for none. */
  readonly carryMax: number
}

export interface ExactSolution {
  /** The least further credits. */
  readonly needed: number
  readonly carried: number
  /** The further credits by kind. */
  readonly furtherBy: readonly number[]
  /** What counts of each cell. */
  readonly counted: readonly number[]
  /** What is carried of each cell. */
  readonly carriedBy: readonly number[]
}

function rowsOf(problem: ExactProblem, sense: '=' | '>=', withMinima: boolean): LinearRow[] {
  const { cells, groups, further } = problem
  const n = cells.length
  const variables = 2 * n + further.length + 1
  const rows: LinearRow[] = []
  const blank = () => zeros(variables)
  for (let k = 0; k < n; k++) {
    const cell = cells[k] as Cell
    const row = blank()
    row[k] = 1
    row[n + k] = 1
    rows.push({ coefficients: row, sense: '<=', bound: cell.amount })
  }
  groups.forEach((group, g) => {
    const counted = blank()
    const passing = blank()
    for (let k = 0; k < n; k++)
      if ((cells[k] as Cell).groups.includes(g)) {
        counted[k] = 1
        passing[k] = 1
        passing[n + k] = 1
      }
    for (let f = 0; f < further.length; f++)
      if ((further[f] as readonly number[]).includes(g)) {
        counted[2 * n + f] = 1
        passing[2 * n + f] = 1
      }
    if (group.max !== Number.POSITIVE_INFINITY) rows.push({ coefficients: passing, sense: '<=', bound: group.max })
    if (withMinima && group.min > 0) rows.push({ coefficients: counted, sense: '>=', bound: group.min })
  })
  const total = blank()
  for (let k = 0; k < n; k++) total[k] = 1
  for (let f = 0; f <= further.length; f++) total[2 * n + f] = 1
  rows.push({ coefficients: total, sense, bound: problem.required })
  const carried = blank()
  for (let k = 0; k < n; k++) if ((cells[k] as Cell).carryable) carried[n + k] = 1
  const idle = blank()
  for (let k = 0; k < n; k++) if (!(cells[k] as Cell).carryable) idle[n + k] = 1
  rows.push({ coefficients: carried, sense: '<=', bound: problem.carryMax })
  rows.push({ coefficients: idle, sense: '<=', bound: 0 })
  return rows
}

/**
 * The best allocation, exactly: the least further credits first, then the most carried out.
 * Contradictory groups (minima above the total) give up the total's exactness, then the minima; null never.
 */
export function solveExact(problem: ExactProblem): ExactSolution {
  const n = problem.cells.length
  // The last variable stands for credits that no kind may give: used only where the maxima leave the total out of reach.
  const variables = 2 * n + problem.further.length + 1
  const beyond = zeros(variables)
  beyond[variables - 1] = -1
  const least = zeros(variables)
  for (let f = 0; f < problem.further.length; f++) least[2 * n + f] = -1
  const most = zeros(variables)
  problem.cells.forEach((cell, k) => {
    if (cell.carryable) most[n + k] = 1
  })
  const objectives = [beyond, least, most]
  const attempt = (sense: '=' | '>=', withMinima: boolean) =>
    solveLinear({ variables, rows: rowsOf(problem, sense, withMinima), objectives })
  const solution = attempt('=', true) ?? attempt('>=', true) ?? attempt('=', false)
  const value = (j: number) => (solution ? (solution.numerators[j] ?? 0) / solution.denominator : 0)
  const furtherBy = problem.further.map((_, f) => Math.ceil(value(2 * n + f)))
  let needed = 0
  for (let f = 0; f <= problem.further.length; f++) needed += value(2 * n + f)
  const counted = problem.cells.map((_, k) => Math.floor(value(k)))
  const carriedBy = problem.cells.map((_, k) => Math.floor(value(n + k)))
  return { needed: Math.ceil(needed), carried: carriedBy.reduce((a, b) => a + b, 0), counted, carriedBy, furtherBy }
}
