import { describe, expect, it } from 'vitest'
import { type Day, thousandths } from '../kernel/index.ts'
import type { Award, Card } from '../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { allocate } from './allocate.ts'
import { firstDayCountedInFull } from './burn.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import type { HoldingFacts } from './facts.ts'
import { smallestChange } from './smallest-change.ts'
import { award, card, credits, holding, TERM, text, total } from './testing/samples.ts'
import { worthOf } from './worth.ts'

describe('a day before or without dates', () => {
  it('is pending before the first day, and where no date is known', () => {
    const pack = compiledSample([TERM, total('10')])
    expect(evaluate(pack, holding(), { asOf: on('2023-05-09') })).toMatchObject({
      status: 'pending',
      inForce: false,
      canRenew: false,
    })
    expect(evaluate(pack, holding({ issuedOn: undefined }), { asOf: on('2023-05-09') })).toMatchObject({
      status: 'pending',
      cycle: null,
      nextChangeOn: null,
    })
    const forever = compiledSample([{ primitive: 'term/none' }], { kind: 'specialization' })
    expect(evaluate(forever, holding(), { asOf: on('2023-05-09') })).toMatchObject({
      status: 'pending',
      inForce: false,
    })
    expect(text(evaluate(forever, holding(), { asOf: on('2023-05-09') }).nextChangeOn)).toBe('2023-05-10')
  })
})

describe('the days of a standing', () => {
  const pack = compiledSample([
    TERM,
    total('10'),
    { primitive: 'window/filing-opens', daysBeforeExpiry: 30 },
    { primitive: 'window/earning', until: { daysAfterExpiry: 10 } },
    { primitive: 'window/late', status: 'grace', until: { daysAfterExpiry: 20 }, inForce: true, fees: [] },
  ])

  it('names when one may earn and file, and when the answer changes next', () => {
    const standing = evaluate(pack, holding(), { asOf: on('2024-01-01') })
    expect(text(standing.earnBy)).toBe('2025-05-20')
    expect(text(standing.fileFrom)).toBe('2025-04-10')
    expect(text(standing.fileBy)).toBe('2025-05-30')
    expect(text(standing.nextChangeOn)).toBe('2025-02-09')
    expect(standing.nextCycle && [text(standing.nextCycle.from), text(standing.nextCycle.to)]).toEqual([
      '2025-05-11',
      '2027-05-10',
    ])
  })

  it.each([
    ['2025-02-09', '2025-04-10'],
    ['2025-04-10', '2025-05-11'],
    ['2025-05-11', '2025-05-21'],
    ['2025-05-21', '2025-05-31'],
    ['2025-05-31', null],
  ])('asked on %s it changes next on %s', (asOf, next) => {
    expect(text(evaluate(pack, holding(), { asOf: on(asOf) }).nextChangeOn)).toBe(next)
  })

  it('keeps the credential in force in a window that says so, and names no fee where none is published', () => {
    expect(evaluate(pack, holding(), { asOf: on('2025-05-30') })).toMatchObject({
      status: 'grace',
      inForce: true,
      lateFee: null,
    })
    expect(evaluate(pack, holding(), { asOf: on('2025-05-31') })).toMatchObject({
      status: 'lapsed',
      missing: ['credits:incurable', 'submission-window'],
      nextCycle: null,
      nextExpiresOn: null,
    })
  })
})

