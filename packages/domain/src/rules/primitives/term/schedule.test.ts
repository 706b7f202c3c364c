import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, formatDay } from '../../../kernel/index.ts'
import type { TermRule } from '../../pack/compile.ts'
import { runs } from '../../testing/runs.ts'
import { on } from '../../testing/sample-pack.ts'
import {
  anchoredEnd,
  anchoredSchedule,
  commonSchedule,
  givenSchedule,
  neighbourTerm,
  rollingSchedule,
  yearsInside,
} from './schedule.ts'

const base = { id: 'term', sources: ['s1'], bindsTo: 'period' as const }
const anniversary = (months: number): TermRule => ({ ...base, primitive: 'term/anniversary', months })
const endOfMonth = (months: number): TermRule => ({ ...base, primitive: 'term/end-of-month', months })
const dayBefore = (months: number): TermRule => ({ ...base, primitive: 'term/day-before-anniversary', months })
const given = (months?: number): TermRule => ({ ...base, primitive: 'term/given', ...(months ? { months } : {}) })
const common = {
  ...base,
  primitive: 'term/common-period' as const,
  start: '2024-01-01',
  end: '2025-12-31',
  nextPeriodIfCertifiedFrom: '2025-01-01',
}
const rolling = { ...base, primitive: 'term/rolling' as const, years: 3, yearStarts: '07-01' }
const text = (span: { from: Day | null; to: Day } | null) =>
  span && [span.from === null ? null : formatDay(span.from), formatDay(span.to)]

describe('terms counted from the day of issue', () => {
  const anyDay = fc.integer({ min: 10_957, max: 47_847 }).map((n) => n as Day)
  const anyTerm = fc.tuple(fc.constantFrom(anniversary, endOfMonth, dayBefore), fc.constantFrom(12, 24, 36, 48, 60))

  it('have no gap, no overlap, and end where the calendar says, from 2000 to 2100', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (issued, [make, months]) => {
        const term = make(months)
        const schedule = anchoredSchedule(term, issued)
        let before = issued - 1
        for (let n = 1; n <= 4; n++) {
          const span = schedule(n)
          expect(span?.from).toBe(before + 1)
          const anchor = Temporal.PlainDate.from(formatDay(issued)).add(
            { months: months * n },
            { overflow: 'constrain' },
          )
          const end =
            make === anniversary
              ? anchor
              : make === endOfMonth
                ? anchor.with({ day: anchor.daysInMonth })
                : anchor.subtract({ days: 1 })
          expect(span && formatDay(span.to)).toBe(end.toString())
          before = span?.to ?? 0
        }
      }),
      runs(25_000),
    )
  })

  it('are none where the dates are given', () => {
    expect(anchoredEnd(given(36), on('2024-01-01'), 1)).toBeNull()
    expect(anchoredSchedule(given(36), on('2024-01-01'))(1)).toBeNull()
  })
})

