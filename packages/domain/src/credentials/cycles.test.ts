import { describe, expect, it } from 'vitest'
import { type Day, type DaySpan, formatDay, thousandths } from '../kernel/index.ts'
import type { Award, Card } from '../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { asIfRenewed } from './as-if-renewed.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import type { HoldingEvent, HoldingFacts } from './facts.ts'

const total = (amount: string): SampleRule => ({ primitive: 'requirement/fixed', amount })
const YEARLY: SampleRule = { primitive: 'term/anniversary', months: 12 }
const GIVEN: SampleRule = { primitive: 'term/given', months: 36 }

const award = (id: string, date: string, amount: number, fields: Partial<Award> = {}): Award => ({
  id,
  completedOn: on(date),
  kind: 'course',
  decision: 'approved',
  category: null,
  credits: thousandths(amount * 1000),
  ...fields,
})

const renewed = (day: string, fields: Partial<Extract<HoldingEvent, { type: 'renewed' }>> = {}): HoldingEvent => ({
  type: 'renewed',
  on: on(day),
  ...fields,
})

const text = (day: Day | null | undefined) => (day === null || day === undefined ? null : formatDay(day))
const span = (value: { from: Day | null; to: Day } | DaySpan | null) => value && [text(value.from), text(value.to)]

const issued = (date: string, fields: Partial<HoldingFacts> = {}): HoldingFacts => ({
  issuedOn: on(date),
  events: [],
  awards: [],
  cards: [],
  ...fields,
})

const dated = (from: string | null, to: string, fields: Partial<HoldingFacts> = {}): HoldingFacts => ({
  ...(from === null ? {} : { cycleStart: on(from) }),
  expiresOn: on(to),
  events: [],
  awards: [],
  cards: [],
  ...fields,
})

describe('the cycle of a holding counted from its issue', () => {
  const pack = compiledSample([YEARLY, total('1')])
  const cycle = (facts: HoldingFacts, asOf: string) => span(evaluate(pack, facts, { asOf: on(asOf) }).cycle)

  it('moves with each renewal, by count or by label', () => {
    expect(cycle(issued('2020-02-10'), '2020-06-01')).toEqual(['2020-02-10', '2021-02-10'])
    expect(cycle(issued('2020-02-10', { events: [renewed('2021-02-01')] }), '2021-06-01')).toEqual([
      '2021-02-11',
      '2022-02-10',
    ])
    expect(
      cycle(issued('2020-02-10', { events: [renewed('2021-02-01'), renewed('2022-02-01')] }), '2022-06-01'),
    ).toEqual(['2022-02-11', '2023-02-10'])
    expect(cycle(issued('2020-02-10', { events: [renewed('2022-02-01', { for: 'cycle 2' })] }), '2022-06-01')).toEqual([
      '2022-02-11',
      '2023-02-10',
    ])
  })

  it('does not move with a renewal that has not happened, is not known, or is of another credential', () => {
    const first = ['2020-02-10', '2021-02-10']
    expect(cycle(issued('2020-02-10', { events: [renewed('2021-02-01')] }), '2021-01-31')).toEqual(first)
    expect(
      cycle(issued('2020-02-10', { events: [renewed('2021-02-01', { knownOn: on('2021-02-05') })] }), '2021-02-04'),
    ).toEqual(first)
    expect(
      cycle(issued('2020-02-10', { events: [renewed('2021-02-01', { credential: 'ELSE' })] }), '2021-06-01'),
    ).toEqual(first)
    expect(
      cycle(issued('2020-02-10', { events: [renewed('2021-02-01', { credential: 'sample' })] }), '2021-06-01'),
    ).toEqual(['2021-02-11', '2022-02-10'])
    const named = { credential: 'OTHER', events: [renewed('2021-02-01', { credential: 'SAMPLE' })] }
    expect(cycle(issued('2020-02-10', named), '2021-06-01')).toEqual(first)
  })

  it('follows the number of the renewal as far as the day allows', () => {
    expect(cycle(issued('2020-02-10', { renewalNumber: 2 }), '2021-06-01')).toEqual(['2021-02-11', '2022-02-10'])
    expect(cycle(issued('2020-02-10', { renewalNumber: 2 }), '2020-06-01')).toEqual(['2020-02-10', '2021-02-10'])
    expect(cycle(issued('2020-02-10', { renewalNumber: 2 }), '2025-06-01')).toEqual(['2021-02-11', '2022-02-10'])
  })

  it('keeps its anchor where only the last day of a later term is given', () => {
    const facts = issued('2020-02-29', { expiresOn: on('2023-02-28') })
    const standing = evaluate(pack, facts, { asOf: on('2023-01-01') })
    expect(span(standing.cycle)).toEqual(['2022-03-01', '2023-02-28'])
    expect(span(standing.nextCycle)).toEqual(['2023-03-01', '2024-02-29'])
  })
})

