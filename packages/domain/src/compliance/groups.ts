import { calendarOf, type Day, type DaySpan, dayOf, endOfMonth } from '../kernel/index.ts'
import type { StandingStatus } from '../rules/index.ts'
import { type ComplianceRow, STATUSES } from './filter.ts'

/** One month of a chart: "2026-11" and its days. */
export interface Month extends DaySpan {
  readonly month: string
}

/** The month of a day as "YYYY-MM". */
export function monthOf(day: Day): string {
  const { year, month } = calendarOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** `count` months, the first being the one in which the day lies; whole months, so each bar is a list of its own. */
export function monthsFrom(day: Day, count: number): readonly Month[] {
  const { year, month } = calendarOf(day)
  const months: Month[] = []
  for (let index = 0; index < count; index++) {
    const ahead = year * 12 + (month - 1) + index
    const from = dayOf(Math.floor(ahead / 12), (ahead % 12) + 1, 1)
    if (from !== undefined) months.push({ month: monthOf(from), from, to: endOfMonth(from) })
  }
  return months
}

export interface StatusCount {
  readonly status: StandingStatus
  readonly count: number
}

/** Counts by status in the order of `STATUSES`, without those that nobody has. */
export function countByStatus(rows: readonly Pick<ComplianceRow, 'status'>[]): readonly StatusCount[] {
  const counts = new Map<StandingStatus, number>()
  for (const row of rows) counts.set(row.status, (counts.get(row.status) ?? 0) + 1)
  return inOrder(counts)
}

/** The counts that a database gave, in the order in which they are shown. */
export const inOrder = (counts: ReadonlyMap<StandingStatus, number>): readonly StatusCount[] =>
  STATUSES.flatMap((status) => {
    const count = counts.get(status)
    return count ? [{ status, count }] : []
  })

export interface MonthCount extends Month {
  readonly count: number
}

/** How many of the rows expire in each of the months. */
export function countByMonth(
  rows: readonly Pick<ComplianceRow, 'expiresOn'>[],
  months: readonly Month[],
): readonly MonthCount[] {
  const counts = new Map<string, number>()
  for (const { expiresOn } of rows) {
    if (expiresOn === null) continue
    const month = monthOf(expiresOn)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return months.map((month) => ({ ...month, count: counts.get(month.month) ?? 0 }))
}
