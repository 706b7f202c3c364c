import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import type { HoldingFacts } from '../facts.ts'
import { award, card, credits, dated, holding, renewed, text, total } from '../testing/samples.ts'

const GIVEN: SampleRule = { primitive: 'term/given', months: 36 }
const asked = (rules: readonly SampleRule[], fields: Partial<HoldingFacts> = {}, asOf = '2025-06-01') =>
  evaluate(compiledSample([GIVEN, ...rules]), dated('2023-01-01', '2025-12-31', fields), { asOf: on(asOf) })
const required = (rules: readonly SampleRule[], fields: Partial<HoldingFacts> = {}, asOf = '2025-06-01') =>
  asked(rules, fields, asOf).required

describe('the exemption of a first renewal', () => {
  const exemption: SampleRule = {
    primitive: 'requirement/first-renewal-exemption',
    licensedBy: 'examination',
    named: [{ code: 'A', amount: '2' }],
  }
  const rules = [total('24'), exemption]
  const first = { renewalNumber: 1, licensedBy: 'examination' }

  it('is of who was licensed as the rule says', () => {
    expect(required(rules, first)).toBe(2000)
    expect(required(rules, { ...first, licensedBy: 'endorsement' })).toBe(24_000)
    expect(required(rules, { renewalNumber: 1 })).toBe(24_000)
    expect(required(rules, { ...first, renewalNumber: 2 })).toBe(24_000)
    expect(required(rules, { licensedBy: 'examination' })).toBe(24_000)
  })

  it('is of everybody where the rule names no way', () => {
    const open: SampleRule = { primitive: 'requirement/first-renewal-exemption', named: [{ code: 'A', amount: '2' }] }
    expect(required([total('24'), open], { renewalNumber: 1, licensedBy: 'endorsement' })).toBe(2000)
    expect(required([total('24'), open], { renewalNumber: 1 })).toBe(2000)
  })

  it('ends with the term', () => {
    const late: SampleRule = {
      primitive: 'window/late',
      status: 'late',
      until: { never: true },
      inForce: false,
      fees: [],
    }
    expect(required([...rules, late], first, '2025-12-31')).toBe(2000)
    expect(required([...rules, late], first, '2026-01-01')).toBe(24_000)
  })

  it('yields to another total that is stated, and stands beside the same', () => {
    expect(asked(rules, { ...first, required: credits(5) }).missing).toEqual(['credits'])
    expect(asked(rules, { ...first, required: credits(2) }).missing).toEqual(['category:A'])
  })
})

describe('a total by the day of certification', () => {
  const rows = (...list: readonly object[]): SampleRule => ({
    primitive: 'requirement/by-certification-date',
    rows: list,
  })
  const table = rows({ from: '2023-06-01', amount: '2' }, { to: '2023-05-31', amount: '4' })

  it('is that of the row that holds the day, in whatever order they stand', () => {
    const certified = (issuedOn: string) => required([table], { issuedOn: on(issuedOn) })
    expect(certified('2023-05-31')).toBe(4000)
    expect(certified('2023-06-01')).toBe(2000)
    expect(certified('2010-01-01')).toBe(4000)
  })

  it('is that of the first row where the day is unknown, whenever the given cycle began', () => {
    expect(required([table])).toBe(2000)
    const pack = compiledSample([{ primitive: 'term/given' }, table])
    expect(evaluate(pack, dated('2020-01-01', '2025-12-31'), { asOf: on('2025-06-01') }).required).toBe(2000)
  })

  it('takes a later first day in a common period as that of the certification', () => {
    const pack = compiledSample([
      { primitive: 'term/common-period', start: '2023-01-01', end: '2025-12-31' },
      rows({ to: '2023-05-31', amount: '4' }, { from: '2023-06-01', amount: '2' }),
    ])
    const of = (from: string) => evaluate(pack, dated(from, '2025-12-31'), { asOf: on('2025-06-01') }).required
    expect(of('2023-01-01')).toBe(4000)
    expect(of('2023-05-31')).toBe(4000)
    expect(of('2023-06-01')).toBe(2000)
  })

  it('is nothing where no row holds', () => {
    expect(required([rows({ from: '2024-01-01', amount: '2' })], { issuedOn: on('2023-01-01') })).toBe(0)
  })
})

