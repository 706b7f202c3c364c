import { describe, expect, it } from 'vitest'
import type { Award } from '../../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import type { HoldingFacts } from '../facts.ts'
import { award, card, dated, holding, TERM, total } from '../testing/samples.ts'

const minimum = (codes: string, min: string): SampleRule => ({
  primitive: 'category/minimum',
  codes: [...codes],
  min,
  label: codes,
})
const maximum = (codes: string, max: string): SampleRule => ({ primitive: 'category/maximum', codes: [...codes], max })
const cap = (fields: object): SampleRule => ({
  primitive: 'award/activity-cap',
  kind: 'presenting',
  max: '2',
  per: 'cycle',
  ...fields,
})
const of = (id: string, category: string | null, amount: number, fields: Partial<Award> = {}): Award =>
  award(id, '2024-06-01', amount, { category, ...fields })
const talk = { kind: 'presenting' as const }

const standing = (
  rules: readonly SampleRule[],
  awards: readonly Award[],
  fields: Partial<HoldingFacts> = {},
  asOf = '2025-01-01',
) => evaluate(compiledSample([TERM, ...rules]), holding({ awards, ...fields }), { asOf: on(asOf) })

/** What counts, is needed and wasted, in whole credits, and what is missing. */
const told = (rules: readonly SampleRule[], awards: readonly Award[]) => {
  const { counted, needed, wasted, missing } = standing(rules, awards)
  return [Number(counted) / 1000, Number(needed) / 1000, wasted / 1000, missing]
}

describe('a cap', () => {
  it('on one activity is of the kind that it names', () => {
    const rule: SampleRule = { primitive: 'award/per-award-cap', kind: 'presenting', max: '2' }
    expect(told([total('10'), rule], [of('a', null, 3), of('b', null, 3, talk)])).toEqual([5, 5, 1, ['credits']])
  })

  it('on a petition is of each petition with its parts', () => {
    const rule: SampleRule = { primitive: 'award/petition', max: '3' }
    const petition = { kind: 'petition' as const }
    expect(
      told([total('20'), rule], [of('a', null, 5, petition), of('b', null, 5, petition), of('c', null, 5)]),
    ).toEqual([11, 9, 4, ['credits']])
    expect(
      told(
        [total('20'), rule],
        [of('a', null, 2, { ...petition, splitOf: 'x' }), of('b', null, 2, { ...petition, splitOf: 'x' })],
      ),
    ).toEqual([3, 17, 1, ['credits']])
    expect(told([total('20'), { primitive: 'award/petition' }], [of('a', null, 5, petition)])[0]).toBe(5)
  })

  it('on carried-in credit is of all of it together, and of nothing else', () => {
    const rule: SampleRule = { primitive: 'lifecycle/carry', max: '2' }
    const carried = { kind: 'carry' as const }
    expect(
      told([total('10'), rule], [of('a', null, 3, carried), of('b', null, 1.5, carried), of('c', null, 1)]),
    ).toEqual([3, 7, 2.5, ['credits']])
    expect(told([total('10'), rule], [of('a', null, 3)])[0]).toBe(3)
    expect(told([total('10'), { primitive: 'lifecycle/carry' }], [of('a', null, 3, carried)])[0]).toBe(3)
  })

  it('by days holds on its first and last day', () => {
    const on5 = (date: string) =>
      standing([total('10'), cap({ from: '2024-02-01', to: '2024-02-29' })], [award('a', date, 5, talk)]).counted
    expect(['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'].map(on5)).toEqual([5000, 2000, 2000, 5000])
    expect(standing([total('10'), cap({})], [of('a', null, 5)]).counted).toBe(5000)
  })

  it('across categories leaves what the minima need, whatever the order', () => {
    const rules = [total('4'), cap({}), minimum('B', '2')]
    const awards = [of('a', 'A', 2, talk), of('b', 'B', 2, talk), of('c', 'C', 2)]
    expect(told(rules, awards)).toEqual([4, 0, 2, []])
    expect(told(rules, [...awards].reverse())).toEqual([4, 0, 2, []])
    expect(told(rules, awards.slice(0, 2))).toEqual([2, 2, 2, ['credits']])
  })

  it('across categories can leave a shortfall that no minimum shows', () => {
    // Either minimum could be met by what is there, not both: only two credits of talks count.
    const rules = [total('4'), cap({}), minimum('A', '2'), minimum('B', '2')]
    expect(told(rules, [of('a', 'A', 2, talk), of('b', 'B', 2, talk)])).toEqual([2, 2, 2, ['credits']])
  })

  it('that cuts nothing changes nothing', () => {
    expect(told([total('4'), cap({}), minimum('B', '2')], [of('a', 'A', 1, talk), of('b', 'B', 1, talk)])).toEqual([
      2,
      2,
      0,
      ['credits', 'category:B'],
    ])
    expect(told([total('4'), cap({ max: '4' })], [of('a', 'A', 2, talk), of('b', 'B', 2, talk)])).toEqual([4, 0, 0, []])
  })
})

