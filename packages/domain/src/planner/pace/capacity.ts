import { type Amount, addDays, type Day, daysBetween, earlierDay } from '../../kernel/index.ts'

/** Days of a week: the unit of pace is a week, work is spread evenly over its days. */
export const DAYS_A_WEEK = 7

/** A piece of work with a last day. */
export interface Work {
  /** Thousandths of an hour. */
  readonly hours: number
  readonly by: Day
}

/** Does everything fit between `asOf` and its last day, both included, at so many hours a week? */
export function fits(asOf: Day, hoursPerWeek: Amount | null, works: readonly Work[]): boolean {
  if (hoursPerWeek === null) return true
  let sum = 0
  for (const { hours, by } of [...works].sort((a, b) => a.by - b.by)) {
    sum += hours
    if (sum * DAYS_A_WEEK > hoursPerWeek * (daysBetween(asOf, by) + 1)) return false
  }
  return true
}

/**
 * The earliest finishes when the work is done one after the other, the most urgent first; in the order of `works`. The
 * day of the finish is left free where its last day allows, so that nobody has to be ready on the very first day.
 */
export function earliestFinishes(asOf: Day, hoursPerWeek: Amount, works: readonly Work[]): Day[] {
  const finishes: Day[] = works.map(({ by }) => by)
  let sum = 0
  for (const { index, hours, by } of inOrder(works)) {
    sum += hours
    finishes[index] = earlierDay(by, addDays(asOf, Math.ceil((sum * DAYS_A_WEEK) / hoursPerWeek)))
  }
  return finishes
}

/** The latest days to begin when the work is done one after the other, each ending on its last day or before the next begins. */
export function latestStarts(asOf: Day, hoursPerWeek: Amount, works: readonly Work[]): Day[] {
  const starts: Day[] = works.map(({ by }) => by)
  let free = Number.POSITIVE_INFINITY
  for (const { index, hours, by } of inOrder(works).reverse()) {
    const end = Math.min(free, hoursPerWeek * (daysBetween(asOf, by) + 1))
    free = end - hours * DAYS_A_WEEK
    starts[index] = addDays(asOf, Math.max(0, Math.floor(free / hoursPerWeek)))
  }
  return starts.map((start, i) => Math.min(start, works[i]?.by ?? start) as Day)
}

const inOrder = (works: readonly Work[]): (Work & { readonly index: number })[] =>
  works.map((work, index) => ({ ...work, index })).sort((a, b) => a.by - b.by || a.index - b.index)