describe('what is added for the holder', () => {
  const deficit: SampleRule = { primitive: 'requirement/carried-deficit' }

  it('is a debt, where the pack knows debts', () => {
    const owed = { deficitFromPreviousPeriod: credits(1.5) }
    expect(required([total('4'), deficit], owed)).toBe(5500)
    expect(required([total('4'), deficit])).toBe(4000)
    expect(required([total('4')], owed)).toBe(4000)
  })

  it('is the higher total of a family, for what is alive', () => {
    const family = (...members: readonly object[]): SampleRule => ({ primitive: 'lifecycle/family', members })
    const high = family({ names: ['Low'] }, { names: ['High', 'Top*'], amount: '6' })
    const held = (credential: string, expiresOn: string | null = null) => ({
      alsoHolds: [{ credential, expiresOn: expiresOn === null ? null : on(expiresOn) }],
    })
    expect(required([total('4'), high], held('high'))).toBe(6000)
    expect(required([total('4'), high], held('Topmost'))).toBe(6000)
    expect(required([total('4'), high], held('low'))).toBe(4000)
    expect(required([total('4'), high], held('Higher'))).toBe(4000)
    expect(required([total('7'), high], held('high'))).toBe(7000)
    expect(required([total('4'), high], held('high', '2025-06-01'))).toBe(6000)
    expect(required([total('4'), high], held('high', '2025-05-31'))).toBe(4000)
    expect(required([total('4'), family({ names: ['Low'] })], held('low'))).toBe(4000)
    expect(asked([total('4'), high], held('low')).alsoRenews).toEqual(['low'])
    expect(asked([total('4'), high], held('high', '2025-05-31')).alsoRenews).toEqual([])
    expect(asked([total('4')], held('low')).alsoRenews).toEqual([])
  })
})

describe('a total by credential', () => {
  const table: SampleRule = {
    primitive: 'requirement/by-credential',
    rows: [
      { names: ['Low'], amount: '2' },
      { names: ['Mid', 'Top*'], amount: '5' },
    ],
  }

  it('is that of its row, by any name, and that of the first for what is unknown', () => {
    const of = (credential?: string) => required([table], credential === undefined ? {} : { credential })
    expect(['low', 'MID', 'Top 3', 'toPper', 'Middle', 'To'].map(of)).toEqual([2000, 5000, 5000, 5000, 2000, 2000])
    expect(of()).toBe(2000)
  })
})

describe('a stated total of nothing', () => {
  it('asks for no category either', () => {
    const minimum: SampleRule = { primitive: 'category/minimum', codes: ['A'], min: '2' }
    expect(asked([total('10'), minimum], { required: credits(0) }).missing).toEqual([])
    expect(asked([total('10'), minimum], { required: credits(4) }).missing).toEqual(['credits', 'category:A'])
    expect(asked([total('0'), minimum]).missing).toEqual([])
  })
})

