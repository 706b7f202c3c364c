import { describe, expect, it } from 'vitest'
import { formatDay } from '../kernel/index.ts'
import { checkPack, parsePack, readMissing, ruleWords } from './index.ts'
import { deadlineWords, lastDayOf, NEVER } from './primitives/window/deadline.ts'
import { on, type SampleRule, sampleJson, samplePack } from './testing/sample-pack.ts'

const TERM: SampleRule = { primitive: 'term/given', months: 24 }
const TOTAL: SampleRule = { primitive: 'requirement/fixed', amount: '10' }

describe('a missing code', () => {
  it.each([
    ['credits', 'credits', 'credits', null, false],
    ['credits:incurable', 'credits', 'credits', null, true],
    ['category:A', 'category', 'A', null, false],
    ['category:A:incurable', 'category', 'A', null, true],
    ['categories:2', 'categories', '2', null, false],
    ['subperiod:2024-07-01/2025-06-30:incurable', 'subperiod', '2024-07-01/2025-06-30', null, true],
    ['annual:2024:fee paid', 'annual', '2024:fee paid', null, false],
    ['renewal-window', 'renewal-window', 'renewal-window', null, false],
    ['submission-window', 'submission-window', 'submission-window', null, false],
    ['audit', 'audit', 'audit', null, false],
    ['cpr-aed', 'card', 'cpr-aed', null, false],
    ['ecc:gap', 'card', 'ecc', 'gap', false],
  ])('%s is taken apart', (code, kind, subject, detail, incurable) => {
    expect(readMissing(code)).toEqual({ kind, subject, detail, incurable })
  })
})

describe('a deadline', () => {
  const expiry = on('2023-12-31')
  it.each([
    [{ daysAfterExpiry: 90 }, '2024-03-30', 'until 90 days after expiry'],
    [{ monthsAfterExpiry: 6 }, '2024-06-30', 'until 6 months after expiry'],
    [{ beforeMonthsAfterExpiry: 12 }, '2024-12-30', 'until the day before 1 year after expiry'],
    [{ endOfMonthAfterExpiry: 2 }, '2024-02-29', 'until the end of the month that lies 2 months after expiry'],
  ])('%o', (deadline, last, words) => {
    expect(formatDay(lastDayOf(deadline, expiry))).toBe(last)
    expect(deadlineWords(deadline).en).toBe(words)
  })

  it('may never come', () => {
    expect(lastDayOf({ never: true }, expiry)).toBe(NEVER)
    expect(deadlineWords({ never: true })).toEqual({ en: 'with no last day', es: 'sin último día' })
  })
})