describe('the cycle of a holding whose dates are given', () => {
  const pack = compiledSample([GIVEN, total('1')])
  const cycle = (facts: HoldingFacts, asOf: string) => span(evaluate(pack, facts, { asOf: on(asOf) }).cycle)
  const first = ['2023-01-01', '2025-12-31']
  const second = ['2026-01-01', '2028-12-31']

  it.each<[string, HoldingEvent, readonly string[]]>([
    ['the years of its label', renewed('2025-06-01', { for: '2023-2025' }), second],
    ['the years of an earlier label', renewed('2023-02-01', { for: '2020-2022' }), first],
    ['its day, late in the term', renewed('2025-06-01'), second],
    ['its day, early in the term', renewed('2023-02-01'), first],
    ['its day after the term', renewed('2026-02-01'), second],
    ['the word late', renewed('2025-06-01', { late: true }), first],
  ])('moves by %s', (_, event, expected) => {
    expect(cycle(dated('2023-01-01', '2025-12-31', { events: [event] }), '2026-06-01')).toEqual(expected)
  })

  it('finds its first day from the length, and no earlier than the issue', () => {
    expect(cycle(dated(null, '2025-12-31'), '2025-06-01')).toEqual(first)
    expect(cycle(dated(null, '2025-12-31', { issuedOn: on('2024-05-05') }), '2025-06-01')).toEqual([
      '2024-05-05',
      '2025-12-31',
    ])
    expect(cycle(dated('2023-01-01', '2025-12-31', { issuedOn: on('2024-05-05') }), '2025-06-01')).toEqual([
      '2024-05-05',
      '2025-12-31',
    ])
    expect(cycle(dated('2023-01-01', '2025-12-31', { issuedOn: on('2020-05-05') }), '2025-06-01')).toEqual(first)
    expect(cycle({ cycleStart: on('2023-01-01'), events: [], awards: [], cards: [] }, '2025-06-01')).toEqual(first)
  })

  it('has no next where no length is known', () => {
    const plain = compiledSample([{ primitive: 'term/given' }, total('1')])
    const standing = evaluate(plain, dated(null, '2025-12-31', { events: [renewed('2025-12-01')] }), {
      asOf: on('2025-12-02'),
    })
    expect(span(standing.cycle)).toEqual([null, '2025-12-31'])
    expect(standing.nextCycle).toBeNull()
  })

  it('moves on as if it had been renewed', () => {
    const facts = dated('2023-01-01', '2025-12-31', {
      required: thousandths(5),
      awards: [
        award('old', '2024-01-01', 1),
        award('new', '2026-01-01', 1),
        award('used', '2026-01-02', 1, { usedIn: 'x' }),
      ],
    })
    const next = asIfRenewed(pack, facts, { asOf: on('2025-06-01') })
    expect(next).toMatchObject({ cycleStart: on('2026-01-01'), expiresOn: on('2028-12-31'), required: undefined })
    expect(next?.awards.map((each) => each.id)).toEqual(['new'])
    expect(asIfRenewed(compiledSample([{ primitive: 'term/none' }]), facts, { asOf: on('2025-06-01') })).toBeNull()
    const counted = asIfRenewed(compiledSample([YEARLY, total('1')]), issued('2020-02-10'), { asOf: on('2020-06-01') })
    expect(counted?.renewalNumber).toBe(2)
  })
})

