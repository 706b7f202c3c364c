import { type Day, formatDay, parseDay } from '@gs/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemClock } from './clock.ts'

const dayFrom = (text: string): Day => {
  const day = parseDay(text)
  if (!day.ok) throw new Error(`${text} is no day`)
  return day.value
}

describe('the clock of the machine', () => {
  it('tells the day of each zone at every moment, also behind the one it told before', () => {
    const zones = ['America/New_York', 'America/Chicago', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Etc/GMT+12']
    const minutes = fc.integer({ min: 0, max: 120 * 366 * 1440 })
    const moves = fc.array(fc.tuple(fc.constantFrom(...zones), fc.integer({ min: -90_000, max: 7_200_000 })))
    fc.assert(
      fc.property(minutes, moves, (start, list) => {
        let instant = start * 60_000
        const clock = systemClock(undefined, () => instant)
        for (const [zone, step] of list) {
          instant += step
          const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
          expect(formatDay(clock.today(zone))).toBe(there.toString())
        }
      }),
    )
  })

  it('tells the day of the server where no zone is asked for', () => {
    const instant = Date.parse('2025-12-31T23:59:30Z')
    const own = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId())
    expect(formatDay(systemClock(undefined, () => instant).today())).toBe(own.toPlainDate().toString())
  })

  it('stands still in every zone where a day is fixed', () => {
    const fixed = dayFrom('2026-03-02')
    const clock = systemClock(fixed, () => Date.parse('2030-06-01T03:00:00Z'))
    expect([clock.today(), clock.today('Pacific/Kiritimati'), clock.today('Etc/GMT+12')]).toEqual([fixed, fixed, fixed])
    expect(clock.now().toISOString()).toBe('2030-06-01T03:00:00.000Z')
  })
})
