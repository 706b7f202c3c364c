import {
  addDays,
  addMonths,
  calendarOf,
  type Day,
  type DaySpan,
  dayOf,
  endOfMonth,
  formatDay,
} from '../../../kernel/index.ts'
import type { TermRule } from '../../pack/compile.ts'
import { dayOfText } from '../base-values.ts'

/** A term; `from` is null where only the last day is known. */
export interface Term {
  readonly from: Day | null
  readonly to: Day
}

/** The terms of a holding one after the other: number 1 is where the facts begin; null where nothing says how long. */
export type Schedule = (number: number) => Term | null

/** The last day of the n-th term counted from the anchor; null for terms that are not counted so. */
export function anchoredEnd(term: TermRule, anchor: Day, n: number): Day | null {
  switch (term.primitive) {
    case 'term/anniversary':
      return addMonths(anchor, term.months * n)
    case 'term/end-of-month':
      return endOfMonth(addMonths(anchor, term.months * n))
    case 'term/day-before-anniversary':
      return addDays(addMonths(anchor, term.months * n), -1)
    default:
      return null
  }
}

/** Terms counted from the day of issue: the first begins on it, each later one on the day after the last. */
export function anchoredSchedule(term: TermRule, anchor: Day): Schedule {
  return (number) => {
    const to = anchoredEnd(term, anchor, number)
    if (to === null) return null
    if (number === 1) return { from: anchor, to }
    const before = anchoredEnd(term, anchor, number - 1)
    return { from: before === null ? null : addDays(before, 1), to }
  }
}

const monthsOf = (start: Day, end: Day): number => {
  const a = calendarOf(start)
  const b = calendarOf(addDays(end, 1))
  return (b.year - a.year) * 12 + (b.month - a.month)
}

/** The term after (or, with -1, before) one that stands on the certificate; null where the pack knows no length. */
export function neighbourTerm(term: TermRule, span: Term, step: 1 | -1): DaySpan | null {
  if (term.primitive === 'term/none') return null
  if (term.primitive === 'term/rolling') {
    const from = span.from ?? addMonths(addDays(span.to, 1), -12 * term.years)
    return { from: addMonths(from, 12 * step), to: addDays(addMonths(addDays(span.to, 1), 12 * step), -1) }
  }
  const months =
    term.primitive === 'term/common-period' ? monthsOf(dayOfText(term.start), dayOfText(term.end)) : term.months
  if (months === undefined) return null
  if (step === -1) {
    if (span.from === null) return null
    return { from: addMonths(span.from, -months), to: addDays(span.from, -1) }
  }
  const from = addDays(span.to, 1)
  if (term.primitive === 'term/end-of-month') return { from, to: endOfMonth(addMonths(span.to, months)) }
  if (term.primitive === 'term/anniversary') return { from, to: addMonths(span.to, months) }
  if (term.primitive === 'term/given' && span.from !== null && addMonths(span.from, months) !== addDays(span.to, 1))
    return { from, to: addMonths(span.to, months) }
  return { from, to: addDays(addMonths(from, months), -1) }
}

/** Terms from one whose dates are given. */
export function givenSchedule(term: TermRule, first: Term): Schedule {
  if (first.from !== null && anchoredEnd(term, first.from, 1) === first.to) return anchoredSchedule(term, first.from)
  return (number) => {
    let span: Term | null = first
    for (let n = 1; n < number && span; n++) span = neighbourTerm(term, span, 1)
    return span
  }
}

/** The common period, for a holder certified on `issuedOn`. */
export function commonSchedule(term: Extract<TermRule, { primitive: 'term/common-period' }>, issuedOn: Day): Schedule {
  const start = dayOfText(term.start)
  const end = dayOfText(term.end)
  const late = term.nextPeriodIfCertifiedFrom
  const usual = { from: start, to: end }
  const moved = late !== undefined && issuedOn >= dayOfText(late) && issuedOn <= end
  const to = moved ? (neighbourTerm(term, usual, 1)?.to ?? end) : end
  return givenSchedule(term, { from: issuedOn > start ? issuedOn : start, to })
}

/** The look-back that is tested at the end of the reporting year in which `asOf` lies. */
export function rollingSchedule(
  term: Extract<TermRule, { primitive: 'term/rolling' }>,
  issuedOn: Day,
  asOf: Day,
): Schedule {
  const [month, day] = term.yearStarts.split('-').map(Number)
  const { year } = calendarOf(asOf)
  const startsIn = (y: number) => dayOf(y, month ?? 1, day ?? 1) ?? asOf
  const yearStart = startsIn(year) <= asOf ? startsIn(year) : startsIn(year - 1)
  const first = addMonths(yearStart, -12 * (term.years - 1))
  const span = { from: issuedOn > first ? issuedOn : first, to: addDays(addMonths(yearStart, 12), -1) }
  return givenSchedule(term, span)
}

/** The years of a cycle that lie wholly inside it, with the names under which a shortfall is told. */
export function yearsInside(yearStarts: string, cycle: DaySpan): { readonly name: string; readonly span: DaySpan }[] {
  const [month, day] = yearStarts.split('-').map(Number)
  const years: { name: string; span: DaySpan }[] = []
  for (let year = calendarOf(cycle.from).year; ; year++) {
    const from = dayOf(year, month ?? 1, day ?? 1)
    if (from === undefined || from > cycle.to) return years
    const to = addDays(addMonths(from, 12), -1)
    if (from < cycle.from || to > cycle.to) continue
    years.push({
      name: yearStarts === '01-01' ? String(year) : `${formatDay(from)}/${formatDay(to)}`,
      span: { from, to },
    })
  }
}