describe('back after a lapse', () => {
  const pack = compiledSample([
    GIVEN,
    total('10'),
    { primitive: 'lifecycle/reinstatement', maxYearsLapsed: 3 },
    { primitive: 'window/late', status: 'grace', until: { monthsAfterExpiry: 6 }, inForce: false, fees: [] },
  ])
  const back = (day: string): HoldingEvent => ({ type: 'reinstated', on: on(day), using: ['a'] })
  const facts = (event: HoldingEvent) =>
    dated('2020-01-01', '2022-12-31', {
      events: [event],
      awards: [award('a', '2021-01-01', 10), award('b', '2023-08-01', 2)],
    })

  it('begins a shorter cycle with a gap before it', () => {
    const standing = evaluate(pack, facts(back('2023-09-10')), { asOf: on('2024-01-01') })
    expect(span(standing.cycle)).toEqual(['2023-09-10', '2025-12-31'])
    expect(span(standing.gap)).toEqual(['2023-01-01', '2023-09-09'])
    expect(span(standing.nextCycle)).toEqual(['2026-01-01', '2028-12-31'])
    expect(standing.rejected).toEqual([
      { award: 'a', reason: 'used-in-earlier-cycle' },
      { award: 'b', reason: 'before-cycle' },
    ])
    expect(
      explain(pack, facts(back('2023-09-10')), { asOf: on('2024-01-01') }).some((line) => line.rule === 'rule-2'),
    ).toBe(true)
  })

  it('is possible for three years, the last day included', () => {
    expect(span(evaluate(pack, facts(back('2025-12-31')), { asOf: on('2026-01-01') }).cycle)).toEqual([
      '2025-12-31',
      '2025-12-31',
    ])
    expect(evaluate(pack, facts(back('2026-01-01')), { asOf: on('2026-01-02') })).toMatchObject({
      status: 'lapsed',
      gap: null,
    })
  })

  it('ends on the first scheduled day that is still to come', () => {
    const short = compiledSample([{ primitive: 'term/given', months: 12 }, total('10')])
    const standing = evaluate(short, dated('2020-01-01', '2020-12-31', { events: [back('2022-06-01')] }), {
      asOf: on('2022-07-01'),
    })
    expect(span(standing.cycle)).toEqual(['2022-06-01', '2022-12-31'])
  })

  it('shows the gap where the shorter cycle itself was given', () => {
    const given = dated('2023-09-10', '2025-12-31', { events: [back('2023-09-10')] })
    expect(span(evaluate(pack, given, { asOf: on('2024-01-01') }).gap)).toEqual(['2023-01-01', '2023-09-09'])
  })
})