describe('why an award is refused', () => {
  const pack = compiledSample([TERM, total('10'), { primitive: 'award/petition', fileWithinMonths: 2, max: '3' }])
  const reason = (one: Award, asOf = '2025-01-01', fields: Partial<HoldingFacts> = {}) =>
    evaluate(pack, holding({ awards: [one], ...fields }), { asOf: on(asOf) }).rejected[0]?.reason

  it.each<[string, Award, string | undefined]>([
    ['nothing', award('a', '2024-01-01', 1), undefined],
    ['on the first day', award('a', '2023-05-10', 1), undefined],
    ['the day before', award('a', '2023-05-09', 1), 'before-cycle'],
    ['not decided', award('a', '2024-01-01', 1, { decision: 'pending' }), 'pending'],
    ['denied', award('a', '2024-01-01', 1, { decision: 'denied' }), 'denied'],
    ['revoked', award('a', '2024-01-01', 1, { decision: 'revoked' }), 'revoked'],
    [
      'petition not decided',
      award('a', '2024-01-01', 1, { decision: 'pending', kind: 'petition' }),
      'petition-pending',
    ],
    ['petition denied', award('a', '2024-01-01', 1, { decision: 'denied', kind: 'petition' }), 'petition-denied'],
    [
      'petition late',
      award('a', '2024-01-01', 1, { kind: 'petition', filedOn: on('2024-03-02') }),
      'petition-filed-too-late',
    ],
    ['petition in time', award('a', '2024-01-01', 1, { kind: 'petition', filedOn: on('2024-03-01') }), undefined],
    ['approved later', award('a', '2024-01-01', 1, { approvedOn: on('2025-01-02') }), 'pending'],
    ['approved today', award('a', '2024-01-01', 1, { approvedOn: on('2025-01-01') }), undefined],
    [
      'denied, then approved on appeal',
      award('a', '2024-01-01', 1, { deniedOn: on('2024-02-01'), approvedOn: on('2024-03-01') }),
      undefined,
    ],
    [
      'denied, the appeal open',
      award('a', '2024-01-01', 1, { deniedOn: on('2024-02-01'), approvedOn: on('2025-03-01') }),
      'denied',
    ],
    [
      'denied on an unknown day, approved today',
      award('a', '2024-01-01', 1, { decision: 'denied', approvedOn: on('2025-01-01') }),
      'denied',
    ],
    ['for another', award('a', '2024-01-01', 1, { onlyFor: ['elsewhere'] }), 'not-for-this-credential'],
    ['for this one by name', award('a', '2024-01-01', 1, { onlyFor: ['sample'] }), undefined],
    [
      'provider not yet',
      award('a', '2024-01-01', 1, { providerApproval: { from: on('2024-01-02'), to: on('2024-12-31') } }),
      'provider-not-approved-on-date',
    ],
    [
      'provider no more',
      award('a', '2024-01-01', 1, { providerApproval: { from: on('2023-01-02'), to: on('2023-12-31') } }),
      'provider-not-approved-on-date',
    ],
    [
      'provider on the day',
      award('a', '2024-01-01', 1, { providerApproval: { from: on('2024-01-01'), to: on('2024-01-01') } }),
      undefined,
    ],
    [
      'petitioned instead',
      award('a', '2024-01-01', 1, {
        kind: 'petition',
        providerApproval: { from: on('2023-01-01'), to: on('2023-01-01') },
      }),
      undefined,
    ],
  ])('%s', (_, one, expected) => {
    expect(reason(one)).toBe(expected)
  })

  it('belongs to the credential that is asked about, where a pack rules several', () => {
    const one = award('a', '2024-01-01', 1, { onlyFor: ['OTHER'] })
    expect(reason(one, '2025-01-01', { credential: 'SAMPLE' })).toBe('not-for-this-credential')
    expect(reason(one, '2025-01-01', { credential: 'other' })).toBeUndefined()
  })

  it('starts where earning starts for this holder', () => {
    expect(reason(award('a', '2024-01-01', 1), '2025-01-01', { earnFrom: on('2024-01-02') })).toBe('before-cycle')
  })

  it('says what an earlier cycle used before anything else', () => {
    const used = { events: [{ type: 'renewed' as const, on: on('2025-05-01'), using: ['a'] }] }
    expect(reason(award('a', '2023-01-01', 1, { decision: 'revoked' }), '2025-06-01', used)).toBe(
      'used-in-earlier-cycle',
    )
    expect(reason(award('a', '2024-01-01', 1), '2025-04-30', used)).toBeUndefined()
    expect(reason(award('a', '2024-01-01', 1, { usedIn: 'cycle 1' }))).toBeUndefined()
    expect(reason(award('a', '2024-01-01', 1, { usedIn: 'first' }))).toBe('used-in-earlier-cycle')
  })

  it('says nothing of what was not completed or not known', () => {
    const facts = holding({
      awards: [award('a', '2025-01-02', 1), award('b', '2024-01-01', 1, { knownOn: on('2025-01-02') })],
    })
    expect(evaluate(pack, facts, { asOf: on('2025-01-01') })).toMatchObject({ counted: 0, wasted: 0, rejected: [] })
    expect(evaluate(pack, facts, { asOf: on('2025-01-01'), knownAt: on('2025-01-02') }).counted).toBe(credits(1))
  })
})

