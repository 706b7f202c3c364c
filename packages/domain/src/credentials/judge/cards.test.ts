import { describe, expect, it } from 'vitest'
import type { Card } from '../../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import { card, dated, holding, TERM, text, total } from '../testing/samples.ts'

const issuers = [{ names: ['Heart', 'HA'], months: 12, ends: 'anniversary' }]
const current: SampleRule = { primitive: 'prerequisite/current', type: 'cpr', handsOn: true }
const continuous: SampleRule = { primitive: 'prerequisite/continuous', type: 'cpr', handsOn: true }
const horizon: SampleRule = { primitive: 'prerequisite/horizon', type: 'cpr', days: 30, handsOn: true }
const within: SampleRule = { primitive: 'prerequisite/issued-within', type: 'cpr', months: 6, handsOn: true }

const standing = (rules: readonly SampleRule[], cards: readonly Card[], asOf: string, knownAt = asOf) =>
  evaluate(compiledSample([TERM, total('0'), ...rules]), holding({ cards }), { asOf: on(asOf), knownAt: on(knownAt) })

describe('the last day of a card', () => {
  it('follows any name of its issuer', () => {
    const pack = compiledSample([TERM, total('0'), current], { issuers })
    const through = (issuer: string | null) =>
      text(
        evaluate(pack, holding({ cards: [card('2024-01-10', null, { issuer })] }), { asOf: on('2024-02-01') })
          .prerequisiteValidThrough,
      )
    expect(through('heart')).toBe('2025-01-10')
    expect(through('ha')).toBe('2025-01-10')
    expect(through('H')).toBe('2026-01-10')
    expect(through(null)).toBe('2026-01-10')
  })

  it('is the latest of all cards that the rules ask for', () => {
    const both = [current, { ...current, type: 'ecc' }]
    const through = (cards: readonly Card[]) => text(standing(both, cards, '2024-06-01').prerequisiteValidThrough)
    const cpr = card('2024-01-01', '2026-01-01')
    const ecc = card('2024-01-01', '2025-12-01', { type: 'ecc' })
    expect(through([cpr, ecc])).toBe('2026-01-01')
    expect(through([ecc, cpr])).toBe('2026-01-01')
    expect(through([cpr, { ...ecc, validThrough: on('2027-01-01') }])).toBe('2027-01-01')
    expect(through([cpr])).toBe('2026-01-01')
    expect(through([ecc])).toBe('2025-12-01')
    expect(through([cpr, card('2024-02-01', '2025-01-01')])).toBe('2026-01-01')
    expect(through([card('2024-02-01', '2025-01-01'), cpr])).toBe('2026-01-01')
    expect(through([])).toBeNull()
  })
})

describe('a card', () => {
  it('is there from the day of its issue, once that is known', () => {
    const missing = (asOf: string, knownAt: string, fields: Partial<Card> = {}) =>
      standing([current], [card('2024-06-01', '2026-06-01', fields)], asOf, knownAt).missing
    expect(missing('2024-06-01', '2024-06-01')).toEqual([])
    expect(missing('2024-05-31', '2024-12-01')).toEqual(['cpr'])
    expect(missing('2024-12-01', '2024-05-31')).toEqual(['cpr'])
    expect(missing('2024-12-01', '2024-06-30', { knownOn: on('2024-07-01') })).toEqual(['cpr'])
    expect(missing('2024-12-01', '2024-07-01', { knownOn: on('2024-07-01') })).toEqual([])
  })

  it('may be of another type that the rule names', () => {
    const rule = { ...current, orTypes: ['ecc', 'bls'] }
    const missing = (type: string) =>
      standing([rule], [card('2024-01-01', '2026-01-01', { type })], '2024-06-01').missing
    expect(missing('bls')).toEqual([])
    expect(missing('first-aid')).toEqual(['cpr'])
  })

  it('must reach the days after filing that the rule names', () => {
    const missing = (through: string) => standing([horizon], [card('2024-01-01', through)], '2024-06-01').missing
    expect(missing('2024-07-01')).toEqual([])
    expect(missing('2024-06-30')).toEqual(['cpr'])
  })

  it('must be young enough, and says so where it is not', () => {
    const missing = (issued: string, fields: Partial<Card> = {}) =>
      standing([within], [card(issued, '2030-01-01', fields)], '2024-07-15').missing
    expect(missing('2024-01-15')).toEqual([])
    expect(missing('2024-01-14')).toEqual(['cpr:age'])
    expect(missing('2024-01-15', { handsOn: false })).toEqual(['cpr:hands-on'])
    expect(standing([within], [], '2024-07-15').missing).toEqual(['cpr'])
  })

  it('needs no hands-on part on the days of a waiver', () => {
    const waiver: SampleRule = {
      primitive: 'prerequisite/waiver',
      waives: 'hands-on',
      from: '2024-03-01',
      to: '2024-06-30',
    }
    const online = [card('2024-01-01', '2026-01-01', { handsOn: false })]
    const missing = (asOf: string) => standing([current, waiver], online, asOf).missing
    expect(missing('2024-02-29')).toEqual(['cpr:hands-on'])
    expect(missing('2024-03-01')).toEqual([])
    expect(missing('2024-06-30')).toEqual([])
    expect(missing('2024-07-01')).toEqual(['cpr:hands-on'])
  })
})