describe('an audit', () => {
  const pack = compiledSample([
    GIVEN,
    total('10'),
    { primitive: 'lifecycle/audit', answerWithinDays: 30, cureMonths: 12 },
    { primitive: 'prerequisite/current', type: 'cpr', handsOn: true },
  ])
  const card: Card = {
    type: 'cpr',
    issuer: null,
    issuedOn: on('2024-01-01'),
    validThrough: on('2026-01-15'),
    handsOn: true,
  }
  const audit: HoldingEvent = { type: 'audit', on: on('2026-01-20'), unproven: ['b'] }
  const facts = dated('2023-01-01', '2025-12-31', {
    events: [renewed('2025-12-01', { for: '2023-2025', using: ['a', 'b'] }), audit],
    awards: [
      award('a', '2024-01-01', 7),
      award('b', '2024-02-01', 3),
      award('c', '2026-03-01', 2),
      award('d', '2027-02-20', 1),
    ],
    cards: [card],
  })

  it('changes nothing until the last day to answer', () => {
    expect(evaluate(pack, facts, { asOf: on('2026-02-19') })).toMatchObject({
      status: 'active',
      missing: ['credits', 'cpr'],
    })
    expect(text(evaluate(pack, facts, { asOf: on('2026-01-21') }).nextChangeOn)).toBe('2026-02-20')
  })

  it('then judges the renewed cycle again without the unproven credits, by the card of then', () => {
    const standing = evaluate(pack, facts, { asOf: on('2026-02-20') })
    expect(standing).toMatchObject({
      status: 'inactive',
      inForce: false,
      required: 10_000,
      counted: 7_000,
      needed: 3_000,
      missing: ['credits', 'audit'],
      rejected: [],
      canRenew: false,
      lateFee: null,
    })
    expect(text(standing.expiresOn)).toBe('2028-12-31')
    expect(explain(pack, facts, { asOf: on('2026-02-20') }).some((line) => line.rule === 'rule-2')).toBe(true)
  })

  it('takes replacements for as long as it can be cured', () => {
    expect(evaluate(pack, facts, { asOf: on('2026-03-01') }).counted).toBe(9_000)
    expect(evaluate(pack, facts, { asOf: on('2027-03-01') })).toMatchObject({
      counted: 9_000,
      rejected: [{ award: 'd', reason: 'earned-after-earning-deadline' }],
    })
  })

  it('has a usual length where the pack names none, and none at all without open questions', () => {
    const silent = compiledSample([GIVEN, total('10')])
    expect(evaluate(silent, facts, { asOf: on('2026-02-19') }).status).toBe('active')
    expect(evaluate(silent, facts, { asOf: on('2026-02-20') }).status).toBe('inactive')
    const answered = { ...facts, events: [{ ...audit, unproven: [] }] }
    expect(evaluate(silent, answered, { asOf: on('2025-12-20') }).status).toBe('due_soon')
    const early: HoldingFacts = {
      ...facts,
      events: [{ type: 'audit', on: on('2024-06-01'), answerBy: on('2024-06-10'), unproven: ['a'] }],
    }
    expect(evaluate(silent, early, { asOf: on('2024-06-11') })).toMatchObject({ status: 'inactive', counted: 3_000 })
    expect(evaluate(silent, early, { asOf: on('2026-06-11') }).status).toBe('lapsed')
  })
})

