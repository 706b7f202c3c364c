import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allPacks } from '../credentials/testing/golden.ts'
import { formatDay } from '../kernel/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { readCase } from './index.ts'

const zoned = allPacks().filter(({ pack, term }) => pack.deadlineZone !== null && term.primitive === 'term/given')
const [pack] = zoned
const read = (submittedAt: string) => {
  const held = { cycleStart: '1990-01-01', expiresOn: '2110-12-31' }
  return readCase({ id: 'x', rulePack: pack?.pack.id, held, awards: [], submittedAt }, () => pack?.pack)
}

const twice = (n: number): string => String(n).padStart(2, '0')
const offset = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${twice(Math.floor(Math.abs(minutes) / 60))}:${twice(Math.abs(minutes) % 60)}`

/** An instant as somebody reads it from a clock that is so many minutes ahead of UTC. */
const written = (instant: number, minutes: number): string =>
  `${new Date(instant + minutes * 60_000).toISOString().slice(0, 19)}${offset(minutes)}`

describe('the day of an instant', () => {
  it('is that of the body, whatever clock it was read from, from 2000 to 2100', () => {
    expect(pack).toBeDefined()
    fc.assert(
      fc.property(
        fc.integer({ min: 946_684_800, max: 4_102_444_800 }),
        fc.integer({ min: -48, max: 56 }),
        (seconds, quarters) => {
          const instant = seconds * 1000
          const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(
            pack?.pack.deadlineZone ?? 'UTC',
          )
          const answer = read(written(instant, quarters * 15))
          expect(answer.faults).toEqual([])
          expect(answer.case && formatDay(answer.case.asOf)).toBe(there.toPlainDate().toString())
        },
      ),
      runs(25_000),
    )
  })

  it.each(['2025-02-30T10:00:00-05:00', '2025-04-31T10:00:00Z', '2025-13-01T10:00:00Z', '2025-02-28T25:00:00Z'])(
    'must be a day that exists: %s',
    (text) => {
      const answer = read(text)
      expect(answer.case).toBeNull()
      expect(answer.faults.map(({ field }) => field)).toEqual(['submittedAt'])
    },
  )
})