describe('a renewal of a higher credential', () => {
  const cascade: SampleRule = { primitive: 'lifecycle/cascade', order: [['Low', 'Lo*'], ['Mid'], ['High']], months: 36 }
  const by = (credential: string, fields: Partial<HoldingFacts>, asOf = '2026-02-01') => {
    const { alsoRenewedBy, expiresOn } = asked([total('4'), cascade], { credential, ...fields }, asOf)
    return [alsoRenewedBy, text(expiresOn)]
  }
  const high = renewed('2025-12-31', { credential: 'High' })

  it('renews this one from its own last day, or from that of the higher one', () => {
    expect(by('Low', { events: [high] })).toEqual(['High', '2028-12-31'])
    expect(by('lower', { events: [high] })).toEqual(['High', '2028-12-31'])
    const alsoHolds = [
      { credential: 'Mid', expiresOn: on('2026-12-31') },
      { credential: 'HIGH', expiresOn: on('2026-03-31') },
    ]
    expect(by('Low', { events: [high], alsoHolds })).toEqual(['High', '2029-03-31'])
    expect(by('Low', { events: [high], alsoHolds: alsoHolds.slice(0, 1) })).toEqual(['High', '2028-12-31'])
  })

  it('is none of a lower one, of an equal one, of one outside the order, or of none that is named', () => {
    const none = [null, '2025-12-31']
    expect(by('Mid', { events: [renewed('2025-12-31', { credential: 'Low' })] })).toEqual(none)
    expect(by('Low', { events: [renewed('2025-12-31', { credential: 'Lot' })] }, '2025-12-31')).toEqual(none)
    expect(by('Low', { events: [renewed('2025-12-31', { credential: 'Else' })] })).toEqual(none)
    expect(by('Else', { events: [high] })).toEqual(none)
    expect(by('High', { events: [{ type: 'reinstated', on: on('2025-12-31') }] })).toEqual(none)
    expect(by('Low', { events: [renewed('2025-06-01', { late: true })] }, '2025-12-01')).toEqual(none)
  })

  it('must come while this one lives', () => {
    expect(by('Low', { events: [renewed('2026-01-01', { credential: 'High' })] })).toEqual([null, '2025-12-31'])
    const chain = [renewed('2025-06-01', { credential: 'High' }), renewed('2028-12-31', { credential: 'High' })]
    expect(by('Low', { events: chain }, '2029-01-01')).toEqual(['High', '2031-12-31'])
  })

  it('is told of those that it renews: the lower ones that are alive', () => {
    const alsoHolds = [
      { credential: 'Low', expiresOn: on('2025-06-01') },
      { credential: 'Lot', expiresOn: on('2025-05-31') },
      { credential: 'Mid', expiresOn: null },
      { credential: 'Else', expiresOn: null },
    ]
    expect(asked([total('4'), cascade], { credential: 'High', alsoHolds }).alsoRenews).toEqual(['Low', 'Mid'])
    expect(asked([total('4'), cascade], { credential: 'Mid', alsoHolds }).alsoRenews).toEqual(['Low'])
    expect(asked([total('4'), cascade], { credential: 'Else', alsoHolds }).alsoRenews).toEqual([])
    expect(asked([total('4'), cascade], { alsoHolds }).alsoRenews).toEqual([])
  })
})

