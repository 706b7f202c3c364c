const dayMs = 86_400_000

/** A civil day 'YYYY-MM-DD' as a count of days; NaN for anything else. */
export function dayCount(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs
}

export interface TimeAxis {
  /** Where a day stands between the ends, 0 to 1; held at the ends. */
  at: (day: string) => number
  /** The first of January of each year on the axis; `minor` ones give way where there is little room. */
  years: readonly { year: number; at: number; minor: boolean }[]
}

/** An axis from the earliest to the latest of the days given. */
export function timeAxis(days: readonly string[]): TimeAxis {
  const counts = days.map(dayCount).filter(Number.isFinite)
  const first = Math.min(...counts)
  const last = Math.max(...counts)
  const at = (day: string) => (last > first ? Math.min(1, Math.max(0, (dayCount(day) - first) / (last - first))) : 0)
  const firstYear = new Date(first * dayMs).getUTCFullYear()
  const lastYear = new Date(last * dayMs).getUTCFullYear()
  const span = Number.isFinite(firstYear) && Number.isFinite(lastYear) ? lastYear - firstYear + 1 : 0
  const every = Math.ceil(span / 5)
  const years = Array.from({ length: span }, (_, index) => firstYear + index)
    .filter((year) => dayCount(`${year}-01-01`) >= first)
    .map((year, index) => ({ year, at: at(`${year}-01-01`), minor: index % every !== 0 }))
  return { at, years }
}

/**
 * Rows for marks that would lie on each other: each takes the lowest row whose last mark is at least `clear` away (in shares
 * of the axis). In the order given, which should be by time.
 */
export function markRows(positions: readonly number[], clear: number): number[] {
  const ends: number[] = []
  return positions.map((position) => {
    const free = ends.findIndex((end) => position - end >= clear)
    const row = free === -1 ? ends.length : free
    ends[row] = position
    return row
  })
}