describe('what an award is worth', () => {
  const counted = (rules: readonly SampleRule[], fields: Partial<Award>, pack = {}) =>
    evaluate(
      compiledSample([TERM, total('1000'), ...rules], pack),
      holding({ awards: [award('a', '2024-01-01', 0, fields)] }),
      {
        asOf: on('2024-06-01'),
      },
    ).counted

  it('follows minutes, then the rate, then the credits', () => {
    const rate: SampleRule = { primitive: 'award/equivalence', unit: 'Star', factor: '2.5' }
    expect(counted([], { minutes: 90, credits: credits(9) })).toBe(1500)
    expect(counted([], { minutes: 20 })).toBe(333)
    expect(counted([], { minutes: 50 })).toBe(833)
    expect(counted([rate], { faceValue: { value: thousandths(1200), unit: 'star' }, credits: null })).toBe(3000)
    expect(counted([rate], { faceValue: { value: thousandths(1200), unit: 'moon' }, credits: credits(7) })).toBe(7000)
    expect(counted([], { faceValue: { value: thousandths(1200), unit: 'credit' }, credits: null })).toBe(1200)
    const endless = { unit: { singular: { en: 'a', es: 'a' }, plural: { en: 'a', es: 'a' }, minutesPerUnit: null } }
    expect(counted([], { minutes: 90, credits: credits(9) }, endless)).toBe(9000)
    expect(counted([], { minutes: 90, credits: null }, endless)).toBe(1500)
  })

  it('is rounded as the pack says', () => {
    const down: SampleRule = { primitive: 'award/rounding', step: '0.25', mode: 'down' }
    const up: SampleRule = { primitive: 'award/rounding', step: '0.25', mode: 'half-up', minMinutes: 5 }
    expect(counted([down], { minutes: 59 })).toBe(750)
    expect(counted([down], { credits: thousandths(990) })).toBe(750)
    expect(counted([down], { credits: thousandths(1000) })).toBe(1000)
    expect(counted([up], { minutes: 7 })).toBe(0)
    expect(counted([up], { minutes: 8 })).toBe(250)
    expect(counted([up], { minutes: 4 })).toBe(0)
    expect(counted([up], { credits: thousandths(125) })).toBe(250)
    expect(counted([up], { credits: thousandths(124) })).toBe(0)
  })
})

describe('limits on activities', () => {
  const rules: SampleRule[] = [
    TERM,
    total('10'),
    { primitive: 'award/per-award-cap', category: 'A', max: '2' },
    { primitive: 'award/activity-cap', kind: 'committee', max: '3', per: 'year', from: '2024-01-01' },
    { primitive: 'award/activity-cap', kind: 'committee', max: '4', per: 'cycle' },
  ]
  const pack = compiledSample(rules)
  const standing = (awards: readonly Award[]) => evaluate(pack, holding({ awards }), { asOf: on('2025-01-05') })

  it('cuts one activity, its parts together', () => {
    expect(standing([award('a', '2024-01-01', 3, { category: 'A' })])).toMatchObject({ counted: 2000, wasted: 1000 })
    expect(standing([award('a', '2024-01-01', 3, { category: 'B' })])).toMatchObject({ counted: 3000, wasted: 0 })
    const part = (id: string, splitOf?: string) => award(id, '2024-01-01', 1.5, { category: 'A', splitOf })
    expect(standing([part('a'), part('b')])).toMatchObject({ counted: 3000 })
    expect(standing([part('a'), part('b', 'a')])).toMatchObject({ counted: 2000, wasted: 1000 })
  })

  it('cuts a kind by year and by cycle', () => {
    const service = (id: string, date: string, n: number) => award(id, date, n, { kind: 'committee' })
    expect(standing([service('a', '2024-02-01', 5)]).counted).toBe(3000)
    expect(standing([service('a', '2023-06-01', 5)]).counted).toBe(4000)
    expect(standing([service('a', '2024-02-01', 3), service('b', '2025-01-01', 3)]).counted).toBe(4000)
    expect(standing([service('a', '2024-02-01', 2), service('b', '2024-12-31', 2)]).counted).toBe(3000)
  })

  it('explains what was cut', () => {
    const lines = explain(pack, holding({ awards: [award('a', '2024-01-01', 3, { category: 'A' })] }), {
      asOf: on('2025-01-05'),
    })
    expect(lines.find((line) => line.rule === 'rule-2')).toMatchObject({ amount: 1000 })
  })
})

