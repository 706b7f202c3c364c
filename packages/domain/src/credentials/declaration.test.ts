import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day } from '../kernel/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { judgeDeclaration } from './declaration.ts'

const TODAY = on('2026-03-02')
const pack = (term: SampleRule) => compiledSample([term, { primitive: 'requirement/fixed', amount: '10' }])
const anniversary = pack({ primitive: 'term/anniversary', months: 24 })
const given = pack({ primitive: 'term/given' })
const common = pack({ primitive: 'term/common-period', start: '2024-01-01', end: '2026-12-31' })
const none = pack({ primitive: 'term/none' })

type Dates = readonly [certifiedOn: string, cycleStart?: string | null, expiresOn?: string | null]
const judge = (which: typeof given, [certifiedOn, cycleStart, expiresOn]: Dates) =>
  judgeDeclaration(
    which,
    {
      credential: 'SAMPLE',
      certifiedOn: on(certifiedOn),
      cycleStart: cycleStart ? on(cycleStart) : null,
      expiresOn: expiresOn ? on(expiresOn) : null,
    },
    TODAY,
  )

describe('a declared holding', () => {
  it.each<[string, typeof given, Dates, string, string]>([
    ['certified tomorrow', anniversary, ['2026-03-03'], 'certifiedOn', 'holding.certified-in-future'],
    ['with an end where there is none', none, ['2020-01-01', null, '2027-01-01'], 'expiresOn', 'holding.never-expires'],
    ['with a cycle where there is none', none, ['2020-01-01', '2020-01-01'], 'cycleStart', 'holding.never-expires'],
    [
      'that ends before it starts',
      given,
      ['2020-01-01', '2025-01-02', '2025-01-01'],
      'expiresOn',
      'holding.cycle-ends-before-start',
    ],
    [
      'that ends before it was certified',
      given,
      ['2020-01-02', null, '2020-01-01'],
      'expiresOn',
      'holding.cycle-ends-before-start',
    ],
    [
      'in a cycle from before it',
      given,
      ['2020-01-02', '2020-01-01', '2027-01-01'],
      'cycleStart',
      'holding.cycle-before-certification',
    ],
    [
      'in a cycle that begins tomorrow',
      given,
      ['2020-01-01', '2026-03-03', '2027-01-01'],
      'cycleStart',
      'holding.cycle-not-begun',
    ],
    ['without the dates that the rules do not count', given, ['2025-01-01'], 'expiresOn', 'holding.cycle-dates-needed'],
    ['with half a cycle', anniversary, ['2025-01-01', '2025-01-01'], 'expiresOn', 'holding.cycle-dates-needed'],
    ['whose first cycle is over', anniversary, ['2024-03-01'], 'expiresOn', 'holding.first-cycle-over'],
    [
      'in a cycle longer than the term',
      anniversary,
      ['2020-01-01', '2025-01-01', '2027-02-02'],
      'expiresOn',
      'holding.cycle-too-long',
    ],
    [
      'in a common period of four',
      common,
      ['2020-01-01', '2024-01-01', '2030-02-28'],
      'expiresOn',
      'holding.cycle-too-long',
    ],
  ])('%s is refused at its field', (_, which, dates, field, code) => {
    expect(judge(which, dates)).toEqual({ ok: false, error: { field, code } })
  })

  it.each<[string, typeof given, Dates, readonly [string, string] | null]>([
    ['certified today', anniversary, ['2026-03-02'], ['2026-03-02', '2028-03-02']],
    ['on the last day of its first cycle', anniversary, ['2024-03-02'], ['2024-03-02', '2026-03-02']],
    ['in a later cycle', anniversary, ['2018-01-01', '2026-01-02', '2028-01-01'], ['2026-01-02', '2028-01-01']],
    [
      'a month beyond the exact term',
      anniversary,
      ['2020-01-01', '2025-01-01', '2027-02-01'],
      ['2025-01-01', '2027-02-01'],
    ],
    [
      'as it stands on the certificate',
      given,
      ['2020-01-01', '2026-03-02', '2026-03-02'],
      ['2026-03-02', '2026-03-02'],
    ],
    ['in the common period', common, ['2020-01-01'], ['2024-01-01', '2026-12-31']],
    ['that never expires', none, ['2020-01-01'], null],
  ])('%s is taken', (_, which, dates, span) => {
    const cycle = span && { from: on(span[0]), to: on(span[1]) }
    expect(judge(which, dates)).toMatchObject({ ok: true, value: { cycle } })
  })

  it('is taken with the dates that were declared and no others', () => {
    const facts = (which: typeof given, dates: Dates) => {
      const judged = judge(which, dates)
      return judged.ok ? judged.value.facts : judged.error
    }
    expect(facts(none, ['2020-01-01'])).toEqual({ credential: 'SAMPLE', issuedOn: on('2020-01-01') })
    expect(facts(anniversary, ['2026-01-01'])).toEqual({ credential: 'SAMPLE', issuedOn: on('2026-01-01') })
    expect(facts(anniversary, ['2018-01-01', '2026-01-02', '2028-01-01'])).toEqual({
      credential: 'SAMPLE',
      issuedOn: on('2018-01-01'),
      cycleStart: on('2026-01-02'),
      expiresOn: on('2028-01-01'),
    })
    expect(facts(anniversary, ['2020-01-01', null, '2028-01-01'])).toEqual({
      credential: 'SAMPLE',
      issuedOn: on('2020-01-01'),
      expiresOn: on('2028-01-01'),
    })
  })

  it('may be over, or long ago begun', () => {
    const cycle = (which: typeof given, dates: Dates) => {
      const judged = judge(which, dates)
      return judged.ok ? judged.value.cycle : judged.error.code
    }
    const span = (from: string, to: string) => ({ from: on(from), to: on(to) })
    expect(cycle(anniversary, ['2020-01-01', '2022-01-02', '2024-01-01'])).toEqual(span('2022-01-02', '2024-01-01'))
    expect(cycle(anniversary, ['2020-01-01', null, '2028-01-01'])).toEqual(span('2026-01-02', '2028-01-01'))
    expect(cycle(given, ['2020-01-01', '2020-01-01', '2040-01-01'])).toEqual(span('2020-01-01', '2040-01-01'))
    // Certified late in a period of 1,095 days, the first term runs through the next one: twice that, and a month.
    expect(cycle(common, ['2020-01-01', '2024-01-01', '2030-01-30'])).toEqual(span('2024-01-01', '2030-01-30'))
    expect(cycle(common, ['2020-01-01', '2024-01-01', '2030-01-31'])).toBe('holding.cycle-too-long')
    const rolling = pack({ primitive: 'term/rolling', years: 3, yearStarts: '07-01' })
    expect(cycle(rolling, ['2020-01-01', '2023-07-01', '2026-08-01'])).toEqual(span('2023-07-01', '2026-08-01'))
    expect(cycle(rolling, ['2020-01-01', '2023-07-01', '2026-08-02'])).toBe('holding.cycle-too-long')
  })

  it('that is taken is in a cycle that holds its dates', () => {
    const day = fc.integer({ min: on('2016-01-01'), max: on('2032-01-01') }).map((n) => n as Day)
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), (certifiedOn, cycleStart, expiresOn) => {
        for (const which of [anniversary, given, common]) {
          const judged = judgeDeclaration(which, { credential: 'SAMPLE', certifiedOn, cycleStart, expiresOn }, TODAY)
          if (!judged.ok) continue
          const { cycle } = judged.value
          expect(cycle && cycle.from <= cycle.to).toBe(true)
          expect(certifiedOn <= TODAY).toBe(true)
          if (expiresOn !== null) expect(cycle?.to).toBe(expiresOn)
          else expect(cycle && cycle.to >= TODAY).toBe(true)
          if (which === anniversary && cycleStart !== null && expiresOn !== null)
            expect(expiresOn <= addDays(addMonths(cycleStart, 24), 31)).toBe(true)
        }
      }),
      runs(5000),
    )
  })
})
