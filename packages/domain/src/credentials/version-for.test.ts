import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import type { HoldingEvent, HoldingFacts } from './facts.ts'
import { versionFor } from './version-for.ts'

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
    expect(idFor('2022-06-01', '2021-05-01')).toBe('v2020')
  })
})