describe('groups that cross', () => {
  const rules = [total('4'), minimum('AB', '2'), minimum('BC', '2')]

  it('are both served by what lies in both', () => {
    expect(told(rules, [])).toEqual([0, 4, 0, ['credits', 'category:AB', 'category:BC']])
    expect(told(rules, [of('b', 'B', 2)])).toEqual([2, 2, 0, ['credits']])
    expect(told(rules, [of('a', 'A', 2)])).toEqual([2, 2, 0, ['category:BC']])
    expect(told(rules, [of('a', 'A', 2), of('c', 'C', 2)])).toEqual([4, 0, 0, []])
    expect(told(rules, [of('a', 'A', 9)])).toEqual([2, 2, 7, ['category:BC']])
    expect(told(rules, [of('x', null, 9), of('b', 'B', 1)])).toEqual([3, 1, 7, ['category:AB', 'category:BC']])
  })

  it('do not name a minimum that credits there could serve within every maximum', () => {
    const limits = [minimum('ABC', '2'), maximum('AB', '2'), maximum('BC', '2')]
    expect(told([total('2'), ...limits], [of('b', 'B', 2)])).toEqual([2, 0, 0, []])
    expect(told([total('2'), ...limits], [of('b', 'B', 1.5)])).toEqual([1.5, 0.5, 0, ['category:ABC']])
    // What fills both maxima at once would leave the total out of reach: two of A and two of C complete it.
    expect(told([total('4'), ...limits], [of('b', 'B', 2)])).toEqual([0, 4, 2, ['credits']])
  })

  it('can leave a shortfall that no minimum shows', () => {
    const triangle = [total('3'), maximum('AB', '1'), maximum('BC', '1'), maximum('AC', '1')]
    expect(
      told(
        triangle,
        ['A', 'B', 'C'].map((code) => of(code, code, 3)),
      ),
    ).toEqual([1.5, 1.5, 7.5, ['credits']])
  })

  it('are named once where two minima have one name', () => {
    const named = [total('4'), { ...minimum('A', '2'), label: 'X' }, { ...minimum('B', '2'), label: 'X' }]
    expect(standing(named, []).missing).toEqual(['category:X'])
    expect(standing([total('5'), ...named.slice(1)], []).missing).toEqual(['credits', 'category:X'])
  })
})