describe('a standing on the edges of its days', () => {
  const status = (rules: readonly SampleRule[], asOf: string, fields: Partial<HoldingFacts> = {}) =>
    asked([total('0'), ...rules], fields, asOf).status

  it('is due soon for the last ninety days', () => {
    expect(status([], '2025-10-01')).toBe('active')
    expect(status([], '2025-10-02')).toBe('due_soon')
    expect(status([], '2025-12-31')).toBe('due_soon')
    expect(status([], '2026-01-01')).toBe('lapsed')
  })

  it('is pending until the day of issue, the first day of the cycle notwithstanding', () => {
    expect(status([], '2024-02-29', { issuedOn: on('2024-03-01') })).toBe('pending')
    expect(status([], '2024-03-01', { issuedOn: on('2024-03-01') })).toBe('active')
    expect(asked([total('0')], { issuedOn: on('2024-03-01') }, '2024-02-29').canRenew).toBe(false)
    expect(asked([total('0')], { issuedOn: on('2024-03-01') }, '2024-03-01').canRenew).toBe(true)
  })

  it('is extended to the last day that was granted and that the body grants', () => {
    const extension: SampleRule = { primitive: 'lifecycle/extension', maxMonths: 3 }
    const to = (date: string) => ({ extendedTo: on(date) })
    expect(status([extension], '2026-02-15', to('2026-02-15'))).toBe('extended')
    expect(status([extension], '2026-02-16', to('2026-02-15'))).toBe('lapsed')
    expect(status([extension], '2026-03-31', to('2026-06-01'))).toBe('extended')
    expect(status([extension], '2026-04-01', to('2026-06-01'))).toBe('lapsed')
    expect(text(asked([total('0')], to('2026-02-15')).earnBy)).toBe('2026-02-15')
    const earning: SampleRule = { primitive: 'window/earning', until: { daysAfterExpiry: 60 } }
    expect(text(asked([total('0'), earning], to('2026-02-15')).earnBy)).toBe('2026-03-01')
    expect(text(asked([total('0'), earning], to('2026-03-15')).earnBy)).toBe('2026-03-15')
  })

  it('is late in one window after the other, and accepted until the last of them', () => {
    const late = (daysAfterExpiry: number, name: string): SampleRule => ({
      primitive: 'window/late',
      status: name,
      until: { daysAfterExpiry },
      inForce: false,
      fees: [],
    })
    const windows = [late(10, 'grace'), late(20, 'late')]
    expect(['2026-01-10', '2026-01-11', '2026-01-20', '2026-01-21'].map((day) => status(windows, day))).toEqual([
      'grace',
      'late',
      'late',
      'lapsed',
    ])
    expect(text(asked([total('0'), ...windows]).fileBy)).toBe('2026-01-20')
    expect(text(asked([total('0'), ...[...windows].reverse()]).fileBy)).toBe('2026-01-20')
    expect(text(asked([total('0')]).fileBy)).toBe('2025-12-31')
    expect(text(asked([total('0'), late(10, 'grace')], { extendedTo: on('2026-02-01') }).fileBy)).toBe('2026-02-01')
  })

  it('may be renewed from the day on which filing opens', () => {
    const opens: SampleRule = { primitive: 'window/filing-opens', daysBeforeExpiry: 30 }
    expect(asked([total('0'), opens], {}, '2025-11-30')).toMatchObject({ canRenew: false, missing: ['renewal-window'] })
    expect(asked([total('0'), opens], {}, '2025-12-01')).toMatchObject({ canRenew: true, missing: [] })
  })

  it('names an open duty once', () => {
    const duty: SampleRule = { primitive: 'lifecycle/annual-duty', duties: ['fee'], missedFee: '20' }
    const dutiesOpen = [2024, 2024, 2025].map((year) => ({ duty: 'fee', year }))
    const standing = asked([total('0'), duty], { dutiesOpen }, '2025-06-01')
    expect(standing.missing).toEqual(['annual:2024:fee', 'annual:2025:fee'])
    expect(standing.lateFee).toEqual({ amount: '20', currency: 'USD' })
  })
})

