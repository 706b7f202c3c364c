import { describe, expect, it } from 'vitest'
import { offeredCredentials } from '../pack/offered.ts'
import { type SampleRule, samplePack } from '../testing/sample-pack.ts'
import { checkPack } from './check-pack.ts'

const TERM: SampleRule = { primitive: 'term/given', months: 24 }
const TOTAL: SampleRule = { primitive: 'requirement/fixed', amount: '10' }

/** All that is wrong with a pack of these rules after a term, one line a fault. */
const faults = (rules: readonly SampleRule[], fields: Readonly<Record<string, unknown>> = {}): string[] =>
  checkPack(samplePack([TERM, ...rules], fields)).map(({ path, message }) => `${path}: ${message}`)

const minimum = (codes: readonly string[], min: string): SampleRule => ({ primitive: 'category/minimum', codes, min })
const maximum = (code: string, max: string): SampleRule => ({ primitive: 'category/maximum', codes: [code], max })
const late = (daysAfterExpiry: number, fees: readonly object[] = []): SampleRule => ({
  primitive: 'window/late',
  status: 'late',
  until: { daysAfterExpiry },
  inForce: false,
  fees,
})
const byDate = (...rows: readonly object[]): SampleRule => ({
  primitive: 'requirement/by-certification-date',
  rows: rows.map((row) => ({ amount: '2', ...row })),
})
const cap = (fields: object): SampleRule => ({
  primitive: 'award/activity-cap',
  kind: 'course',
  max: '1',
  per: 'year',
  ...fields,
})
const unknown = (rule: SampleRule, ...codes: readonly string[]): [string, SampleRule, readonly string[]] => [
  rule.primitive,
  rule,
  codes.map((code) => `rules[2]: category "${code}" is not in the list of categories`),
]

describe('a pack just inside its limits is in order', () => {
  it.each<[string, readonly SampleRule[]]>([
    ['a minimum as high as its maximum', [TOTAL, minimum(['A'], '3'), maximum('A', '3')]],
    ['minima that fill the total', [TOTAL, minimum(['A'], '6'), minimum(['B'], '4')]],
    ['maxima that just reach the total', [TOTAL, maximum('A', '5'), maximum('B', '3'), maximum('C', '2')]],
    ['maxima far above the total', [TOTAL, maximum('A', '90'), maximum('B', '30'), maximum('C', '20')]],
    ['maxima of some categories only', [TOTAL, maximum('A', '1'), maximum('B', '1')]],
    ['minima where nothing is asked', [{ ...TOTAL, amount: '0' }, minimum(['A'], '6')]],
    ['groups that cross', [TOTAL, minimum(['A', 'B'], '9'), minimum(['B', 'C'], '9')]],
    [
      'a year as high as the total',
      [TOTAL, { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '10' }],
    ],
    ['a carry of one thousandth', [TOTAL, { primitive: 'lifecycle/carry', max: '0.001' }]],
    ['a carry without a limit', [TOTAL, { primitive: 'lifecycle/carry' }]],
    ['a cap of nothing', [TOTAL, cap({ max: '0' })]],
    ['rows on neighbouring days, in any order', [byDate({ from: '2024-07-01' }, { to: '2024-06-30' })]],
    [
      'a row of one day',
      [byDate({ to: '2024-06-30' }, { from: '2024-07-01', to: '2024-07-01' }, { from: '2024-07-02' })],
    ],
    [
      'renewals in order',
      [
        {
          primitive: 'requirement/by-renewal',
          rows: [1, 2, 3].map((renewal) => ({ renewal, amount: '2' })),
        },
      ],
    ],
    [
      'a waiver of one day',
      [TOTAL, { primitive: 'prerequisite/waiver', waives: 'hands-on', from: '2024-01-01', to: '2024-01-01' }],
    ],
    ['late windows that follow one another', [TOTAL, late(30), late(31)]],
    [
      'fees that follow one another',
      [
        TOTAL,
        late(30, [
          { to: '2024-06-30', amount: '1' },
          { from: '2024-07-01', amount: '2' },
        ]),
      ],
    ],
    ['caps that meet and do not overlap', [TOTAL, cap({ from: '2025-01-01' }), cap({ to: '2024-12-31' })]],
    [
      'a known category wherever one is named',
      [
        TOTAL,
        minimum(['A', 'B'], '1'),
        { primitive: 'award/per-award-cap', category: 'A', max: '1' },
        { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, creditCategory: 'B' },
        { primitive: 'lifecycle/carry', codes: ['A'], notForCodes: ['C'] },
      ],
    ],
    ['an award cap of every category', [TOTAL, { primitive: 'award/per-award-cap', max: '1' }]],
  ])('%s', (_, rules) => {
    expect(faults(rules)).toEqual([])
  })

  it('thirty categories, a period of one day, a day of effect, a zone that exists', () => {
    const categories = Array.from({ length: 30 }, (_, i) => ({ code: `C${i}`, name: { en: 'c', es: 'c' } }))
    expect(faults([TOTAL], { categories })).toEqual([])
    expect(faults([TOTAL], { categories: [] })).toEqual([])
    expect(faults([TOTAL], { effective: { from: '2024-01-01', to: '2024-01-01' } })).toEqual([])
    expect(faults([TOTAL], { deadlineZone: 'America/Chicago', demo: ['rule-1'] })).toEqual([])
    const oneDay = samplePack([{ primitive: 'term/common-period', start: '2024-01-01', end: '2024-01-01' }, TOTAL])
    expect(checkPack(oneDay)).toEqual([])
  })
})

