import { describe, expect, it } from 'vitest'
import type { Award } from '../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { allocate } from './allocate.ts'
import { award, card, dated, holding, renewed, TERM, total } from './testing/samples.ts'

const AT = { asOf: on('2025-01-01') }

/** Who gives what to what, in whole credits. */
const parts = (rules: readonly SampleRule[], awards: readonly Award[]) =>
  allocate(compiledSample([TERM, ...rules]), holding({ awards, cards: [card('2024-01-01', '2026-01-01')] }), AT).map(
    ({ awardId, requirement, amount }) => `${awardId} ${amount / 1000} ${requirement}`,
  )

describe('an allocation', () => {
  it('takes the oldest first, on one day by id', () => {
    const awards = [award('b', '2024-01-01', 4), award('a', '2024-01-01', 4), award('c', '2023-12-31', 4)]
    expect(parts([total('5')], awards)).toEqual(['a 1 total', 'c 4 total'])
    expect(parts([total('9')], awards)).toEqual(['b 1 total', 'a 4 total', 'c 4 total'])
  })

  it('carries of what is left, the oldest first too', () => {
    const carry: SampleRule = { primitive: 'lifecycle/carry', max: '3' }
    const awards = [award('b', '2024-02-01', 4), award('a', '2024-01-01', 4), award('c', '2024-03-01', 4)]
    expect(parts([total('6'), carry], awards)).toEqual(['b 2 total', 'b 2 carry', 'a 4 total', 'c 1 carry'])
    expect(parts([total('6'), { ...carry, max: '9' }], awards)).toEqual([
      'b 2 total',
      'b 2 carry',
      'a 4 total',
      'c 4 carry',
    ])
    // Nothing carries of a cycle that cannot be renewed.
    expect(parts([total('13'), carry], awards)).toEqual(['b 4 total', 'a 4 total', 'c 4 total'])
  })

  it('counts no more of a category or an activity than it may', () => {
    const limited: SampleRule = { primitive: 'category/maximum', codes: ['A'], max: '3' }
    const awards = [award('a', '2024-01-01', 4, { category: 'A' }), award('b', '2024-02-01', 4, { category: 'B' })]
    expect(parts([total('6'), limited], awards)).toEqual(['a 3 A', 'b 3 B'])
    expect(parts([total('9'), limited], awards)).toEqual(['a 3 A', 'b 4 B'])
    const capped: SampleRule = { primitive: 'award/per-award-cap', max: '3' }
    expect(parts([total('9'), capped], awards)).toEqual(['a 3 A', 'b 3 B'])
  })

  it('fills a total of its own one award after the other', () => {
    const second: SampleRule = { primitive: 'requirement/second-total', codes: ['C'], amount: '1' }
    const awards = [0.4, 0.9, 1].map((amount, i) => award(`c${i}`, '2024-01-01', amount, { category: 'C' }))
    expect(parts([total('2'), second], awards)).toEqual(['c0 0.4 second:C', 'c1 0.6 second:C'])
    const rule: SampleRule = {
      primitive: 'prerequisite/current',
      type: 'cpr',
      handsOn: true,
      credit: '0.5',
      creditCategory: 'C',
    }
    expect(parts([total('2'), second, rule], awards.slice(0, 1))).toEqual(['c0 0.4 second:C', 'card 0.5 second:C'])
  })

  it('spreads over a second category, which need not be the first that is there', () => {
    const rules: SampleRule[] = [total('4'), { primitive: 'category/distinct', count: 2 }]
    const of = (code: string | null, date: string, amount: number) =>
      award(code ?? 'none', date, amount, { category: code })
    expect(parts(rules, [of('B', '2024-01-01', 5), of('C', '2024-02-01', 1)])).toEqual(['B 3 B', 'C 1 C'])
    expect(parts(rules, [of('B', '2024-01-01', 5), of('C', '2024-02-01', 1), of('A', '2024-03-01', 2)])).toEqual([
      'B 2 B',
      'C 1 C',
      'A 1 A',
    ])
    expect(parts(rules, [of('B', '2024-01-01', 5), of(null, '2024-02-01', 1)])).toEqual(['B 4 B'])
    expect(parts(rules, [of('A', '2024-01-01', 2), of('B', '2024-02-01', 3)])).toEqual(['A 2 A', 'B 2 B'])
    // Where the first of both is itself wanting the other, nothing is moved.
    expect(parts([total('4')], [of('B', '2024-01-01', 5), of('C', '2024-02-01', 1)])).toHaveLength(1)
  })

  it('is none where nothing is counted', () => {
    expect(allocate(compiledSample([TERM, total('4')]), holding({ issuedOn: undefined }), AT)).toEqual([])
    const cascade = compiledSample([
      { primitive: 'term/given' },
      total('4'),
      { primitive: 'lifecycle/cascade', order: [['Low'], ['High']], months: 36 },
    ])
    const low = dated('2023-01-01', '2025-12-31', { credential: 'Low', awards: [award('a', '2024-01-01', 2)] })
    expect(allocate(cascade, low, AT)).toHaveLength(1)
    const renewedByHigher = { ...low, events: [renewed('2024-12-01', { credential: 'High' })] }
    expect(allocate(cascade, renewedByHigher, AT)).toEqual([])
  })
})
