import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import type { HoldingFacts } from './facts.ts'
import { smallestChange } from './smallest-change.ts'
import { award, card, dated, holding, renewed, TERM, text, total } from './testing/samples.ts'

const GIVEN: SampleRule = { primitive: 'term/given' }
const yearly = (min: string): SampleRule => ({ primitive: 'category/sub-period-minimum', yearStarts: '01-01', min })
const minimum = (code: string, min: string): SampleRule => ({ primitive: 'category/minimum', codes: [code], min })

/** The credits that are asked for: category, thousandths, first and last day. */
const asked = (rules: readonly SampleRule[], facts: HoldingFacts, asOf: string, knownAt = asOf) =>
  smallestChange(compiledSample(rules), facts, { asOf: on(asOf), knownAt: on(knownAt) })?.credits.map((each) => [
    each.category,
    each.amount,
    text(each.from),
    text(each.by),
  ]) ?? null

describe('no change', () => {
  it('is named where what is missing can be made up no more', () => {
    const rules = [GIVEN, total('6'), yearly('2')]
    const facts = dated('2023-01-01', '2025-12-31', { awards: [award('a', '2024-02-01', 6)] })
    expect(asked(rules, facts, '2024-06-01')).toBeNull()
    const inTime = dated('2023-01-01', '2025-12-31', { awards: [award('a', '2023-02-01', 6)] })
    expect(asked(rules, inTime, '2024-06-01')).not.toBeNull()
  })

  it('is named after a lapse, though every credit is there', () => {
    const facts = holding({ awards: [award('a', '2024-01-01', 10)], cards: [card('2024-01-01', '2030-01-01')] })
    const rules: SampleRule[] = [TERM, total('10'), { primitive: 'prerequisite/current', type: 'cpr', handsOn: true }]
    expect(asked(rules, facts, '2025-05-11')).toBeNull()
    expect(asked(rules, { ...facts, cards: [] }, '2025-05-11')).toBeNull()
    expect(asked(rules, { ...facts, cards: [] }, '2025-05-10')).toEqual([])
  })

  it('is named while an audit is open', () => {
    const facts = dated('2023-01-01', '2025-12-31', {
      events: [
        renewed('2025-12-01', { for: '2023-2025', using: ['a'] }),
        { type: 'audit', on: on('2026-01-20'), unproven: ['a'] },
      ],
      awards: [award('a', '2024-01-01', 10)],
    })
    expect(asked([{ ...GIVEN, months: 36 }, total('10')], facts, '2026-02-20')).toBeNull()
    expect(asked([{ ...GIVEN, months: 36 }, total('10')], facts, '2026-02-19')).toEqual([
      [null, 10_000, null, '2028-12-31'],
    ])
  })

  it('is named before the first day, and where no date is known', () => {
    expect(asked([TERM, total('0')], holding(), '2023-05-09')).toBeNull()
    expect(asked([TERM, total('5')], holding({ issuedOn: undefined }), '2023-05-09')).toBeNull()
    expect(asked([{ primitive: 'term/none' }], holding(), '2023-05-11')).toBeNull()
  })

  it('is named for what a higher credential renews', () => {
    const rules: SampleRule[] = [
      GIVEN,
      total('5'),
      { primitive: 'lifecycle/cascade', order: [['Low'], ['High']], months: 36 },
    ]
    const facts = dated('2023-01-01', '2025-12-31', {
      credential: 'Low',
      events: [renewed('2025-06-01', { credential: 'High' })],
      alsoHolds: [{ credential: 'High', expiresOn: on('2025-12-31') }],
    })
    expect(asked(rules, facts, '2025-06-02')).toBeNull()
  })
})