describe('reading a pack', () => {
  const faultsOf = (json: unknown) => {
    const parsed = parsePack(json)
    return parsed.ok ? [] : parsed.error.map((fault) => `${fault.path}: ${fault.message}`)
  }

  it('accepts one that is in order', () => {
    expect(faultsOf(sampleJson([TERM, TOTAL]))).toEqual([])
  })

  it.each([
    [{ ...TOTAL, amount: '1,5' }, 'rules[1].amount: must be an amount such as "1.9", in quotes'],
    [{ ...TOTAL, amount: '-1' }, 'rules[1].amount: must be an amount such as "1.9", in quotes'],
    [{ ...TOTAL, amount: 10 }, 'rules[1].amount: must be a text in quotes'],
    [{ ...TOTAL, amount: undefined }, 'rules[1].amount: is missing'],
    [
      { ...TOTAL, colour: 'red' },
      'rules[1]: has no field "colour"; possible here: id, sources, bindsTo, confidence, note, primitive, amount',
    ],
    [
      { ...TOTAL, amounts: '2' },
      'rules[1]: has no field "amounts" (did you mean "amount"?); possible here: id, sources, bindsTo, confidence, note, primitive, amount',
    ],
    [{ ...TOTAL, note: 'why' }, 'rules[1].note: must be an object in { } with the fields en, es'],
    [{ ...TOTAL, sources: [] }, 'rules[1].sources: every rule needs at least one source'],
    [
      { ...TOTAL, bindsTo: 'whim' },
      'rules[1].bindsTo: must be one of "period", "completion", "filing", "certification", "retroactive"',
    ],
    [
      { ...TOTAL, primitive: 'something-else' },
      'rules[1].primitive: is no primitive; docs/rule-packs.md lists them all',
    ],
    [
      { ...TOTAL, primitive: 'requirement/fix' },
      'rules[1].primitive: is no primitive (did you mean "requirement/fixed"?); docs/rule-packs.md lists them all',
    ],
    [{ ...TOTAL, id: 'Not This' }, 'rules[1].id: must be in small letters, digits and hyphens, such as "late-fee"'],
    [{ primitive: 'category/distinct', count: 1 }, 'rules[1].count: must be at least 2'],
    [{ primitive: 'category/distinct', count: 11 }, 'rules[1].count: must be at most 10'],
    [
      { primitive: 'window/earning', until: { someday: 1 } },
      'rules[1].until: has none of the shapes that are possible here; docs/rule-packs.md shows them',
    ],
    [
      { primitive: 'prerequisite/waiver', waives: 'hands-on', from: '2024-02-30', to: '2024-03-01' },
      'rules[1].from: must be a date that exists, as YYYY-MM-DD',
    ],
  ])('names the fault of %o', (rule, fault) => {
    expect(faultsOf({ ...Object(sampleJson([TERM, TOTAL])), rules: [withBase(TERM, 0), withBase(rule, 1)] })).toContain(
      fault,
    )
  })

  it('names what is no pack at all', () => {
    expect(faultsOf(null)).toEqual([': must be an object in { }'])
    expect(faultsOf({}).length).toBeGreaterThan(10)
  })
})

const withBase = (rule: object, i: number) => ({ id: `rule-${i}`, sources: ['s1'], bindsTo: 'period', ...rule })