describe('several credentials', () => {
  const pack = compiledSample([
    GIVEN,
    {
      primitive: 'requirement/by-credential',
      rows: [
        { names: ['Low'], amount: '2' },
        { names: ['Mid'], amount: '3' },
        { names: ['High*'], amount: '5' },
      ],
    },
    { primitive: 'lifecycle/cascade', order: [['Low'], ['Mid'], ['High*']], months: 36 },
  ])
  const asked = (credential: string, fields: Partial<HoldingFacts>, asOf = '2025-06-01') =>
    evaluate(pack, dated('2023-01-01', '2025-12-31', { credential, ...fields }), { asOf: on(asOf) })
  const high = { credential: 'Higher', expiresOn: on('2026-06-30') }

  it('each need their own total', () => {
    expect(asked('low', {}).required).toBe(2_000)
    expect(asked('Higher', {}).required).toBe(5_000)
    expect(asked('Unknown', {}).required).toBe(2_000)
  })

  it('are renewed by a higher one, while they are alive', () => {
    const event = renewed('2025-12-31', { credential: 'Higher' })
    expect(asked('Low', { alsoHolds: [high], events: [event] }, '2026-02-01')).toMatchObject({
      status: 'active',
      required: null,
      counted: null,
      needed: null,
      missing: [],
      canRenew: null,
      alsoRenewedBy: 'Higher',
      expiresOn: on('2029-06-30'),
    })
    const late = renewed('2026-01-01', { credential: 'Higher' })
    expect(asked('Low', { alsoHolds: [high], events: [late] }, '2026-02-01')).toMatchObject({
      status: 'lapsed',
      alsoRenewedBy: null,
    })
    const lower = renewed('2025-12-01', { credential: 'Low' })
    expect(asked('Mid', { events: [lower] }, '2025-12-02').alsoRenewedBy).toBeNull()
    const twice = [renewed('2025-06-01', { credential: 'Higher' }), renewed('2028-06-01', { credential: 'Higher' })]
    expect(text(asked('Low', { alsoHolds: [high], events: twice }, '2029-01-01').expiresOn)).toBe('2032-06-30')
  })

  it('renew the lower ones that are alive', () => {
    const alsoHolds = [
      { credential: 'Low', expiresOn: on('2025-06-01') },
      { credential: 'Mid', expiresOn: on('2025-05-31') },
      { credential: 'Higher still', expiresOn: null },
      { credential: 'Else', expiresOn: null },
    ]
    expect(asked('High', { alsoHolds }).alsoRenews).toEqual(['Low'])
    expect(asked('High', {}).alsoRenews).toBeNull()
  })

  it('of one family share the highest requirement and one fee', () => {
    const family = compiledSample([
      GIVEN,
      total('4'),
      {
        primitive: 'lifecycle/family',
        members: [
          { names: ['A-1'], amount: '4' },
          { names: ['A-2*'], amount: '6' },
        ],
      },
      { primitive: 'fee/renewal-by-count', one: '85', twoOrMore: '100' },
    ])
    const held = (names: readonly string[], fields: Partial<HoldingFacts> = {}) =>
      evaluate(
        family,
        dated('2023-01-01', '2025-12-31', {
          alsoHolds: names.map((credential) => ({ credential, expiresOn: null })),
          ...fields,
        }),
        { asOf: on('2025-06-01') },
      )
    expect(held([])).toMatchObject({ required: 4_000, alsoRenews: [], renewalFee: { amount: '85' } })
    expect(held(['a-2x', 'B-1'])).toMatchObject({
      required: 6_000,
      alsoRenews: ['a-2x'],
      renewalFee: { amount: '100' },
    })
    expect(held(['A-2'], { required: thousandths(1_000) }).required).toBe(1_000)
  })
})

describe('what a cycle asks of this holder', () => {
  it('follows the ordinal of the renewal', () => {
    const pack = compiledSample([
      YEARLY,
      {
        primitive: 'requirement/by-renewal',
        rows: [
          { renewal: 1, amount: '0' },
          { renewal: 2, amount: '2' },
          { renewal: 3, amount: '3' },
        ],
      },
    ])
    const required = (renewals: readonly string[], asOf: string) =>
      evaluate(pack, issued('2020-02-10', { events: renewals.map((day) => renewed(day)) }), { asOf: on(asOf) }).required
    expect(required([], '2020-06-01')).toBe(0)
    expect(required(['2021-02-01'], '2021-06-01')).toBe(2_000)
    expect(required(['2021-02-01', '2022-02-01', '2023-02-01'], '2023-06-01')).toBe(3_000)
    expect(evaluate(pack, dated('2023-01-01', '2023-12-31'), { asOf: on('2023-06-01') }).required).toBe(3_000)
  })

  it('follows the day of certification', () => {
    const pack = compiledSample([
      { primitive: 'term/common-period', start: '2024-01-01', end: '2025-12-31' },
      {
        primitive: 'requirement/by-certification-date',
        rows: [
          { to: '2023-12-31', amount: '4' },
          { from: '2024-01-01', amount: '2', maxima: { A: '1' } },
        ],
      },
    ])
    const required = (facts: HoldingFacts) => evaluate(pack, facts, { asOf: on('2025-06-01') }).required
    expect(required(issued('2023-12-31'))).toBe(4_000)
    expect(required(issued('2024-01-01'))).toBe(2_000)
    expect(required(dated('2024-01-01', '2025-12-31'))).toBe(4_000)
    expect(required(dated('2024-03-01', '2025-12-31'))).toBe(2_000)
    const capped = issued('2024-01-01', { awards: [award('a', '2024-05-01', 2, { category: 'A' })] })
    expect(evaluate(pack, capped, { asOf: on('2025-06-01') })).toMatchObject({ counted: 1_000, wasted: 1_000 })
  })

  it('exempts a first renewal in time, and adds a debt', () => {
    const pack = compiledSample([
      GIVEN,
      total('24'),
      {
        primitive: 'requirement/first-renewal-exemption',
        named: [
          { code: 'A', amount: '2' },
          { code: 'B', amount: '1' },
        ],
      },
      { primitive: 'requirement/carried-deficit' },
      { primitive: 'window/late', status: 'late', until: { never: true }, inForce: false, fees: [] },
    ])
    const asked = (fields: Partial<HoldingFacts>, asOf = '2025-06-01') =>
      evaluate(pack, dated('2023-01-01', '2025-12-31', fields), { asOf: on(asOf) })
    expect(asked({ renewalNumber: 1 })).toMatchObject({ required: 3_000, missing: ['category:A', 'category:B'] })
    expect(asked({ renewalNumber: 1 }, '2026-01-01')).toMatchObject({ required: 24_000, status: 'late', fileBy: null })
    expect(asked({ renewalNumber: 2 }).required).toBe(24_000)
    expect(asked({ deficitFromPreviousPeriod: thousandths(1_500) }).required).toBe(25_500)
    expect(asked({ deficitFromPreviousPeriod: thousandths(1_500), required: thousandths(9_000) }).required).toBe(9_000)
  })
})