describe('years with a minimum of their own', () => {
  const yearly: SampleRule = { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '2' }
  const three = (
    rules: readonly SampleRule[],
    awards: readonly Award[],
    asOf: string,
    fields: Partial<HoldingFacts> = {},
  ) => {
    const pack = compiledSample([{ primitive: 'term/given' }, ...rules, yearly])
    const { counted, needed, missing } = evaluate(pack, dated('2023-01-01', '2025-12-31', { awards, ...fields }), {
      asOf: on(asOf),
    })
    return [Number(counted) / 1000, Number(needed) / 1000, missing]
  }
  const six = [award('a', '2024-02-01', 6, { category: 'A' })]

  it('need what is open, and nothing for a year that is lost', () => {
    const missing = ['subperiod:2025', 'subperiod:2023:incurable']
    expect(three([total('6')], six, '2024-06-01')).toEqual([4, 2, missing])
    expect(three([total('6'), minimum('A', '1')], six, '2024-06-01')).toEqual([4, 2, missing])
    expect(three([total('6'), minimum('AB', '1'), minimum('BC', '0.5')], six, '2024-06-01')).toEqual([
      4,
      2,
      ['category:BC', ...missing],
    ])
    expect(three([total('6')], [award('a', '2024-02-01', 3)], '2024-06-01')).toEqual([3, 3, ['credits', ...missing]])
  })

  it('are open on their last day and lost on the next', () => {
    const early = [award('a', '2023-02-01', 6)]
    expect(three([total('6')], early, '2024-12-31')[2]).toEqual(['subperiod:2024', 'subperiod:2025'])
    expect(three([total('6')], early, '2025-01-01')[2]).toEqual(['subperiod:2025', 'subperiod:2024:incurable'])
    expect(three([total('6')], early, '2025-12-31')).toEqual([4, 2, ['subperiod:2025', 'subperiod:2024:incurable']])
  })

  it('are needed together, those that are open and no others, beside categories', () => {
    const pack = compiledSample([{ primitive: 'term/given' }, total('6'), yearly, minimum('A', '1')])
    const facts = dated('2022-07-01', '2025-12-31', { awards: [award('a', '2022-08-01', 6, { category: 'A' })] })
    const needed = (asOf: string) => evaluate(pack, facts, { asOf: on(asOf) }).needed
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-12-31'].map(needed)).toEqual([
      6000, 4000, 4000, 2000, 2000,
    ])
  })

  it('are lost with the last day of earning', () => {
    const late: SampleRule = {
      primitive: 'window/late',
      status: 'late',
      until: { never: true },
      inForce: false,
      fees: [],
    }
    const short: SampleRule = { primitive: 'window/earning', until: { monthsAfterExpiry: 0 } }
    const early = [award('a', '2023-02-01', 2), award('b', '2024-02-01', 4)]
    expect(three([total('6'), late, short], early, '2026-01-01')).toEqual([6, 0, ['subperiod:2025:incurable']])
  })

  it('ask for nothing where the cycle asks for nothing', () => {
    expect(three([total('0')], [], '2024-06-01')).toEqual([0, 0, []])
    expect(three([total('6')], [], '2024-06-01', { required: 0 as never })).toEqual([0, 0, []])
  })

  it('take carried-in credit unless the rule shuts them to it', () => {
    const carried = [
      award('a', '2023-02-01', 4),
      award('b', '2024-02-01', 2, { kind: 'carry' }),
      award('c', '2025-02-01', 2),
    ]
    expect(three([total('6'), { primitive: 'lifecycle/carry' }], carried, '2025-06-01')[2]).toEqual([])
    expect(
      three([total('6'), { primitive: 'lifecycle/carry', notForSubPeriods: true }], carried, '2025-06-01')[2],
    ).toEqual(['subperiod:2024:incurable'])
  })
})

describe('several categories', () => {
  const rules = [total('2'), { primitive: 'category/distinct', count: 2 } satisfies SampleRule]

  it('are those of what counts', () => {
    expect(standing(rules, [of('a', 'A', 2)]).missing).toEqual(['categories:2'])
    expect(standing(rules, [of('a', 'A', 2), of('b', 'A', 1)]).missing).toEqual(['categories:2'])
    expect(standing(rules, [of('a', 'A', 2), of('b', null, 1)]).missing).toEqual(['categories:2'])
    expect(standing(rules, [of('a', 'A', 2), of('b', 'B', 0.25)]).missing).toEqual([])
    expect(standing(rules, [of('a', 'A', 2), of('b', 'B', 0)]).missing).toEqual(['categories:2'])
    const capped: SampleRule = { primitive: 'award/per-award-cap', category: 'B', max: '0' }
    expect(standing([...rules, capped], [of('a', 'A', 2), of('b', 'B', 2)]).missing).toEqual(['categories:2'])
    expect(standing([total('0'), ...rules.slice(1)], []).missing).toEqual([])
  })
})

