import type { MixedAnswer, MixedLimits, MixedProgramme, Solver } from '@gs/domain/planner'
import loadHighs, { type Highs, type Model } from 'highs'

/** Always the same, so that the same programme is always solved the same way. */
const SEED = 1

function matrixOf({ rows, columns }: MixedProgramme): {
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
  readonly numRows: number
  readonly numCols: number
} {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.terms.length
  })
  const indices = new Int32Array(starts[rows.length] ?? 0)
  const values = new Float64Array(indices.length)
  let at = 0
  for (const row of rows)
    for (const [column, coefficient] of row.terms) {
      indices[at] = column
      values[at++] = coefficient
    }
  return { starts, indices, values, numRows: rows.length, numCols: columns.length }
}

function solveWith(highs: Highs, programme: MixedProgramme, limits: MixedLimits): MixedAnswer {
  const { columns, rows } = programme
  const cost = new Float64Array(columns.length)
  for (const [column, coefficient] of programme.cost) cost[column] = coefficient
  const { variableType, modelStatus } = highs.constants
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: rows.length,
      colCost: cost,
      colLower: columns.map((column) => column.lower),
      colUpper: columns.map((column) => column.upper),
      rowLower: rows.map((row) => row.lower),
      rowUpper: rows.map((row) => row.upper),
      matrix: { format: 'csr', ...matrixOf(programme) },
      integrality: columns.map((column) => (column.integer ? variableType.integer : variableType.continuous)),
    },
    (model: Model): MixedAnswer => {
      model.options.set({
        output_flag: false,
        random_seed: SEED,
        time_limit: limits.seconds,
        mip_rel_gap: 0,
        mip_abs_gap: limits.gap,
      })
      if (limits.start && limits.start.length > 0)
        model.setSolution({
          indices: limits.start.map(([column]) => column),
          values: limits.start.map(([, value]) => value),
        })
      model.run()
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible)
        return { status: 'infeasible', values: [], bound: Number.POSITIVE_INFINITY }
      const whole = columns.some((column) => column.integer)
      const bound = whole ? model.info.get('mip_dual_bound') : model.getObjectiveValue()
      const solved = status === modelStatus.optimal
      const found = model.info.get('primal_solution_status') === 2
      if (!found) return { status: 'unknown', values: [], bound: Number(bound) }
      return {
        status: solved ? 'optimal' : 'feasible',
        values: [...model.getSolution().colValue],
        bound: Number(bound),
      }
    },
  )
}

let loading: Promise<Highs> | undefined

/** HiGHS, compiled to WebAssembly, as the planner's solver; loaded once a process. Solving blocks the thread. */
export async function loadSolver(): Promise<Solver> {
  loading ??= loadHighs()
  const highs = await loading
  return {
    solve: (programme, limits) => solveWith(highs, programme, limits),
    elapsed: () => performance.now() / 1000,
  }
}