describe('cards without a gap', () => {
  const rules = [TERM, total('0'), continuous]
  const gap = (cards: readonly Card[], asOf = '2024-12-31') => {
    const { missing, prerequisiteGap } = evaluate(
      compiledSample([
        ...rules,
        { primitive: 'window/late', status: 'late', until: { never: true }, inForce: false, fees: [] },
      ]),
      holding({ cards }),
      { asOf: on(asOf) },
    )
    return [missing[0] ?? null, text(prerequisiteGap?.from), text(prerequisiteGap?.to)]
  }
  const none = [null, null, null]
  const first = card('2023-01-01', '2024-03-31')
  const second = card('2024-04-01', '2026-01-01')

  it('may be told in any order', () => {
    expect(gap([second, first])).toEqual(none)
    expect(gap([card('2024-04-02', '2026-01-01'), first])).toEqual(['cpr:gap', '2024-04-01', '2024-04-01'])
  })

  it('may overlap, and a short one inside a long one ends nothing', () => {
    expect(gap([first, card('2023-06-01', '2023-07-01'), second])).toEqual(none)
    expect(gap([card('2023-01-01', '2024-12-31'), card('2023-06-01', '2023-07-01')])).toEqual(none)
    expect(gap([card('2023-01-01', '2024-12-30'), card('2023-06-01', '2023-07-01')])).toEqual([
      'cpr:gap',
      '2024-12-31',
      '2024-12-31',
    ])
  })

  it('are asked for until today, and no longer than the cycle', () => {
    expect(gap([card('2023-05-10', '2025-05-10')], '2025-06-01')).toEqual(none)
    expect(gap([card('2023-05-10', '2025-05-09')], '2025-06-01')).toEqual(['cpr:gap', '2025-05-10', '2025-05-10'])
    // A card that came after the cycle fills nothing in it.
    expect(gap([card('2023-05-10', '2025-04-30'), card('2025-05-20', '2027-05-20')], '2025-06-01')).toEqual([
      'cpr:gap',
      '2025-05-01',
      '2025-05-10',
    ])
    expect(gap([card('2023-05-10', '2025-04-30'), card('2025-05-10', '2027-05-20')], '2025-06-01')).toEqual([
      'cpr:gap',
      '2025-05-01',
      '2025-05-09',
    ])
  })

  it('are asked for on the day alone where the first day of the cycle is unknown', () => {
    const facts = { ...dated('2024-01-01', '2025-12-31', { cards: [first] }), cycleStart: undefined }
    const pack = compiledSample([{ primitive: 'term/given' }, total('0'), continuous])
    expect(evaluate(pack, facts, { asOf: on('2024-03-31') }).missing).toEqual([])
    expect(evaluate(pack, facts, { asOf: on('2024-04-01') }).missing).toEqual(['cpr:gap'])
  })
})

describe('the credit of a card', () => {
  it('is given where the card fulfils its rule, in the category that the rule names', () => {
    const rule = { ...current, credit: '1.5', creditCategory: 'B' }
    const counted = (asOf: string, max: string) =>
      evaluate(
        compiledSample([TERM, total('10'), rule, { primitive: 'category/maximum', codes: ['B'], max }]),
        holding({ cards: [card('2024-01-01', '2024-12-31')] }),
        { asOf: on(asOf) },
      ).counted
    expect(counted('2024-12-31', '9')).toBe(1500)
    expect(counted('2024-12-31', '1')).toBe(1000)
    expect(counted('2025-01-01', '9')).toBe(0)
  })
})