describe('terms whose dates are given', () => {
  it.each([
    [given(36), '2023-01-01', '2025-12-31', ['2026-01-01', '2028-12-31']],
    [given(36), '2022-03-01', '2025-02-28', ['2025-03-01', '2028-02-29']],
    [given(36), '2022-03-10', '2025-02-28', ['2025-03-01', '2028-02-28']],
    [given(), '2023-01-01', '2025-12-31', null],
    [anniversary(24), '2021-02-11', '2023-02-10', ['2023-02-11', '2025-02-10']],
    [anniversary(24), '2024-02-29', '2026-02-28', ['2026-03-01', '2028-02-29']],
    [endOfMonth(24), '2021-03-01', '2023-02-28', ['2023-03-01', '2025-02-28']],
    [dayBefore(36), '2023-02-03', '2026-02-02', ['2026-02-03', '2029-02-02']],
    [endOfMonth(24), '2021-03-01', '2023-02-15', ['2023-02-16', '2025-02-28']],
    [anniversary(24), '2024-03-01', '2026-02-28', ['2026-03-01', '2028-02-28']],
    [dayBefore(12), '2022-03-10', '2023-02-28', ['2023-03-01', '2024-02-29']],
    [given(12), '2022-03-01', '2023-02-28', ['2023-03-01', '2024-02-29']],
    [{ ...common, start: '2024-07-01' }, '2024-07-01', '2025-12-31', ['2026-01-01', '2027-06-30']],
    [rolling, '2023-07-01', '2026-06-30', ['2024-07-01', '2027-06-30']],
    [common, '2024-01-01', '2025-12-31', ['2026-01-01', '2027-12-31']],
    [{ ...base, primitive: 'term/none' } as const, '2024-01-01', '2025-12-31', null],
  ])('%o after %s to %s', (term, from, to, expected) => {
    expect(text(givenSchedule(term, { from: on(from), to: on(to) })(2))).toEqual(expected)
  })

  it.each([
    [given(36), '2026-01-01', '2028-12-31', ['2023-01-01', '2025-12-31']],
    [anniversary(24), '2025-05-11', '2027-05-10', ['2023-05-11', '2025-05-10']],
    [given(), '2026-01-01', '2028-12-31', null],
  ])('%o before %s to %s', (term, from, to, expected) => {
    expect(text(neighbourTerm(term, { from: on(from), to: on(to) }, -1))).toEqual(expected)
  })

  it('has no term before one whose first day is unknown', () => {
    expect(neighbourTerm(given(36), { from: null, to: on('2025-12-31') }, -1)).toBeNull()
    expect(text(neighbourTerm(given(36), { from: null, to: on('2025-12-31') }, 1))).toEqual([
      '2026-01-01',
      '2028-12-31',
    ])
    expect(text(neighbourTerm(rolling, { from: null, to: on('2026-06-30') }, 1))).toEqual(['2024-07-01', '2027-06-30'])
  })
})

describe('the common period', () => {
  it.each([
    ['2012-06-01', ['2024-01-01', '2025-12-31']],
    ['2024-06-01', ['2024-06-01', '2025-12-31']],
    ['2024-12-31', ['2024-12-31', '2025-12-31']],
    ['2025-01-01', ['2025-01-01', '2027-12-31']],
    ['2025-12-31', ['2025-12-31', '2027-12-31']],
  ])('of a holder certified on %s', (issued, expected) => {
    expect(text(commonSchedule(common, on(issued))(1))).toEqual(expected)
  })
})

describe('the rolling look-back', () => {
  it.each([
    ['2010-01-01', '2026-06-30', ['2023-07-01', '2026-06-30']],
    ['2010-01-01', '2026-07-01', ['2024-07-01', '2027-06-30']],
    ['2025-02-01', '2026-01-01', ['2025-02-01', '2026-06-30']],
  ])('of a holder of %s asked on %s', (issued, asOf, expected) => {
    expect(text(rollingSchedule(rolling, on(issued), on(asOf))(1))).toEqual(expected)
  })
})

describe('the rolling look-back from another day than a first', () => {
  it('begins and ends on it', () => {
    const midMonth = { ...rolling, yearStarts: '07-15' }
    expect(text(rollingSchedule(midMonth, on('2010-01-01'), on('2026-07-14'))(1))).toEqual(['2023-07-15', '2026-07-14'])
    expect(text(rollingSchedule(midMonth, on('2010-01-01'), on('2026-07-15'))(1))).toEqual(['2024-07-15', '2027-07-14'])
  })
})

describe('the years of a cycle', () => {
  it('are those that lie wholly inside', () => {
    const names = (starts: string, from: string, to: string) =>
      yearsInside(starts, { from: on(from), to: on(to) }).map((year) => year.name)
    expect(names('01-01', '2023-01-01', '2025-12-31')).toEqual(['2023', '2024', '2025'])
    expect(names('01-01', '2022-03-01', '2025-02-28')).toEqual(['2023', '2024'])
    expect(names('07-01', '2023-07-01', '2025-06-30')).toEqual(['2023-07-01/2024-06-30', '2024-07-01/2025-06-30'])
    expect(names('01-01', '2025-03-01', '2025-11-30')).toEqual([])
    expect(names('07-15', '2023-07-15', '2025-07-14')).toEqual(['2023-07-15/2024-07-14', '2024-07-15/2025-07-14'])
    expect(names('07-15', '2023-07-16', '2025-07-13')).toEqual([])
  })
})