describe('the credits of the smallest change', () => {
  it('are of the categories that lack, the second total among them', () => {
    const second: SampleRule = { primitive: 'requirement/second-total', codes: ['C'], amount: '2' }
    const rules = [TERM, total('10'), minimum('A', '3'), minimum('B', '4'), second]
    const awards = [
      award('a', '2024-01-01', 1, { category: 'A' }),
      award('b', '2024-01-01', 5, { category: 'B' }),
      award('c', '2024-01-01', 0.5, { category: 'C' }),
    ]
    expect(asked(rules, holding({ awards }), '2025-01-01')).toEqual([
      ['A', 4000, null, '2025-05-10'],
      ['C', 1500, null, '2025-05-10'],
    ])
    const full = [...awards, award('d', '2024-01-01', 4, { category: 'A' })]
    expect(asked(rules, holding({ awards: full }), '2025-01-01')).toEqual([['C', 1500, null, '2025-05-10']])
    const settled = [...awards.slice(0, 2), award('c', '2024-01-01', 2, { category: 'C' })]
    expect(asked(rules, holding({ awards: settled }), '2025-01-01')).toEqual([['A', 4000, null, '2025-05-10']])
  })

  it('are of no category where any will do, as one sum', () => {
    const rules = [TERM, total('10')]
    expect(asked(rules, holding({ awards: [award('a', '2024-01-01', 4)] }), '2025-01-01')).toEqual([
      [null, 6000, null, '2025-05-10'],
    ])
  })

  it('have no last day where a window slides with the application', () => {
    const rules: SampleRule[] = [GIVEN, total('2'), { primitive: 'window/sliding', months: 6 }]
    expect(asked(rules, dated('2020-01-01', '2022-12-31'), '2025-01-01')).toEqual([[null, 2000, null, null]])
    const late: SampleRule[] = [
      GIVEN,
      total('2'),
      { primitive: 'window/earning', until: { never: true } },
      { primitive: 'window/late', status: 'late', until: { never: true }, inForce: false, fees: [] },
    ]
    expect(asked(late, dated('2020-01-01', '2022-12-31'), '2025-01-01')).toEqual([[null, 2000, null, null]])
  })

  it('are of the year that is open, of the one to come, and of any for the rest', () => {
    const rules = [GIVEN, total('10'), yearly('2')]
    const facts = dated('2023-01-01', '2025-12-31', { awards: [award('a', '2023-02-01', 3)] })
    const change = asked(rules, facts, '2024-06-01')
    expect(change?.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(7000)
    expect(change?.map(([, , from, by]) => [from, by])).toContainEqual(['2025-01-01', '2025-12-31'])
    expect(change?.map(([, , from, by]) => [from, by])).toContainEqual([null, '2024-12-31'])
    // On the first day of a year it has begun.
    expect(
      asked(
        [GIVEN, total('6'), yearly('2')],
        { ...facts, awards: [award('a', '2023-02-01', 2), award('b', '2024-02-01', 2)] },
        '2025-01-01',
      ),
    ).toEqual([[null, 2000, null, '2025-12-31']])
  })

  it('are an hour of another category where several are asked for, beside those that lack', () => {
    const rules: SampleRule[] = [TERM, total('4'), { primitive: 'category/distinct', count: 2 }]
    const one = holding({ awards: [award('a', '2024-01-01', 4, { category: 'A' })] })
    expect(asked(rules, one, '2025-01-01')).toEqual([['B', 1000, null, '2025-05-10']])
    const some = holding({ awards: [award('a', '2024-01-01', 1, { category: 'A' })] })
    const change = asked(rules, some, '2025-01-01')
    expect(new Set(change?.map(([category]) => category))).toEqual(new Set(['A', 'B']))
    const none = asked(rules, holding(), '2025-01-01')
    expect(new Set(none?.map(([category]) => category)).size).toBe(2)
    const half = compiledSample(rules, {
      unit: {
        singular: { en: 'unit', es: 'unidad' },
        plural: { en: 'units', es: 'unidades' },
        minutesPerUnit: 45,
      },
    })
    expect(smallestChange(half, one, { asOf: on('2025-01-01') })?.credits[0]?.amount).toBe(1334)
  })

  it('count what is known by the day of knowledge', () => {
    const late = holding({ awards: [award('a', '2024-01-01', 4, { knownOn: on('2025-03-01') })] })
    expect(asked([TERM, total('10')], late, '2025-01-01', '2025-03-01')).toEqual([[null, 6000, null, '2025-05-10']])
    expect(asked([TERM, total('10')], late, '2025-01-01')).toEqual([[null, 10_000, null, '2025-05-10']])
  })

  it('are counted as of the day on which filing opens', () => {
    const rules: SampleRule[] = [TERM, total('10'), { primitive: 'window/filing-opens', daysBeforeExpiry: 30 }]
    // What is enrolled and known already completes it by then.
    const facts = holding({ awards: [award('a', '2025-04-01', 10, { knownOn: on('2024-01-01') })] })
    const change = smallestChange(compiledSample(rules), facts, { asOf: on('2025-01-01') })
    expect(change).toMatchObject({ credits: [], waitUntil: on('2025-04-10') })
    expect(change?.words.en).toBe('filing no earlier than 10 April 2025')
  })

  it('settle every open duty and every card at once', () => {
    const rules: SampleRule[] = [
      TERM,
      total('0'),
      { primitive: 'lifecycle/annual-duty', duties: ['fee', 'form'], missedFee: '20' },
      { primitive: 'prerequisite/current', type: 'cpr', handsOn: true },
      { primitive: 'prerequisite/current', type: 'ecc', handsOn: true },
    ]
    const dutiesOpen = [
      { duty: 'fee', year: 2023 },
      { duty: 'form', year: 2024 },
    ]
    const change = smallestChange(compiledSample(rules), holding({ dutiesOpen }), { asOf: on('2025-01-01') })
    expect(change).toMatchObject({
      credits: [],
      cards: ['cpr', 'ecc'],
      duties: ['2023:fee', '2024:form'],
      waitUntil: null,
    })
  })
})