describe('checking a pack', () => {
  const faults = (rules: readonly SampleRule[], fields = {}) =>
    checkPack(samplePack(rules, fields)).map((fault) => `${fault.path}: ${fault.message}`)

  it('finds nothing in a pack in order', () => {
    expect(faults([TERM, TOTAL])).toEqual([])
    expect(faults([{ primitive: 'term/none' }])).toEqual([])
  })

  it.each<[string, readonly SampleRule[], string]>([
    ['no term', [TOTAL], 'rules: there must be exactly one term rule; there are 0'],
    ['two terms', [TERM, { primitive: 'term/none' }, TOTAL], 'rules: there must be exactly one term rule; there are 2'],
    ['no total', [TERM], 'rules: there must be exactly one total'],
    ['two totals', [TERM, TOTAL, TOTAL], 'rules: there must be exactly one total'],
    [
      'a rule id twice',
      [
        { ...TERM, id: 'x' },
        { ...TOTAL, id: 'x' },
      ],
      'rules[1].id: "x" is the id of another rule too',
    ],
    ['an unknown source', [TERM, { ...TOTAL, sources: ['s9'] }], 'rules[1].sources[0]: no source has the id "s9"'],
    [
      'an unknown category',
      [TERM, TOTAL, { primitive: 'category/minimum', codes: ['Z'], min: '1' }],
      'rules[2]: category "Z" is not in the list of categories',
    ],
    [
      'an unknown category of a carry rule',
      [TERM, TOTAL, { primitive: 'lifecycle/carry', notForCodes: ['Z'] }],
      'rules[2]: category "Z" is not in the list of categories',
    ],
    [
      'minima above the total',
      [
        TERM,
        TOTAL,
        { primitive: 'category/minimum', codes: ['A'], min: '6' },
        { primitive: 'category/minimum', codes: ['B'], min: '5' },
      ],
      'rules[1]: the minima ask for 11 together, more than the total of 10',
    ],
    [
      'a minimum above its maximum',
      [
        TERM,
        TOTAL,
        { primitive: 'category/minimum', codes: ['A'], min: '6' },
        { primitive: 'category/maximum', codes: ['A'], max: '5' },
      ],
      'rules[1]: the minimum of A (6) is above the maximum of the same categories (5)',
    ],
    [
      'maxima below the total',
      [
        TERM,
        TOTAL,
        ...['A', 'B', 'C'].map((code): SampleRule => ({ primitive: 'category/maximum', codes: [code], max: '3' })),
      ],
      'rules[1]: with every category at its maximum only 9 of 10 can be reached',
    ],
    [
      'a yearly minimum above the total',
      [TERM, TOTAL, { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '11' }],
      'rules[2].min: is above the total of the whole cycle',
    ],
    ['nothing that carries', [TERM, TOTAL, { primitive: 'lifecycle/carry', max: '0' }], 'rules[2].max: is 0'],
    [
      'rows that overlap',
      [
        TERM,
        {
          primitive: 'requirement/by-certification-date',
          rows: [
            { to: '2024-06-30', amount: '2' },
            { from: '2024-06-30', amount: '1' },
          ],
        },
      ],
      'rules[1].rows[1]: overlaps another row: both hold on 2024-06-30',
    ],
    [
      'rows with a hole',
      [
        TERM,
        {
          primitive: 'requirement/by-certification-date',
          rows: [
            { to: '2024-06-30', amount: '2' },
            { from: '2024-07-02', amount: '1' },
          ],
        },
      ],
      'rules[1].rows[1]: leaves a hole: no row holds on 2024-07-01',
    ],
    [
      'a row that ends before it begins',
      [
        TERM,
        {
          primitive: 'requirement/by-certification-date',
          rows: [{ from: '2024-07-02', to: '2024-07-01', amount: '2' }],
        },
      ],
      'rules[1].rows[0]: ends before it begins',
    ],
    [
      'renewals out of order',
      [
        TERM,
        {
          primitive: 'requirement/by-renewal',
          rows: [
            { renewal: 1, amount: '0' },
            { renewal: 3, amount: '2' },
          ],
        },
      ],
      'rules[1].rows[1].renewal: must be 2',
    ],
    [
      'a period that ends before it starts',
      [{ primitive: 'term/common-period', start: '2024-01-01', end: '2023-12-31' }, TOTAL],
      'rules[0].end: lies before start',
    ],
    [
      'a waiver that ends before it begins',
      [TERM, TOTAL, { primitive: 'prerequisite/waiver', waives: 'hands-on', from: '2024-01-02', to: '2024-01-01' }],
      'rules[2].to: lies before from',
    ],
    [
      'late windows out of order',
      [
        TERM,
        TOTAL,
        { primitive: 'window/late', status: 'grace', until: { daysAfterExpiry: 60 }, inForce: false, fees: [] },
        { primitive: 'window/late', status: 'late', until: { daysAfterExpiry: 60 }, inForce: false, fees: [] },
      ],
      'rules[3].until: ends before the late window above it',
    ],
    [
      'caps for the same days',
      [
        TERM,
        TOTAL,
        { primitive: 'award/activity-cap', kind: 'course', max: '1', per: 'year', to: '2024-12-31' },
        { primitive: 'award/activity-cap', kind: 'course', max: '2', per: 'year', from: '2024-12-31' },
      ],
      'rules[3]: holds on the same days as rules[2]',
    ],
  ])('finds %s', (_, rules, fault) => {
    expect(faults(rules).join('\n')).toContain(fault)
  })

  it.each([
    [{ effective: { from: '2024-01-01', to: '2023-01-01' } }, 'effective.to: lies before effective.from'],
    [{ deadlineZone: 'Mars/Olympus' }, 'deadlineZone: "Mars/Olympus" is no time zone'],
    [{ demo: ['nothing'] }, 'demo: no rule has the id "nothing"'],
    [
      { categories: ['A', 'A'].map((code) => ({ code, name: { en: 'a', es: 'a' } })) },
      'categories[1].code: "A" stands twice',
    ],
    [
      { sources: ['s1', 's1'].map((id) => ({ id, title: 't', url: null, asOf: null })) },
      'sources[1].id: "s1" is the id of another source too',
    ],
    [
      {
        categories: Array.from({ length: 31 }, (_, i) => ({ code: `C${i}`, name: { en: 'c', es: 'c' } })),
      },
      'categories: at most 30 categories are possible',
    ],
  ])('finds the fault of %o', (fields, fault) => {
    expect(faults([TERM, TOTAL], fields).join('\n')).toContain(fault)
  })

  it('lets caps of different kinds, spans or periods stand side by side', () => {
    const cap = (fields: object): SampleRule => ({
      primitive: 'award/activity-cap',
      kind: 'course',
      max: '1',
      per: 'year',
      ...fields,
    })
    expect(
      faults([
        TERM,
        TOTAL,
        cap({ to: '2024-12-31' }),
        cap({ from: '2025-01-01' }),
        cap({ per: 'cycle' }),
        cap({ kind: 'carry' }),
      ]),
    ).toEqual([])
  })
})