describe('an extension', () => {
  const facts = (to: string) =>
    dated('2023-01-01', '2025-12-31', { extendedTo: on(to), awards: [award('a', '2026-02-01', 1)] })

  it('runs to its day, no longer than the body grants, and moves no next cycle', () => {
    const pack = compiledSample([GIVEN, total('1'), { primitive: 'lifecycle/extension', maxMonths: 2 }])
    const standing = evaluate(pack, facts('2026-12-31'), { asOf: on('2026-02-28') })
    expect(standing).toMatchObject({
      status: 'extended',
      inForce: true,
      counted: 1_000,
      canRenew: true,
      lateFee: { amount: '0' },
    })
    expect([
      text(standing.expiresOn),
      text(standing.earnBy),
      text(standing.fileBy),
      text(standing.nextCycle?.from),
    ]).toEqual(['2025-12-31', '2026-02-28', '2026-02-28', '2026-01-01'])
    expect(evaluate(pack, facts('2026-12-31'), { asOf: on('2026-03-01') }).status).toBe('lapsed')
    expect(evaluate(pack, facts('2026-12-31'), { asOf: on('2025-12-31') }).status).toBe('due_soon')
    expect(explain(pack, facts('2026-12-31'), { asOf: on('2026-02-28') }).some((line) => line.rule === 'rule-2')).toBe(
      true,
    )
  })

  it('holds where the pack has no rule about it, and not where it ends with the term', () => {
    const pack = compiledSample([GIVEN, total('1')])
    expect(evaluate(pack, facts('2026-12-31'), { asOf: on('2026-12-31') }).status).toBe('extended')
    expect(evaluate(pack, facts('2025-12-31'), { asOf: on('2026-01-01') }).status).toBe('lapsed')
  })
})