describe('cards', () => {
  const asked = (rule: SampleRule, cards: readonly Card[], asOf: string) =>
    evaluate(compiledSample([TERM, total('0'), rule]), holding({ cards }), { asOf: on(asOf) })
  const current: SampleRule = { primitive: 'prerequisite/current', type: 'cpr', handsOn: true }

  it.each<[string, readonly Card[], readonly string[]]>([
    ['none', [], ['cpr']],
    ['valid today', [card('2024-01-01', '2025-01-01')], []],
    ['over since yesterday', [card('2024-01-01', '2024-12-31')], ['cpr']],
    ['issued tomorrow', [card('2025-01-02', '2026-12-31')], ['cpr']],
    ['known tomorrow', [card('2024-01-01', '2026-12-31', { knownOn: on('2025-01-02') })], ['cpr']],
    ['online only', [card('2024-01-01', '2026-12-31', { handsOn: false })], ['cpr:hands-on']],
    ['of another type', [card('2024-01-01', '2026-12-31', { type: 'ecc' })], ['cpr']],
    ['two years where nobody says', [card('2023-01-01', null)], []],
    ['two years and a day', [card('2022-12-31', null)], ['cpr']],
  ])('%s', (_, cards, missing) => {
    expect(asked(current, cards, '2025-01-01').missing).toEqual(missing)
  })

  it('follow the rule of their issuer', () => {
    const pack = compiledSample([TERM, total('0'), current], {
      issuers: [{ names: ['Heart'], months: 12, ends: 'end-of-month' }],
    })
    const through = (issuer: string) =>
      text(
        evaluate(pack, holding({ cards: [card('2024-01-10', null, { issuer })] }), { asOf: on('2025-01-01') })
          .prerequisiteValidThrough,
      )
    expect(through('heart')).toBe('2025-01-31')
    expect(through('Other')).toBe('2026-01-10')
  })

  it('must be continuous where the rule says so', () => {
    const rule: SampleRule = { primitive: 'prerequisite/continuous', type: 'cpr', handsOn: true }
    const gap = (cards: readonly Card[], asOf = '2024-12-31') => {
      const { missing, prerequisiteGap } = asked(rule, cards, asOf)
      return [missing[0], prerequisiteGap && text(prerequisiteGap.from), prerequisiteGap && text(prerequisiteGap.to)]
    }
    const first = card('2023-01-01', '2024-03-31')
    expect(gap([first, card('2024-04-01', '2026-01-01')])).toEqual([undefined, null, null])
    expect(gap([first, card('2024-04-03', '2026-01-01')])).toEqual(['cpr:gap', '2024-04-01', '2024-04-02'])
    expect(gap([first])).toEqual(['cpr:gap', '2024-04-01', '2024-12-31'])
    expect(gap([card('2023-06-01', '2026-01-01')])).toEqual(['cpr:gap', '2023-05-10', '2023-05-31'])
    expect(gap([first, card('2024-04-01', '2026-01-01', { handsOn: false })])).toEqual([
      'cpr:hands-on',
      '2024-04-01',
      '2024-12-31',
    ])
    expect(gap([])).toEqual(['cpr', null, null])
    expect(gap([card('2023-01-01', '2025-05-10')], '2025-07-01')).toEqual(
      [undefined, null, null].map((each, i) => (i === 0 ? 'submission-window' : each)),
    )
  })
})

/** Something that gives so many credits on any day. */
const finishing = (amount: number) => ({
  awardsOn: (day: Day) => [{ ...award('x', '2024-01-01', amount), completedOn: day }],
  changesOn: [],
})

