import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../rules/testing/runs.ts'
import { addDays, dayIn, formatDay, isZone } from './index.ts'

/** From twelve hours behind UTC to fourteen ahead, with and without summer time, with offsets of half and quarter hours. */
const ZONES = [
  'Etc/GMT+12',
  'Pacific/Pago_Pago',
  'America/Los_Angeles',
  'America/Chicago',
  'America/New_York',
  'America/St_Johns',
  'UTC',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]

const zone = fc.constantFrom(...ZONES)
/** Whole seconds of 2000 to 2100, in milliseconds. */
const instant = fc.integer({ min: 946_684_800, max: 4_102_444_800 }).map((seconds) => seconds * 1000)

describe('the day of an instant in a zone', () => {
  it('is that of the calendar there, from 2000 to 2100', () => {
    fc.assert(
      fc.property(zone, instant, (there, at) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(there).toPlainDate().toString()
        expect(formatDay(dayIn(there, at))).toBe(expected)
      }),
      runs(25_000),
    )
  })

  it('begins at midnight there and not a millisecond before, also where summer time moves it', () => {
    const start = (there: string, date: string): number =>
      Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: there }).epochMilliseconds
    const date = fc
      .integer({ min: 0, max: 36_524 })
      .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString())
    fc.assert(
      fc.property(zone, date, (there, day) => {
        const begins = start(there, day)
        // A zone that moved over the date line left a day out (Apia, 2011-12-30): it begins as the next one does.
        fc.pre(
          Temporal.Instant.fromEpochMilliseconds(begins).toZonedDateTimeISO(there).toPlainDate().toString() === day,
        )
        expect(formatDay(dayIn(there, begins))).toBe(day)
        expect(dayIn(there, begins - 1)).toBeLessThan(dayIn(there, begins))
      }),
      runs(10_000),
    )
  })

  it('is never more than a day from that of another zone', () => {
    fc.assert(
      fc.property(zone, zone, instant, (one, other, at) => {
        // UTC+14 and UTC-12 are 26 hours apart: two dates lie between them for two hours of the day.
        expect(Math.abs(dayIn(one, at) - dayIn(other, at))).toBeLessThanOrEqual(2)
        expect(Math.abs(dayIn(one, at) - dayIn('UTC', at))).toBeLessThanOrEqual(1)
      }),
      runs(10_000),
    )
  })

  it('goes on by one day at a time', () => {
    fc.assert(
      fc.property(zone, instant, (there, at) => {
        const [day, later] = [dayIn(there, at), dayIn(there, at + 3_600_000)]
        const leftOut = there === 'Pacific/Apia' && formatDay(day) === '2011-12-29'
        expect([day, addDays(day, leftOut ? 2 : 1)]).toContain(later)
      }),
      runs(10_000),
    )
  })

  it.each([
    ['2025-12-31T23:59:59-06:00', 'America/Chicago', '2025-12-31'],
    ['2026-01-01T00:00:00-06:00', 'America/Chicago', '2026-01-01'],
    ['2026-01-01T05:30:00Z', 'America/Chicago', '2025-12-31'],
    ['2026-01-01T05:30:00Z', 'America/New_York', '2026-01-01'],
    // Summer time: an hour less behind UTC.
    ['2026-07-01T04:30:00Z', 'America/New_York', '2026-07-01'],
    ['2026-07-01T04:30:00Z', 'America/Chicago', '2026-06-30'],
  ])('%s is in %s on %s', (text, there, day) => {
    expect(formatDay(dayIn(there, Date.parse(text)))).toBe(day)
  })

  it('refuses a zone that does not exist', () => {
    expect(() => dayIn('Mars/Olympus', 0)).toThrow(RangeError)
    expect(['Mars/Olympus', 'America/Chicago'].map(isZone)).toEqual([false, true])
  })
})