describe('earning', () => {
  it('begins later for who reported late', () => {
    const pack = compiledSample([
      { primitive: 'term/common-period', start: '2024-01-01', end: '2026-12-31' },
      total('10'),
      { primitive: 'window/late-reporter', earnFrom: '2024-02-01' },
    ])
    const facts = (late: boolean) =>
      issued('2012-01-01', {
        events: [renewed('2024-01-20', { late, for: '2021-2023' })],
        awards: [award('a', '2024-01-25', 1), award('b', '2024-02-01', 1)],
      })
    expect(evaluate(pack, facts(true), { asOf: on('2024-06-01') })).toMatchObject({
      counted: 1_000,
      rejected: [{ award: 'a', reason: 'before-cycle' }],
    })
    expect(evaluate(pack, facts(false), { asOf: on('2024-06-01') }).counted).toBe(2_000)
  })

  it('slides with the application where the pack says so', () => {
    const pack = compiledSample([GIVEN, total('2'), { primitive: 'window/sliding', months: 6 }])
    const facts = dated('2020-01-01', '2022-12-31', {
      awards: [award('a', '2024-08-31', 1), award('b', '2024-12-01', 1)],
    })
    expect(evaluate(pack, facts, { asOf: on('2025-02-27') })).toMatchObject({
      status: 'lapsed',
      counted: 2_000,
      canRenew: true,
      earnBy: null,
      fileBy: null,
      missing: [],
    })
    const later = evaluate(pack, facts, { asOf: on('2025-02-28') })
    expect(later).toMatchObject({ counted: 2_000 })
    expect(text(later.nextChangeOn)).toBe('2025-03-01')
    expect(evaluate(pack, facts, { asOf: on('2025-03-01') })).toMatchObject({
      counted: 1_000,
      needed: 1_000,
      missing: ['credits'],
      rejected: [{ award: 'a', reason: 'outside-sliding-window' }],
    })
  })
})

describe('fees', () => {
  it('are those of who gave the credits', () => {
    const pack = compiledSample([
      GIVEN,
      total('2'),
      { primitive: 'fee/renewal-by-origin', allOwn: '0', otherwise: '99' },
    ])
    const fee = (awards: readonly Award[]) =>
      evaluate(pack, dated('2023-01-01', '2025-12-31', { awards }), { asOf: on('2025-06-01') }).renewalFee?.amount
    const own = (id: string, amount: number) => award(id, '2024-01-01', amount, { issuerOwn: true })
    expect(fee([])).toBe('99')
    expect(fee([own('a', 1)])).toBe('0')
    expect(fee([own('a', 1), award('b', '2024-01-01', 1)])).toBe('99')
    expect(fee([own('a', 2), award('b', '2024-01-01', 1)])).toBe('0')
  })

  it('are waived by a plan, plain, or unknown', () => {
    const pack = compiledSample([
      GIVEN,
      total('2'),
      { primitive: 'fee/renewal', amount: '70' },
      { primitive: 'fee/waiver', flag: 'for-life' },
    ])
    const fee = (flags: readonly string[]) =>
      evaluate(pack, dated('2023-01-01', '2025-12-31', { flags }), { asOf: on('2025-06-01') }).renewalFee
    expect(fee([])).toEqual({ amount: '70', currency: 'USD' })
    expect(fee(['other'])).toEqual({ amount: '70', currency: 'USD' })
    expect(fee(['for-life'])).toEqual({ amount: '0', currency: 'USD' })
    expect(
      evaluate(compiledSample([GIVEN, total('2')]), dated('2023-01-01', '2025-12-31'), { asOf: on('2025-06-01') })
        .renewalFee,
    ).toBeNull()
  })

  it('follow the day of filing', () => {
    const pack = compiledSample([
      GIVEN,
      total('0'),
      {
        primitive: 'window/late',
        status: 'grace',
        until: { daysAfterExpiry: 30 },
        inForce: false,
        fees: [
          { to: '2026-01-10', amount: '25' },
          { from: '2026-01-11', amount: '75' },
        ],
      },
    ])
    const asked = (asOf: string) => evaluate(pack, dated('2023-01-01', '2025-12-31'), { asOf: on(asOf) })
    expect(asked('2026-01-10').lateFee?.amount).toBe('25')
    expect(asked('2026-01-11').lateFee?.amount).toBe('75')
    expect(text(asked('2026-01-05').nextChangeOn)).toBe('2026-01-11')
  })
})
