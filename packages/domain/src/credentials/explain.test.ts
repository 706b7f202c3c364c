import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { explain } from './explain.ts'
import type { HoldingFacts } from './facts.ts'
import { award, card, dated, holding, TERM, total } from './testing/samples.ts'

const sources = [
  { id: 's1', title: 'Handbook', url: null, asOf: null },
  { id: 's2', title: 'Page', url: 'https://example.org/two', asOf: null },
  { id: 's3', title: 'Other page', url: 'https://example.org/three', asOf: null },
]

/** The lines of the rules of a pack, as rule, source, what it comes to and its English words. */
const lines = (rules: readonly SampleRule[], facts: HoldingFacts, asOf = '2025-01-01') =>
  explain(compiledSample(rules, { sources }), facts, { asOf: on(asOf) })
const about = (rule: string, rules: readonly SampleRule[], facts: HoldingFacts, asOf?: string) =>
  lines(rules, facts, asOf).filter((line) => line.rule === rule)

describe('the source of a line', () => {
  const of = (ids: readonly string[]) => about('rule-1', [TERM, { ...total('10'), sources: ids }], holding())[0]?.source

  it('is the first address, else the first title', () => {
    expect(of(['s3', 's2'])).toBe('https://example.org/three')
    expect(of(['s1', 's2'])).toBe('https://example.org/two')
    expect(of(['s1'])).toBe('Handbook')
  })

  it('is the convention of the engine for its own steps, and for a rule without any', () => {
    expect(about('counted', [TERM, total('10')], holding())[0]?.source).toBe('convention')
    expect(about('no-term', [total('10')], holding())[0]).toMatchObject({ source: 'convention' })
  })
})

describe('a line', () => {
  it('says how sure its rule is', () => {
    const of = (confidence: string) => about('rule-1', [TERM, { ...total('10'), confidence }], holding())[0]?.text
    expect(of('low')).toBe('Each cycle needs 10 credits. (likely; confirm with the body) Here: 10 credits.')
    expect(of('high')).toBe('Each cycle needs 10 credits. Here: 10 credits.')
  })

  it('carries what the rule came to, and nothing where it came to nothing', () => {
    const [term, required] = lines([TERM, total('10')], holding()).filter(({ rule }) => rule.startsWith('rule-'))
    expect(term && 'amount' in term).toBe(false)
    expect(required?.amount).toBe(10_000)
  })
})

describe('the credit of a card', () => {
  it('is told with the rule of that card', () => {
    const rules: SampleRule[] = [
      TERM,
      total('10'),
      { primitive: 'prerequisite/current', type: 'cpr', handsOn: true },
      { primitive: 'prerequisite/current', type: 'ecc', handsOn: true, credit: '1', creditCategory: 'A' },
      { primitive: 'prerequisite/current', type: 'bls', handsOn: true, credit: '2' },
    ]
    const cards = [card('2024-01-01', '2026-01-01', { type: 'ecc' }), card('2024-01-01', '2026-01-01', { type: 'bls' })]
    const told = lines(rules, holding({ cards })).filter(({ text }) => text.includes('It gives'))
    expect(told.map(({ rule, amount, text }) => [rule, amount, text.slice(text.indexOf('It gives'))])).toEqual([
      ['rule-3', 1000, 'It gives 1 credit (A).'],
      ['rule-4', 2000, 'It gives 2 credits.'],
    ])
  })
})

describe('an award', () => {
  const rules: SampleRule[] = [TERM, total('10')]

  it('is called by its title where it has one', () => {
    const awards = [award('a', '2024-01-01', 2, { title: 'Squats', category: 'A' }), award('b', '2024-02-01', 1)]
    expect(about('award', rules, holding({ awards })).map(({ text }) => text)).toEqual([
      'a (Squats), completed on 1 January 2024: 2 credits (A).',
      'b, completed on 1 February 2024: 1 credit.',
    ])
  })

  it('that is refused is told with the rule that refuses it', () => {
    const repeats: SampleRule[] = [
      ...rules,
      { primitive: 'award/repeat', same: 'topic' },
      { primitive: 'award/repeat', same: 'course' },
      { primitive: 'window/earning', until: { daysAfterExpiry: 30 } },
    ]
    const awards = [
      award('a', '2024-01-01', 1, { courseId: 'x', topic: 't' }),
      award('b', '2024-02-01', 1, { courseId: 'x' }),
      award('c', '2024-03-01', 1, { topic: 't' }),
      award('d', '2023-01-01', 1),
      award('e', '2025-06-10', 1),
    ]
    const refused = lines(repeats, holding({ awards }), '2025-06-10').filter(({ text }) =>
      text.includes('does not count'),
    )
    expect(refused.map(({ rule, text }) => `${rule} ${text.split(' does not')[0]?.slice(-1)}`)).toEqual([
      'rule-3 b',
      'rule-2 c',
      'award d',
      'rule-4 e',
    ])
  })

  it('cut by a cap is told with what is over it, and not where it just fits', () => {
    const capped: SampleRule[] = [...rules, { primitive: 'award/per-award-cap', max: '2' }]
    const cut = (amount: number) => about('rule-2', capped, holding({ awards: [award('a', '2024-01-01', amount)] }))
    expect(cut(2)).toEqual([])
    expect(cut(2.5)[0]).toMatchObject({ amount: 500, text: expect.stringContaining('Over it: 0.5 credits') })
  })

  it('in the unit of another body is told with the rate', () => {
    const rates: SampleRule[] = [
      ...rules,
      { primitive: 'award/equivalence', unit: 'Star', factor: '2' },
      { primitive: 'award/equivalence', unit: 'Moon', factor: '3' },
    ]
    const face = (unit: string) =>
      award('a', '2024-01-01', 0, { faceValue: { value: 1000 as never, unit }, credits: null })
    const told = (awards: HoldingFacts['awards']) =>
      lines(rates, holding({ awards })).flatMap(({ rule }) => (rule === 'rule-2' || rule === 'rule-3' ? [rule] : []))
    expect(told([face('star')])).toEqual(['rule-2'])
    expect(told([award('b', '2024-01-01', 1), face('MOON')])).toEqual(['rule-3'])
    expect(told([award('b', '2024-01-01', 1)])).toEqual([])
    expect(told([])).toEqual([])
  })
})

