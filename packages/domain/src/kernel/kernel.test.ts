import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  calendarOf,
  type Day,
  dayOf,
  endOfMonth,
  formatAmount,
  formatDay,
  parseAmount,
  parseDay,
  thousandths,
} from './index.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

describe('civil days', () => {
  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => n as Day)

  it('agrees with Temporal on every part of the calendar', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const oracle = Temporal.PlainDate.from('1970-01-01').add({ days: d })
        expect(formatDay(d)).toBe(oracle.toString())
        expect(calendarOf(d)).toEqual({ year: oracle.year, month: oracle.month, day: oracle.day })
        expect(formatDay(endOfMonth(d))).toBe(oracle.with({ day: oracle.daysInMonth }).toString())
        expect(parseDay(oracle.toString())).toEqual({ ok: true, value: d })
      }),
      { numRuns: 10_000 },
    )
  })

  it('adds months as Temporal does with clamping', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (d, months) => {
        const oracle = Temporal.PlainDate.from('1970-01-01').add({ days: d }).add({ months }, { overflow: 'constrain' })
        expect(formatDay(addMonths(d, months))).toBe(oracle.toString())
      }),
      { numRuns: 10_000 },
    )
  })

  it('keeps the leap-day anchor', () => {
    expect(formatDay(addMonths(day('2024-02-29'), 24))).toBe('2026-02-28')
    expect(formatDay(addMonths(day('2024-02-29'), 48))).toBe('2028-02-29')
    expect(formatDay(addDays(day('2023-12-31'), 1))).toBe('2024-01-01')
  })

  it('refuses days that do not exist', () => {
    for (const text of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '', '20230101', '2023-04-31'])
      expect(parseDay(text)).toEqual({ ok: false, error: 'date.invalid' })
    expect(dayOf(2100, 2, 29)).toBeUndefined()
  })
})

describe('amounts', () => {
  it('writes and reads every thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (n) => {
        expect(parseAmount(formatAmount(thousandths(n)))).toEqual({ ok: true, value: n })
      }),
      { numRuns: 10_000 },
    )
  })

  it('refuses what is no decimal of three places', () => {
    for (const text of ['', '1,9', '1e5', '.5', '1.', '0.0001', 'NaN', ' 1', '1234567890'])
      expect(parseAmount(text)).toEqual({ ok: false, error: 'amount.invalid' })
    expect(parseAmount('2.00')).toEqual({ ok: true, value: 2000 })
  })
})