describe('what carries out', () => {
  const carry = (fields: object = {}): SampleRule => ({ primitive: 'lifecycle/carry', ...fields })
  const out = (rules: readonly SampleRule[], awards: readonly Award[], fields: Partial<HoldingFacts> = {}) =>
    standing([total('10'), ...rules], awards, fields, '2025-05-01').carriedOut

  it('is the surplus, up to the limit, of what may carry', () => {
    expect(out([carry()], [of('a', null, 13)])).toBe(3000)
    expect(out([carry({ max: '2' })], [of('a', null, 13)])).toBe(2000)
    expect(out([carry({ max: '2' })], [of('a', null, 10)])).toBe(0)
    expect(out([carry({ max: '2' })], [of('a', null, 9)])).toBe(0)
    expect(out([], [of('a', null, 13)])).toBeNull()
  })

  it('is of the last months only, where the rule says so', () => {
    const last = carry({ earnedInLastMonths: 12 })
    expect(out([last], [award('a', '2024-05-10', 13)])).toBe(0)
    expect(out([last], [award('a', '2024-05-11', 13)])).toBe(3000)
    expect(out([last], [award('a', '2024-05-10', 12), award('b', '2024-05-11', 1)])).toBe(1000)
    const earning: SampleRule = { primitive: 'window/earning', until: { daysAfterExpiry: 30 } }
    const late: SampleRule = {
      primitive: 'window/late',
      status: 'grace',
      until: { daysAfterExpiry: 30 },
      inForce: true,
      fees: [],
    }
    const after = (date: string) =>
      standing([total('10'), last, earning, late], [award('a', date, 13)], {}, '2025-05-20').carriedOut
    expect(after('2025-05-10')).toBe(3000)
    expect(after('2025-05-11')).toBe(0)
  })

  it('is of petitions or of certain categories only, where the rule says so', () => {
    const petition = { kind: 'petition' as const }
    expect(out([carry({ onlyPetitioned: true })], [of('a', null, 10), of('b', null, 3)])).toBe(0)
    expect(out([carry({ onlyPetitioned: true })], [of('a', null, 10), of('b', null, 3, petition)])).toBe(3000)
    expect(out([carry({ codes: ['A', 'B'] })], [of('a', 'C', 10), of('b', 'B', 3)])).toBe(3000)
    expect(out([carry({ codes: ['A', 'B'] })], [of('a', 'A', 10), of('b', 'C', 3)])).toBe(3000)
    expect(out([carry({ codes: ['A'] })], [of('a', 'C', 10), of('b', null, 3)])).toBe(0)
  })

  it('is nothing of a card, or of what was carried in', () => {
    expect(out([carry()], [of('a', null, 12, { kind: 'carry' })])).toBe(0)
    expect(out([carry()], [of('a', null, 10), of('b', null, 3, { kind: 'carry' })])).toBe(3000)
    const rule: SampleRule = { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, credit: '12' }
    expect(out([carry(), rule], [], { cards: [card('2024-01-01', '2026-01-01')] })).toBe(0)
  })

  it('leaves what the categories and caps need', () => {
    expect(out([carry(), minimum('A', '4')], [of('a', 'A', 4), of('b', 'B', 9)])).toBe(3000)
    expect(out([carry({ codes: ['A'] }), minimum('A', '4')], [of('a', 'A', 5), of('b', 'B', 9)])).toBe(1000)
    expect(out([carry(), maximum('B', '7')], [of('a', 'A', 5), of('b', 'B', 9)])).toBe(2000)
    expect(out([carry(), cap({ max: '7' })], [of('a', null, 5), of('b', null, 9, talk)])).toBe(2000)
  })
})

describe('a total of its own', () => {
  it('takes its categories out of the main one, and wastes what is over', () => {
    const second: SampleRule = { primitive: 'requirement/second-total', codes: ['B', 'C'], amount: '3' }
    const asked = standing([total('10'), second], [of('a', 'A', 4), of('b', 'B', 2), of('c', 'C', 2), of('d', null, 1)])
    expect(asked).toMatchObject({ counted: 5000, needed: 5000, wasted: 1000, missing: ['credits'] })
    expect(asked.secondTotals).toEqual([{ code: 'B', required: 3000, counted: 3000, needed: 0 }])
    const open = standing([total('5'), second], [of('a', 'A', 5), of('c', 'C', 1)])
    expect(open.missing).toEqual(['category:B'])
    expect(open.secondTotals).toEqual([{ code: 'B', required: 3000, counted: 1000, needed: 2000 }])
    const over = standing([total('5'), second], [of('a', 'A', 5), of('c', 'C', 1)], {}, '2025-05-11')
    expect(over.secondTotals).toEqual([{ code: 'B', required: 3000, counted: 1000, needed: 0 }])
    expect(over.missing).toEqual(['category:B:incurable', 'submission-window'])
  })
})