describe('a pack with faults', () => {
  it.each([
    unknown({ primitive: 'award/per-award-cap', category: 'Y', max: '1' }, 'Y'),
    unknown({ primitive: 'prerequisite/current', type: 'cpr', handsOn: true, creditCategory: 'Y' }, 'Y'),
    unknown({ primitive: 'lifecycle/carry', codes: ['Y'], notForCodes: ['Z'] }, 'Y', 'Z'),
    unknown(
      {
        primitive: 'requirement/first-renewal-exemption',
        named: [
          { code: 'Y', amount: '1' },
          { code: 'A', amount: '1' },
        ],
      },
      'Y',
    ),
  ])('names every category that %s invents', (_, rule, expected) => {
    expect(faults([TOTAL, rule])).toEqual(expected)
  })

  it('names the invented categories of a table by date', () => {
    expect(faults([byDate({ to: '2024-06-30', maxima: { A: '9', Y: '1' } }, { from: '2024-07-01' })])).toEqual([
      'rules[1]: category "Y" is not in the list of categories',
    ])
  })

  it('judges every row of a table by itself', () => {
    const tight = { amount: '2', maxima: { A: '0.5', B: '0.5', C: '0.5' } }
    expect(faults([byDate({ to: '2024-06-30' }, { from: '2024-07-01', ...tight })])).toEqual([
      'rules[1].rows[1]: with every category at its maximum only 1.5 of 2 can be reached',
    ])
    const rows = [
      { renewal: 1, amount: '5' },
      { renewal: 2, amount: '3' },
    ]
    expect(faults([{ primitive: 'requirement/by-renewal', rows }, minimum(['A'], '4')])).toEqual([
      'rules[1].rows[1]: the minima ask for 4 together, more than the total of 3',
    ])
  })

  it.each<[string, readonly SampleRule[], readonly string[]]>([
    [
      'a minimum above its maximum, and nothing else',
      [TOTAL, minimum(['A'], '4'), maximum('A', '3.5'), minimum(['B'], '1'), maximum('B', '1')],
      ['rules[1]: the minimum of A (4) is above the maximum of the same categories (3.5)'],
    ],
    [
      'maxima below the total',
      [TOTAL, maximum('A', '5'), maximum('B', '3'), maximum('C', '1.9')],
      ['rules[1]: with every category at its maximum only 9.9 of 10 can be reached'],
    ],
    [
      'a year above the total',
      [TOTAL, { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '10.001' }],
      ['rules[2].min: is above the total of the whole cycle'],
    ],
    [
      'a carry of nothing',
      [TOTAL, { primitive: 'lifecycle/carry', max: '0' }],
      ['rules[2].max: is 0: leave the rule out where nothing carries over'],
    ],
    [
      'rows that leave one day out, in any order',
      [byDate({ from: '2024-07-02' }, { to: '2024-06-30' })],
      ['rules[1].rows[0]: leaves a hole: no row holds on 2024-07-01'],
    ],
    [
      'rows that share one day, in any order',
      [byDate({ from: '2024-06-30' }, { to: '2024-06-30' })],
      ['rules[1].rows[0]: overlaps another row: both hold on 2024-06-30'],
    ],
    [
      'fees that leave one day out',
      [
        TOTAL,
        late(30, [
          { to: '2024-06-30', amount: '1' },
          { from: '2024-07-02', amount: '2' },
        ]),
      ],
      ['rules[2].fees[1]: leaves a hole: no row holds on 2024-07-01'],
    ],
    [
      'renewals that skip one, and one that comes twice',
      [
        {
          primitive: 'requirement/by-renewal',
          rows: [1, 3, 3].map((renewal) => ({ renewal, amount: '2' })),
        },
      ],
      [
        'rules[1].rows[1].renewal: must be 2: the rows follow one another',
        'rules[1].rows[2].renewal: must be 4: the rows follow one another',
      ],
    ],
    [
      'late windows that end with the one above',
      [TOTAL, late(30), late(30), late(31)],
      ['rules[3].until: ends before the late window above it, or with it: windows follow one another'],
    ],
    [
      'caps that share one day',
      [TOTAL, cap({ from: '2025-01-01' }), cap({ to: '2025-01-01' })],
      ['rules[3]: holds on the same days as rules[2]'],
    ],
    [
      'two totals',
      [TOTAL, byDate({})],
      [
        'rules: there must be exactly one total (requirement/fixed, requirement/by-certification-date, requirement/by-renewal, requirement/by-credential); there are 2',
      ],
    ],
    ['a rule of no source', [{ ...TOTAL, sources: ['s1', 's9'] }], ['rules[1].sources[1]: no source has the id "s9"']],
  ])('says of %s where it is and what is wrong', (_, rules, expected) => {
    expect(faults(rules)).toEqual(expected)
  })

  it.each<[Readonly<Record<string, unknown>>, readonly string[]]>([
    [{ effective: { from: '2024-01-02', to: '2024-01-01' } }, ['effective.to: lies before effective.from']],
    [{ demo: ['rule-0', 'nothing', 'rule-1'] }, ['demo: no rule has the id "nothing"']],
    [{ deadlineZone: 'Mars/Olympus' }, ['deadlineZone: "Mars/Olympus" is no time zone, such as "America/Chicago"']],
  ])('says of %o where it is and what is wrong', (fields, expected) => {
    expect(faults([TOTAL], fields)).toEqual(expected)
  })

  it('names what is offered, or another way, that stands twice or points nowhere', () => {
    const name = { en: 'Sample', es: 'Muestra' }
    const offering = (...codes: readonly string[]) =>
      faults([TOTAL], {
        credential: { name, names: ['SAMPLE', 'OTHER'], offered: codes.map((code) => ({ code, name })) },
      })
    expect(offering('SAMPLE', 'OTHER')).toEqual([])
    expect(offering('SAMPLE', 'SAMPLE')).toEqual(['credential.offered[1].code: "SAMPLE" stands twice'])
    expect(offering('SAMPLE', 'ELSE')).toEqual([
      'credential.offered[1].code: "ELSE" must be one of credential.names too',
    ])
    const ways = (...list: readonly (readonly [string, string])[]) =>
      faults([TOTAL], { otherWays: list.map(([id, source]) => ({ id, words: name, sources: [source] })) })
    expect(ways(['exam', 's1'], ['study', 's1'])).toEqual([])
    expect(ways(['exam', 's1'], ['exam', 's1'])).toEqual(['otherWays[1].id: "exam" stands twice'])
    expect(ways(['rule-1', 's1'])).toEqual(['otherWays[0].id: "rule-1" stands twice'])
    expect(ways(['exam', 's9'])).toEqual(['otherWays[0].sources[0]: no source has the id "s9"'])
  })

  it('offers the credentials that are named, else its first name, and none for a calculation', () => {
    const name = { en: 'Sample', es: 'Muestra' }
    const of = (fields: Readonly<Record<string, unknown>>) => offeredCredentials(samplePack([TERM, TOTAL], fields))
    const both = [
      { code: 'OTHER', name },
      { code: 'SAMPLE', name },
    ]
    expect(of({})).toEqual([{ code: 'SAMPLE', name }])
    expect(of({ credential: { name, names: ['SAMPLE', 'OTHER'], offered: both } })).toEqual(both)
    expect(of({ kind: 'calculation' })).toEqual([])
  })

  it('wants no total of what never expires, and one of what may, whatever else it says', () => {
    const never: SampleRule = { primitive: 'term/none' }
    const check = (rules: readonly SampleRule[]) =>
      checkPack(samplePack(rules)).map(({ message }) => message.slice(0, 33))
    expect(check([never])).toEqual([])
    expect(check([never, TERM])).toEqual(['there must be exactly one term ru', 'there must be exactly one total ('])
  })

  it('counts thirty-one categories and no more than that fault', () => {
    const categories = Array.from({ length: 31 }, (_, i) => ({ code: `C${i}`, name: { en: 'c', es: 'c' } }))
    expect(faults([TOTAL, minimum(['C1'], '11')], { categories })).toEqual([
      'categories: at most 30 categories are possible',
    ])
  })
})
