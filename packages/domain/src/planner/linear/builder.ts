import type { MixedColumn, MixedProgramme, MixedRow, Terms } from './port.ts'

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** The greatest integer that divides all; 1 for none. */
export const commonDivisor = (values: readonly number[]): number => values.reduce(gcd, 0) || 1

/** Puts a programme together; rows over integer columns are divided by their common divisor and tightened. */
export class ProgrammeBuilder {
  readonly columns: MixedColumn[] = []
  readonly rows: MixedRow[] = []

  binary(): number {
    return this.integer(1)
  }

  integer(upper: number): number {
    return this.columns.push({ lower: 0, upper, integer: true }) - 1
  }

  continuous(upper = Number.POSITIVE_INFINITY): number {
    return this.columns.push({ lower: 0, upper, integer: false }) - 1
  }

  /** Raises the lower bound of a column. */
  atLeast(column: number, lower: number): void {
    const old = this.columns[column]
    if (old && lower > old.lower) this.columns[column] = { ...old, lower }
  }

  /** Adds `lower ≤ terms ≤ upper`; coefficients are integers, terms of the same column are added up. */
  row(terms: Terms, { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY }: Partial<MixedRow>): void {
    const sums = new Map<number, number>()
    for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient)
    const kept = [...sums].filter(([, coefficient]) => coefficient !== 0)
    if (kept.length === 0) {
      // Nothing left to choose: a row that cannot hold is kept as a contradiction.
      if (lower > 0 || upper < 0) this.rows.push({ terms: [], lower, upper })
      return
    }
    const divisor = commonDivisor(kept.map(([, coefficient]) => coefficient))
    const whole = kept.every(([column]) => this.columns[column]?.integer)
    this.rows.push({
      terms: kept.map(([column, coefficient]) => [column, coefficient / divisor]),
      lower: whole ? Math.ceil(lower / divisor) : lower / divisor,
      upper: whole ? Math.floor(upper / divisor) : upper / divisor,
    })
  }

  programme(cost: Terms): MixedProgramme {
    const sums = new Map<number, number>()
    for (const [column, coefficient] of cost) sums.set(column, (sums.get(column) ?? 0) + coefficient)
    return { columns: this.columns, rows: this.rows, cost: [...sums] }
  }
}
