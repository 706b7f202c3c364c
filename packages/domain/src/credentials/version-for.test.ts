import { describe, expect, it } from 'vitest'
import { formatDay } from '../kernel/index.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import type { HoldingEvent, HoldingFacts } from './facts.ts'
import { judgingVersion, type PublishedVersion, versionFor } from './version-for.ts'

const version = (year: number) => {
  const rules: SampleRule[] = [
    {
      primitive: 'term/common-period',
      start: `${year}-01-01`,
      end: `${year + 1}-12-31`,
      nextPeriodIfCertifiedFrom: `${year + 1}-01-01`,
    },
    { primitive: 'requirement/fixed', amount: '10' },
    { primitive: 'window/late', status: 'grace', until: { endOfMonthAfterExpiry: 2 }, inForce: false, fees: [] },
  ]
  return compiledSample(rules, { id: `v${year}`, effective: { from: `${year}-01-01`, to: `${year + 1}-12-31` } })
}

const versions = [version(2024), version(2020), version(2022)]
const idFor = (asOf: string, issuedOn = '2012-06-01', events: readonly HoldingEvent[] = []) => {
  const facts: HoldingFacts = { issuedOn: on(issuedOn), events, awards: [], cards: [] }
  return versionFor(versions, facts, { asOf: on(asOf) })?.pack.id ?? null
}
const renewed = (day: string): HoldingEvent => ({ type: 'renewed', on: on(day) })

describe('the version that judges a holding', () => {
  it.each([
    ['before any', '2019-12-31', null],
    ['in its period', '2021-12-31', 'v2020'],
    ['late, as long as one still can', '2022-02-28', 'v2020'],
    ['when the late window is over', '2022-03-01', 'v2022'],
    ['in the newest', '2025-06-01', 'v2024'],
  ])('%s', (_, asOf, id) => {
    expect(idFor(asOf)).toBe(id)
  })

  it('moves on where the period before was renewed', () => {
    expect(idFor('2022-01-15', '2012-06-01', [renewed('2021-12-01')])).toBe('v2022')
  })

  it('moves with the day of certification', () => {
    expect(idFor('2022-01-15', '2022-01-10')).toBe('v2022')
    expect(idFor('2022-01-15', '2022-01-01')).toBe('v2022')
    expect(idFor('2022-01-15', '2021-12-31')).toBe('v2020')
    expect(idFor('2023-12-31', '2021-05-01')).toBe('v2020')
    expect(idFor('2022-01-15', '2020-12-31')).toBe('v2020')
    expect(idFor('2022-06-01', '2020-12-31')).toBe('v2022')
    expect(idFor('2022-06-01', '2021-05-01')).toBe('v2020')
  })
})

describe('the version that judges, as known on a day', () => {
  const fixed = (number: number, { from, known }: { from: string; known: string }): PublishedVersion => ({
    pack: compiledSample(
      [
        { primitive: 'term/anniversary', months: 24 },
        { primitive: 'requirement/fixed', amount: String(number) },
      ],
      { version: number, effective: { from, to: null } },
    ),
    knownOn: on(known),
  })
  const first = fixed(1, { from: '2020-01-01', known: '2020-01-01' })
  const earlier = fixed(2, { from: '2025-06-01', known: '2026-03-10' })
  const ahead = fixed(3, { from: '2026-09-01', known: '2026-04-01' })
  const corrected = fixed(4, { from: '2025-06-01', known: '2026-05-01' })
  const facts: HoldingFacts = { issuedOn: on('2025-01-15'), events: [], awards: [], cards: [] }
  const judge = (asOf: string, knownAt: string) => {
    const { pack, nextOn } = judgingVersion([first, earlier, ahead, corrected], facts, {
      asOf: on(asOf),
      knownAt: on(knownAt),
    })
    return [pack.pack.version, nextOn === null ? null : formatDay(nextOn)]
  }

  it.each([
    ['before its publication a version with effect earlier is unknown', '2025-07-01', '2026-03-09', [1, null]],
    ['from its publication on it judges the days of its effect', '2025-07-01', '2026-03-10', [2, null]],
    ['and no day before its effect', '2025-05-31', '2026-03-10', [1, '2025-06-01']],
    ['one with effect later waits for its day', '2026-08-31', '2026-04-01', [2, '2026-09-01']],
    ['and judges from it', '2026-09-01', '2026-09-01', [3, null]],
    ['a correction of the same day of effect takes the place', '2026-08-31', '2026-05-01', [4, '2026-09-01']],
    ['what was known before the correction can still be answered', '2026-08-31', '2026-04-30', [2, '2026-09-01']],
    ['before the first effect the first version speaks', '2019-01-01', '2026-05-01', [1, '2020-01-01']],
    ['and before the first publication', '2019-01-01', '2018-01-01', [1, '2020-01-01']],
  ])('%s', (_, asOf, knownAt, expected) => {
    expect(judge(asOf, knownAt)).toEqual(expected)
  })

  it('needs no search where there is one version', () => {
    expect(judgingVersion([ahead], facts, { asOf: on('2020-01-01') })).toEqual({ pack: ahead.pack, nextOn: null })
  })
})