describe('the words of a rule', () => {
  const words = (rule: SampleRule) => {
    const pack = samplePack([rule])
    const [first] = pack.rules
    return first ? ruleWords(first, pack) : null
  }

  it.each<[SampleRule, string, string]>([
    [{ primitive: 'requirement/fixed', amount: '1' }, 'Each cycle needs 1 credit.', 'Cada ciclo exige 1 crédito.'],
    [TOTAL, 'Each cycle needs 10 credits.', 'Cada ciclo exige 10 créditos.'],
    [
      { primitive: 'term/anniversary', months: 12 },
      'A term lasts 1 year; its last day is the anniversary itself.',
      'Un periodo dura 1 año; su último día es el propio aniversario.',
    ],
    [
      { primitive: 'term/anniversary', months: 18 },
      'A term lasts 18 months; its last day is the anniversary itself.',
      'Un periodo dura 18 meses; su último día es el propio aniversario.',
    ],
    [
      { primitive: 'category/minimum', codes: ['A', 'B', 'C'], min: '2' },
      'At least 2 credits from A (Group A), B (Group B) and C (Group C).',
      'Al menos 2 créditos de A (Grupo A), B (Grupo B) y C (Grupo C).',
    ],
    [
      { primitive: 'prerequisite/waiver', waives: 'hands-on', from: '2020-04-01', to: '2022-06-30' },
      'For filings from 1 April 2020 to 30 June 2022 the card needed no hands-on part.',
      'Para presentaciones del 1 de abril de 2020 al 30 de junio de 2022 la tarjeta no exigía parte práctica.',
    ],
    [
      { ...TOTAL, note: { en: 'As seen.', es: 'Según visto.' } },
      'Each cycle needs 10 credits. As seen.',
      'Cada ciclo exige 10 créditos. Según visto.',
    ],
    [
      {
        primitive: 'window/late',
        status: 'grace',
        until: { daysAfterExpiry: 1 },
        inForce: true,
        fees: [{ amount: '5', from: '2024-01-01' }],
      },
      'After expiry a renewal is still accepted until 1 day after expiry (in the grace period); the credential stays in force. It costs more: 5 USD if filed from 1 January 2024.',
      'Tras el vencimiento la renovación aún se acepta hasta 1 día después del vencimiento (en periodo de gracia); la credencial sigue vigente. Cuesta además 5 USD desde el 1 de enero de 2024.',
    ],
    [
      { primitive: 'prerequisite/horizon', type: 'cpr-aed', days: 30, handsOn: true, credit: '0.5' },
      'Renewal needs a CPR/AED card with hands-on skills, still valid 30 days after filing; it gives 0.5 credits once a cycle.',
      'La renovación exige una tarjeta de RCP y DEA con parte práctica, válida todavía 30 días después de la presentación; da 0,5 créditos una vez por ciclo.',
    ],
    [
      { primitive: 'lifecycle/carry', max: '2', codes: ['A'], earnedInLastMonths: 6, onlyPetitioned: true },
      'Surplus moves into the next cycle, at most 2 credits, only of A (Group A), only if earned in the last 6 months, only what was petitioned.',
      'El sobrante pasa al ciclo siguiente, como máximo 2 créditos, solo de A (Grupo A), solo lo obtenido en los últimos 6 meses, solo lo pedido por petición.',
    ],
  ])('%o', (rule, en, es) => {
    expect(words(rule)).toEqual({ en, es })
  })
})
