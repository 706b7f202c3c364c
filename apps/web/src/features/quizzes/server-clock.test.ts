import { expect, it } from 'vitest'
import { clockOf, clockText, elapsedMs, secondsLeft, spokenMinutes } from './server-clock.ts'

const attempt = {
  startedAt: '2026-03-02T10:00:00.000Z',
  serverNow: '2026-03-02T10:05:00.000Z',
  deadlineAt: '2026-03-02T10:20:00.000Z',
}

it('counts by the server, whatever the clock of the device says', () => {
  for (const device of [0, Date.parse('2031-01-01'), Date.parse(attempt.serverNow)]) {
    const clock = clockOf(attempt, device)
    expect(secondsLeft(clock, device)).toBe(15 * 60)
    expect(secondsLeft(clock, device + 60_500)).toBe(14 * 60)
    expect(secondsLeft(clock, device + 3_600_000)).toBe(0)
    expect(elapsedMs(clock, device + 500)).toBe(300_500)
    expect(elapsedMs(clock, device - 900_000)).toBe(0)
  }
})

it('speaks sparingly', () => {
  expect([3000, 601, 600, 301, 300, 61, 60, 0].map(spokenMinutes)).toEqual([undefined, undefined, 10, 10, 5, 5, 1, 1])
})

it('writes what is left', () => {
  expect([0, 59, 60, 245, 3729].map(clockText)).toEqual(['0:00', '0:59', '1:00', '4:05', '1:02:09'])
})
