import { addDays, type Day } from '@gs/domain'
import {
  cyclesOf,
  type MixedProgramme,
  type MixedRow,
  type PlanProblem,
  type Solver,
  type Terms,
} from '@gs/domain/planner'

type Term = [column: number, coefficient: number]

/**
 * The control: the programme as one writes it down at first, one column for each activity and stretch between two ends of
 * cycles, solved four times in a row, each aim held at its value for the next. In tenths of a unit; the packs of the bench
 * differ in nothing but dates and total. Ends after `patience` seconds in all. Returns the seconds that it took and
 * whether all four were proven.
 */
export function plainSolves(
  problem: PlanProblem,
  solver: Solver,
  patience: number,
): { seconds: number; proven: boolean } {
  const begun = solver.elapsed()
  const { programme, aims } = plainProgramme(problem)
  const rows: MixedRow[] = [...programme.rows]
  let proven = true
  for (const aim of aims) {
    const left = begun + patience - solver.elapsed()
    if (left <= 0) return { seconds: patience, proven: false }
    const answer = solver.solve({ ...programme, rows, cost: aim }, { seconds: left, gap: 1e-6, start: [] })
    if (answer.status !== 'optimal') {
      proven = false
      break
    }
    const value = aim.reduce((sum, [column, coefficient]) => sum + coefficient * (answer.values[column] ?? 0), 0)
    rows.push({ terms: aim, lower: Number.NEGATIVE_INFINITY, upper: value + 1e-6 })
  }
  return { seconds: solver.elapsed() - begun, proven }
}

/** What the holdings of the bench need of credits beside the card's, in thousandths. */
const needOf = (packId: string): number => (packId === 'ace-cpt' ? 2000 : 1900)

function plainProgramme(problem: PlanProblem): { programme: MixedProgramme; aims: readonly Terms[] } {
  const cycles = cyclesOf(problem)
  const columns: { lower: number; upper: number; integer: boolean }[] = []
  const rows: MixedRow[] = []
  const binary = (): number => columns.push({ lower: 0, upper: 1, integer: true }) - 1
  const ends = [...new Set([...cycles.map(({ to }) => to), problem.until])].sort((a, b) => a - b)
  const sums: Term[][] = cycles.map(() => [])
  const price: Term[] = []
  const hours: Term[] = []
  for (const activity of problem.activities) {
    const own: Term[] = []
    let from = problem.asOf
    for (const end of ends) {
      const first = Math.max(from, activity.availableFrom ?? from)
      const last = Math.min(end, activity.availableUntil ?? end) as Day
      from = addDays(end, 1)
      if (last < first) continue
      const column = binary()
      own.push([column, 1])
      price.push([column, activity.price / 1000])
      hours.push([column, activity.hours / 1000])
      cycles.forEach((cycle, k) => {
        const credit = activity.credits.find(({ packId }) => packId === cycle.pack.pack.id)
        if (credit && last >= cycle.from && last <= cycle.to) sums[k]?.push([column, credit.credits / 100])
      })
    }
    if (own.length > 0) rows.push({ terms: own, lower: Number.NEGATIVE_INFINITY, upper: 1 })
  }
  const unmet: Term[] = []
  const waste: Term[] = []
  cycles.forEach((cycle, k) => {
    const need = needOf(cycle.pack.pack.id) / 100
    const missed = binary()
    const over = columns.push({ lower: 0, upper: Number.POSITIVE_INFINITY, integer: false }) - 1
    unmet.push([missed, 1])
    waste.push([over, 1])
    const sum = sums[k] ?? []
    rows.push({ terms: [...sum, [missed, need]], lower: need, upper: Number.POSITIVE_INFINITY })
    rows.push({
      terms: [[over, 1], ...sum.map(([c, v]): Term => [c, -v])],
      lower: -need,
      upper: Number.POSITIVE_INFINITY,
    })
  })
  return { programme: { columns, rows, cost: [] }, aims: [unmet, waste, price, hours] }
}