describe('what it all comes to', () => {
  it('keeps room for minima only where something is left over', () => {
    const rules: SampleRule[] = [TERM, total('4'), { primitive: 'category/minimum', codes: ['A'], min: '2' }]
    const counted = (amount: number, category: string) =>
      about('counted', rules, holding({ awards: [award('b', '2024-01-01', amount, { category })] }))[0]?.text
    expect(counted(2, 'B')).toBe('Of 2 credits, 2 credits count toward 4 credits.')
    expect(counted(3, 'B')).toBe(
      'Of 3 credits, 2 credits count toward 4 credits; room is kept for what the minima lack.',
    )
    expect(counted(6, 'A')).toBe('Of 6 credits, 4 credits count toward 4 credits.')
  })

  it('names what is needed, wasted and carried only where there is any', () => {
    const carry: SampleRule = { primitive: 'lifecycle/carry', max: '1' }
    const told = (amount: number, rules: readonly SampleRule[] = []) =>
      lines([TERM, total('4'), ...rules], holding({ awards: [award('a', '2024-01-01', amount)] }))
        .filter(({ rule }) => ['needed', 'wasted', 'rule-2'].includes(rule))
        .map(({ rule, amount: of }) => `${rule} ${of}`)
    expect(told(3)).toEqual(['needed 1000'])
    expect(told(4)).toEqual([])
    expect(told(6)).toEqual(['wasted 2000'])
    expect(told(6, [carry])).toEqual(['rule-2 1000', 'wasted 1000'])
    expect(told(4, [carry])).toEqual(['rule-2 0'])
  })

  it('names a total that is stated, a debt, and a family only where they are there', () => {
    const rules: SampleRule[] = [
      TERM,
      total('4'),
      { primitive: 'requirement/carried-deficit' },
      { primitive: 'lifecycle/family', members: [{ names: ['X'] }] },
    ]
    const told = (fields: Partial<HoldingFacts>) =>
      lines(rules, holding(fields)).flatMap(({ rule }) =>
        ['rule-1', 'rule-2', 'rule-3', 'stated-requirement'].includes(rule) ? [rule] : [],
      )
    expect(told({})).toEqual(['rule-1'])
    expect(told({ deficitFromPreviousPeriod: 0 as never, alsoHolds: [] })).toEqual(['rule-1'])
    expect(
      told({ deficitFromPreviousPeriod: 500 as never, alsoHolds: [{ credential: 'X', expiresOn: null }] }),
    ).toEqual(['rule-1', 'rule-2', 'rule-3'])
    expect(told({ required: 2000 as never })).toEqual(['stated-requirement'])
  })

  it('names an extension only of who has one', () => {
    const rules: SampleRule[] = [TERM, total('4'), { primitive: 'lifecycle/extension', maxMonths: 6 }]
    expect(about('rule-2', rules, holding())).toEqual([])
    expect(about('rule-2', rules, holding({ extendedTo: on('2025-08-01') }))).toHaveLength(1)
  })

  it('names years with a minimum that lack something, with what was found in them', () => {
    const rules: SampleRule[] = [
      { primitive: 'term/given' },
      total('6'),
      { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '2' },
    ]
    const told = (amount: number) =>
      about(
        'rule-2',
        rules,
        dated('2024-01-01', '2025-12-31', {
          awards: [award('a', '2024-02-01', amount), award('b', '2025-02-01', 4)],
        }),
        '2025-06-01',
      ).map(({ text }) => text.slice(text.lastIndexOf('.', text.length - 2) + 2))
    expect(told(2)).toHaveLength(1)
    expect(told(1)[0]).toContain('2024')
    expect(told(1)[0]).toContain('1 credit')
  })
})

describe('what never ends', () => {
  it('is told by its term and its rounding, a calculation by its sum too', () => {
    const rounding: SampleRule = { primitive: 'award/rounding', step: '0.25', mode: 'down' }
    const facts = holding({ awards: [award('a', '2024-01-01', 1.3)] })
    const told = (rules: readonly SampleRule[], kind: string) =>
      explain(compiledSample(rules, { kind }), facts, { asOf: on('2025-01-01') }).map(
        ({ rule, amount }) => `${rule}${amount === undefined ? '' : ` ${amount}`}`,
      )
    expect(told([{ primitive: 'term/none' }], 'specialization')).toEqual(['rule-0'])
    expect(told([{ primitive: 'term/none' }, rounding], 'calculation')).toEqual(['rule-0', 'rule-1', 'counted 1250'])
    expect(told([{ primitive: 'term/none' }, rounding], 'certification')).toEqual(['rule-0', 'rule-1'])
  })
})