describe('one more activity', () => {
  const pack = compiledSample([TERM, total('10')])
  const facts = holding({ awards: [award('a', '2024-01-01', 9)] })
  const at = { asOf: on('2024-06-01') }

  it('counts what is open and wastes the rest', () => {
    expect(worthOf(pack, facts, { completedOn: on('2024-07-01'), credits: credits(3), category: null }, at)).toEqual({
      counts: 1000,
      wastes: 2000,
      carries: 0,
      completes: true,
    })
  })

  it('counts in full in the next cycle, which begins after this one', () => {
    const next = { completedOn: on('2025-05-11'), credits: credits(3), category: null }
    expect(worthOf(pack, facts, next, at)).toEqual({ counts: 3000, wastes: 0, carries: 0, completes: false })
    expect(text(firstDayCountedInFull(pack, facts, finishing(3), at))).toBe('2025-05-11')
    expect(text(firstDayCountedInFull(pack, facts, finishing(1), at))).toBe('2024-06-01')
    expect(firstDayCountedInFull(pack, facts, finishing(11), at)).toBeNull()
    expect(firstDayCountedInFull(pack, facts, finishing(0), at)).toBeNull()
  })

  it('is worth nothing where no later cycle is known', () => {
    const given = compiledSample([{ primitive: 'term/given' }, total('10')])
    const held = holding({
      issuedOn: undefined,
      cycleStart: on('2024-01-01'),
      expiresOn: on('2024-12-31'),
      awards: [award('a', '2024-01-01', 10)],
    })
    const worth = worthOf(given, held, { completedOn: on('2026-01-01'), credits: credits(3), category: null }, at)
    expect(worth.counts).toBe(0)
    expect(firstDayCountedInFull(given, held, finishing(3), at)).toBeNull()
  })

  it('may carry instead of being wasted', () => {
    const carrying = compiledSample([TERM, total('10'), { primitive: 'lifecycle/carry', max: '1.5' }])
    expect(
      worthOf(carrying, facts, { completedOn: on('2024-07-01'), credits: credits(3), category: null }, at),
    ).toEqual({
      counts: 1000,
      wastes: 500,
      carries: 1500,
      completes: true,
    })
  })
})

describe('the smallest change', () => {
  const pack = compiledSample([
    TERM,
    total('10'),
    { primitive: 'category/minimum', codes: ['A'], min: '2' },
    { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, credit: '1' },
    { primitive: 'lifecycle/annual-duty', duties: ['fee'], missedFee: '20' },
    { primitive: 'window/filing-opens', daysBeforeExpiry: 60 },
  ])

  it('names credits by category, the card, the duty and the day, and no more', () => {
    const facts = holding({
      awards: [award('a', '2024-01-01', 6, { category: 'B' })],
      dutiesOpen: [{ duty: 'fee', year: 2024 }],
    })
    const change = smallestChange(pack, facts, { asOf: on('2025-01-05') })
    expect(change).toMatchObject({ cards: ['cpr'], duties: ['2024:fee'], waitUntil: on('2025-03-11') })
    expect(change?.credits.reduce((sum, each) => sum + each.amount, 0)).toBe(3000)
    expect(change?.credits.some((each) => each.category === 'A' && each.amount >= 2000)).toBe(true)
    expect(change?.words.en).toContain(
      'by 10 May 2025; a CPR card that meets the rule; "fee" for 2024 settled; filing no earlier than 11 March 2025',
    )
    expect(change?.words.es).toContain(
      'hasta el 10 de mayo de 2025; una tarjeta de RCP que cumpla la regla; «fee» de 2024 cumplido; presentar no antes del 11 de marzo de 2025',
    )
  })

  it('says "any category" where any does', () => {
    const facts = holding({
      awards: [award('a', '2024-01-01', 6, { category: 'A' })],
      cards: [card('2024-05-01', '2026-05-01')],
    })
    const change = smallestChange(pack, facts, { asOf: on('2025-04-01') })
    expect(change?.words.en).toBe('3 credits more of any category by 10 May 2025')
  })

  it('is none where nothing helps or nothing is needed', () => {
    expect(smallestChange(pack, holding(), { asOf: on('2025-06-01') })).toBeNull()
    const done = holding({
      awards: [award('a', '2024-01-01', 10, { category: 'A' })],
      cards: [card('2024-05-01', '2026-05-01')],
    })
    expect(smallestChange(pack, done, { asOf: on('2025-04-01') })).toBeNull()
  })

  it('asks for another category where several are needed', () => {
    const two = compiledSample([TERM, total('2'), { primitive: 'category/distinct', count: 2 }])
    const facts = holding({ awards: [award('a', '2024-01-01', 2, { category: 'A' })] })
    const change = smallestChange(two, facts, { asOf: on('2025-04-01') })
    expect(change?.credits).toEqual([{ category: 'B', amount: 1000, from: null, by: on('2025-05-10') }])
  })

  it('asks for each open year', () => {
    const yearly = compiledSample([
      { primitive: 'term/given' },
      total('6'),
      { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '2' },
    ])
    const facts = holding({
      issuedOn: undefined,
      cycleStart: on('2023-01-01'),
      expiresOn: on('2025-12-31'),
      awards: [award('a', '2023-02-01', 6)],
    })
    const change = smallestChange(yearly, facts, { asOf: on('2024-06-01') })
    expect(change?.credits.map((each) => [each.amount, text(each.from), text(each.by)])).toEqual([
      [2000, null, '2024-12-31'],
      [2000, '2025-01-01', '2025-12-31'],
    ])
  })
})