describe('an audit that is not answered', () => {
  const audit = (date: string, unproven: readonly string[]) => ({ type: 'audit' as const, on: on(date), unproven })
  const renewal = renewed('2025-12-01', { for: '2023-2025', using: ['a', 'b'] })
  const status = (events: HoldingFacts['events'], asOf: string) =>
    asked([total('2')], { events, awards: [award('a', '2024-01-01', 1), award('b', '2024-01-01', 1)] }, asOf)

  it('is the last one that is overdue and names credits', () => {
    const events = [renewal, audit('2026-01-10', ['a']), audit('2026-03-01', ['b'])]
    expect(status(events, '2026-02-09').status).toBe('active')
    expect(status(events, '2026-02-10')).toMatchObject({ status: 'inactive', counted: 1000 })
    expect(status(events, '2026-03-31')).toMatchObject({ status: 'inactive', counted: 1000 })
    expect(status([renewal, audit('2026-01-10', ['a', 'b']), audit('2026-01-11', [])], '2026-02-20').counted).toBe(0)
    expect(status([renewal, audit('2026-01-10', [])], '2026-02-20').status).toBe('active')
    expect(status([renewal], '2026-02-20').status).toBe('active')
  })

  it('judges the cycle that was renewed, not the one before it', () => {
    const twice = [renewal, renewed('2028-12-01', { for: '2026-2028', using: [] }), audit('2028-12-05', ['a'])]
    expect(status(twice, '2029-01-10')).toMatchObject({ status: 'inactive', counted: 0 })
    expect(text(status(twice, '2029-01-10').expiresOn)).toBe('2031-12-31')
  })

  it('can be cured for as long as the pack says', () => {
    const cure = (months: number) => {
      const rules: SampleRule[] = [
        total('2'),
        { primitive: 'lifecycle/audit', answerWithinDays: 10, cureMonths: months },
      ]
      const awards = [award('a', '2024-01-01', 1), award('b', '2024-01-01', 1), award('c', '2026-03-15', 1)]
      return asked(rules, { events: [renewal, audit('2026-01-10', ['a'])], awards }, '2026-04-01').counted
    }
    // The answer was due on 20 January.
    expect(cure(1)).toBe(1000)
    expect(cure(2)).toBe(2000)
  })

  it('judges the cards of the renewal, and those of today where they are enough', () => {
    const rules: SampleRule[] = [total('2'), { primitive: 'prerequisite/current', type: 'cpr', handsOn: true }]
    const missing = (issued: string, through: string) =>
      asked(rules, { events: [renewal, audit('2026-01-10', ['a'])], cards: [card(issued, through)] }, '2026-03-01')
        .missing
    expect(missing('2024-01-01', '2025-12-01')).toEqual(['credits', 'audit'])
    expect(missing('2024-01-01', '2025-11-30')).toEqual(['credits', 'audit', 'cpr'])
    expect(missing('2026-02-01', '2028-02-01')).toEqual(['credits', 'audit'])
  })

  it('judges the current cycle where none was renewed', () => {
    expect(status([audit('2024-06-01', ['a'])], '2024-07-01').status).toBe('active')
    expect(status([audit('2024-06-01', ['a'])], '2024-07-02')).toMatchObject({ status: 'inactive', counted: 1000 })
  })
})

describe('a fee', () => {
  const late = (fees: readonly object[]): SampleRule => ({
    primitive: 'window/late',
    status: 'late',
    until: { daysAfterExpiry: 60 },
    inForce: false,
    fees,
  })
  const duty: SampleRule = { primitive: 'lifecycle/annual-duty', duties: ['fee'], missedFee: '20' }

  it('of a window is that of the day, and as it is written', () => {
    const fees = late([
      { from: '2026-01-10', to: '2026-01-20', amount: '25.50' },
      { from: '2026-01-31', amount: '40' },
    ])
    const fee = (asOf: string) => asked([total('0'), fees, duty], {}, asOf).lateFee?.amount ?? null
    expect(['2026-01-09', '2026-01-10', '2026-01-20', '2026-01-21', '2026-01-31'].map(fee)).toEqual([
      null,
      '25.50',
      '25.50',
      null,
      '40',
    ])
  })

  it('by who gave the credits leaves the card aside', () => {
    const rules: SampleRule[] = [
      total('4'),
      { primitive: 'fee/renewal-by-origin', allOwn: '0', otherwise: '99' },
      { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, credit: '1' },
    ]
    const fee = (issuerOwn: boolean) =>
      asked(rules, {
        awards: [award('a', '2024-01-01', 3, { issuerOwn })],
        cards: [card('2024-01-01', '2026-01-01')],
      }).renewalFee?.amount
    expect(fee(true)).toBe('0')
    expect(fee(false)).toBe('99')
  })
})

describe('holdings that are told by name alone', () => {
  it('have no standing but that they wait for a date', () => {
    const pack = compiledSample([GIVEN, total('4')])
    const facts = holding({ issuedOn: undefined, awards: [award('a', '2024-01-01', 3)] })
    expect(evaluate(pack, facts, { asOf: on('2025-01-01') })).toMatchObject({
      status: 'pending',
      inForce: false,
      canRenew: false,
      required: 0,
      counted: 0,
      wasted: 3000,
      rejected: [],
    })
    const unit = compiledSample([{ primitive: 'term/none' }], { kind: 'calculation' })
    expect(evaluate(unit, facts, { asOf: on('2025-01-01') })).toMatchObject({
      status: 'n/a',
      inForce: null,
      canRenew: null,
      required: null,
      counted: 3000,
      needed: null,
      wasted: 0,
    })
  })
})
