import { addMonths, calendarOf, type Day, dayOf } from '@gs/domain'

/** The days that a board shows, and where a day stands on it, from 0 to 1. */
export interface Axis {
  readonly from: Day
  readonly to: Day
  readonly at: (day: Day) => number
  readonly dayAt: (share: number) => Day
  /** The first days of years (or half years, where few are shown). */
  readonly ticks: readonly Day[]
}

const FEW_YEARS = 3

/** An axis from the first to the last day, true to time. */
export function axisOf(from: Day, to: Day): Axis {
  const length = Math.max(1, to - from)
  const { year } = calendarOf(from)
  const first = dayOf(year, 1, 1) ?? from
  const step = length / 365 > FEW_YEARS ? 12 : 6
  const ticks: Day[] = []
  for (let day = first; day <= to; day = addMonths(day, step)) if (day > from) ticks.push(day)
  return {
    from,
    to,
    at: (day) => Math.min(1, Math.max(0, (day - from) / length)),
    dayAt: (share) => Math.round(from + Math.min(1, Math.max(0, share)) * length) as Day,
    ticks,
  }
}

/** Rows for cards that end on their day and have a width (a share of the axis), so that none lies over another. */
export function rowsOf(places: readonly number[], width: number): number[] {
  const ends: number[] = []
  return places.map((place) => {
    const start = Math.max(0, place - width)
    const row = ends.findIndex((end) => end <= start)
    const taken = row < 0 ? ends.length : row
    ends[taken] = start + width
    return taken
  })
}