describe('an allocation', () => {
  it('spends the oldest credits first and names what carries', () => {
    const pack = compiledSample([TERM, total('10'), { primitive: 'lifecycle/carry', max: '5', earnedInLastMonths: 12 }])
    const awards = [award('new', '2025-01-01', 4), award('old', '2023-06-01', 8)]
    expect(allocate(pack, holding({ awards }), { asOf: on('2025-04-01') })).toEqual([
      { awardId: 'new', requirement: 'total', amount: 2000 },
      { awardId: 'new', requirement: 'carry', amount: 2000 },
      { awardId: 'old', requirement: 'total', amount: 8000 },
    ])
  })

  it('uses a second category where one alone would fill the total', () => {
    const pack = compiledSample([TERM, total('2'), { primitive: 'category/distinct', count: 2 }])
    const awards = [award('a', '2024-01-01', 2, { category: 'A' }), award('b', '2024-02-01', 0.5, { category: 'B' })]
    const facts = holding({ awards })
    expect(evaluate(pack, facts, { asOf: on('2025-04-01') })).toMatchObject({ counted: 2000, wasted: 500, missing: [] })
    expect(allocate(pack, facts, { asOf: on('2025-04-01') })).toEqual([
      { awardId: 'a', requirement: 'A', amount: 1500 },
      { awardId: 'b', requirement: 'B', amount: 500 },
    ])
  })

  it('names the card and the second total', () => {
    const pack = compiledSample([
      TERM,
      total('2'),
      { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, credit: '1', creditCategory: 'B' },
      { primitive: 'requirement/second-total', codes: ['C'], amount: '1' },
    ])
    const facts = holding({
      awards: [award('a', '2024-01-01', 3, { category: 'C' })],
      cards: [card('2024-05-01', '2026-05-01')],
    })
    expect(allocate(pack, facts, { asOf: on('2025-04-01') })).toEqual([
      { awardId: 'card', requirement: 'B', amount: 1000 },
      { awardId: 'a', requirement: 'second:C', amount: 1000 },
    ])
    expect(allocate(compiledSample([{ primitive: 'term/none' }]), facts, { asOf: on('2025-04-01') })).toEqual([])
  })
})

describe('fees', () => {
  it('adds missed years to the window, and leaves out the year that the window pays for', () => {
    const pack = compiledSample([
      { primitive: 'term/given' },
      total('0'),
      {
        primitive: 'window/late',
        status: 'grace',
        until: { monthsAfterExpiry: 2 },
        inForce: false,
        fees: [{ amount: '20' }],
      },
      { primitive: 'lifecycle/annual-duty', duties: ['fee'], missedFee: '20' },
    ])
    const fee = (asOf: string, years: readonly number[]) =>
      evaluate(
        pack,
        holding({
          issuedOn: undefined,
          cycleStart: on('2024-01-01'),
          expiresOn: on('2025-12-31'),
          dutiesOpen: years.map((year) => ({ duty: 'fee', year })),
        }),
        { asOf: on(asOf) },
      ).lateFee?.amount
    expect(fee('2024-12-31', [2024])).toBe('0')
    expect(fee('2025-01-01', [2024])).toBe('20')
    expect(fee('2026-01-01', [2025])).toBe('20')
    expect(fee('2026-01-01', [2024, 2025])).toBe('40')
    expect(fee('2026-03-01', [])).toBeUndefined()
  })
})
