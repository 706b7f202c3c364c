import { err, ok, type Result } from './result.ts'

declare const dayBrand: unique symbol
/** A civil date as the number of days since 1970-01-01, in the zone of whoever set it (for deadlines: the body's). */
export type Day = number & { readonly [dayBrand]: true }

/** Days inside a window, both ends included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

interface YearMonthDay {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  readonly day: number
}

// Days from civil date and back: the era algorithm published by Howard Hinnant
// (https://howardhinnant.github.io/date_algorithms.html), in integers.
function toDayNumber({ year, month, day }: YearMonthDay): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as Day
}

/** The calendar parts of a day. */
export function calendarOf(day: Day): YearMonthDay {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 31)

/** The day of year, month (1–12) and day, or nothing where the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined
  return toDayNumber({ year, month, day })
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads "YYYY-MM-DD". Error `date.invalid` for another form and for days that do not exist. */
export function parseDay(text: string): Result<Day, 'date.invalid'> {
  const match = ISO.exec(text)
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
  return day === undefined ? err('date.invalid') : ok(day)
}

/** Writes a day as "YYYY-MM-DD". */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = calendarOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

export const addDays = (day: Day, days: number): Day => (day + days) as Day
export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const laterDay = (a: Day, b: Day): Day => (a < b ? b : a)
export const daysBetween = (from: Day, to: Day): number => to - from

/**
 * The same day of the month `months` later; where that month is too short, its last day.
 * Count from the original anchor, never from a clamped result (29 February + 24 months = 28 February, + 48 = 29 February).
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = calendarOf(day)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return toDayNumber({ year: toYear, month: toMonth, day: Math.min(dayOfMonth, monthLength(toYear, toMonth)) })
}

/** The last day of the month in which the day lies. */
export function endOfMonth(day: Day): Day {
  const { year, month } = calendarOf(day)
  return toDayNumber({ year, month, day: monthLength(year, month) })
}

export const contains = (span: DaySpan, day: Day): boolean => span.from <= day && day <= span.to

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b)
