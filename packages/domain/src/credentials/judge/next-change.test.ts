import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import type { HoldingFacts } from '../facts.ts'
import { award, card, dated, holding, renewed, TERM, text, total } from '../testing/samples.ts'

/** When the answer may change next, for a holding of 2023-05-10 to 2025-05-10 that is due soon on 2025-02-09. */
const next = (rules: readonly SampleRule[], fields: Partial<HoldingFacts>, asOf: string) =>
  text(evaluate(compiledSample([TERM, total('10'), ...rules]), holding(fields), { asOf: on(asOf) }).nextChangeOn)

/** The same for a holding whose cycle is given: all of 2024 and 2025, due soon on 2025-10-02. */
const given = (rules: readonly SampleRule[], fields: Partial<HoldingFacts>, asOf: string) =>
  text(
    evaluate(
      compiledSample([{ primitive: 'term/given' }, total('10'), ...rules]),
      dated('2024-01-01', '2025-12-31', fields),
      {
        asOf: on(asOf),
      },
    ).nextChangeOn,
  )

describe('the next day on which the answer may change', () => {
  it('is a boundary of the cycle', () => {
    expect(next([], {}, '2023-05-09')).toBe('2023-05-10')
    expect(next([], {}, '2023-05-10')).toBe('2025-02-09')
    expect(next([], {}, '2025-02-08')).toBe('2025-02-09')
    expect(next([], {}, '2025-02-09')).toBe('2025-05-11')
    expect(next([], {}, '2025-05-10')).toBe('2025-05-11')
    expect(next([], {}, '2025-05-11')).toBeNull()
    expect(given([], {}, '2023-12-31')).toBe('2024-01-01')
  })

  it('is a first day of earning that is stated, or the last one', () => {
    expect(next([], { earnFrom: on('2023-08-01') }, '2023-06-01')).toBe('2023-08-01')
    const earning: SampleRule = { primitive: 'window/earning', until: { daysAfterExpiry: 10 } }
    expect(next([earning], {}, '2025-05-11')).toBe('2025-05-21')
    const never: SampleRule = { primitive: 'window/earning', until: { never: true } }
    expect(next([never], {}, '2025-05-11')).toBeNull()
  })

  it('is the day after an extension, as long as the body grants it', () => {
    const extended = { extendedTo: on('2025-09-01') }
    expect(next([], extended, '2025-05-11')).toBe('2025-09-02')
    const earning: SampleRule = { primitive: 'window/earning', until: { daysAfterExpiry: 60 } }
    expect(next([earning], { extendedTo: on('2025-06-10') }, '2025-05-11')).toBe('2025-06-11')
    expect(next([{ primitive: 'lifecycle/extension', maxMonths: 2 }], extended, '2025-05-11')).toBe('2025-07-11')
  })

  it('is a boundary of a late window or of its fees', () => {
    const late: SampleRule = {
      primitive: 'window/late',
      status: 'late',
      until: { daysAfterExpiry: 60 },
      inForce: false,
      fees: [
        { to: '2025-05-31', amount: '1' },
        { from: '2025-06-01', to: '2025-06-10', amount: '2' },
        { from: '2025-06-15', amount: '3' },
      ],
    }
    expect(next([late], {}, '2025-05-11')).toBe('2025-06-01')
    expect(next([late], {}, '2025-06-01')).toBe('2025-06-11')
    expect(next([late], {}, '2025-06-11')).toBe('2025-06-15')
    expect(next([late], {}, '2025-06-15')).toBe('2025-07-10')
    expect(next([late], {}, '2025-07-09')).toBe('2025-07-10')
    expect(next([late], {}, '2025-07-10')).toBeNull()
    expect(next([{ ...late, until: { never: true }, fees: [] }], {}, '2025-05-11')).toBeNull()
  })

  it('is a boundary of a waiver', () => {
    const waiver: SampleRule = {
      primitive: 'prerequisite/waiver',
      waives: 'hands-on',
      from: '2024-01-01',
      to: '2024-01-31',
    }
    expect(next([waiver], {}, '2023-12-31')).toBe('2024-01-01')
    expect(next([waiver], {}, '2024-01-01')).toBe('2024-02-01')
    expect(next([waiver], {}, '2024-01-31')).toBe('2024-02-01')
    expect(next([waiver], {}, '2024-02-01')).toBe('2025-02-09')
  })

  it('is the day after another credential of the holder ends', () => {
    const alsoHolds = [
      { credential: 'Else', expiresOn: on('2024-03-31') },
      { credential: 'More', expiresOn: null },
    ]
    expect(next([], { alsoHolds }, '2024-03-30')).toBe('2024-04-01')
    expect(next([], { alsoHolds }, '2024-03-31')).toBe('2024-04-01')
    expect(next([], { alsoHolds }, '2024-04-01')).toBe('2025-02-09')
  })

  it('is the year after an open duty', () => {
    expect(next([], { dutiesOpen: [{ duty: 'fee', year: 2023 }] }, '2023-12-31')).toBe('2024-01-01')
    expect(next([], { dutiesOpen: [{ duty: 'fee', year: 2023 }] }, '2024-01-01')).toBe('2025-02-09')
  })

  it('is an event, the day on which it was told, or the last day to answer it', () => {
    expect(next([], { events: [renewed('2024-06-01', { knownOn: on('2024-06-10') })] }, '2024-05-01')).toBe(
      '2024-06-01',
    )
    expect(next([], { events: [renewed('2024-06-01', { knownOn: on('2024-06-10') })] }, '2024-06-01')).toBe(
      '2024-06-10',
    )
    const audit = { type: 'audit' as const, on: on('2024-06-01'), unproven: ['a'] }
    expect(next([], { events: [audit] }, '2024-06-01')).toBe('2024-07-02')
    expect(next([], { events: [{ ...audit, answerBy: on('2024-06-20') }] }, '2024-06-01')).toBe('2024-06-21')
    expect(next([], { events: [renewed('2024-06-01')] }, '2024-06-01')).toBe('2025-05-11')
  })

  it('is the day on which a rolling look-back moves on', () => {
    const rolling: SampleRule = { primitive: 'term/rolling', years: 3, yearStarts: '07-01' }
    const asked = (asOf: string) =>
      text(
        evaluate(compiledSample([rolling, total('10')]), holding({ issuedOn: on('2010-01-01') }), { asOf: on(asOf) })
          .nextChangeOn,
      )
    expect(asked('2026-06-01')).toBe('2026-07-01')
    expect(asked('2026-07-01')).toBe('2027-04-01')
  })

  it('is the end of a year that lacks something, and not of one that is full', () => {
    const yearly: SampleRule = { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '2' }
    expect(given([yearly], {}, '2024-06-01')).toBe('2025-01-01')
    expect(given([yearly], { awards: [award('a', '2024-02-01', 2)] }, '2024-06-01')).toBe('2025-10-02')
    expect(given([], {}, '2024-06-01')).toBe('2025-10-02')
  })

  it.each(['completedOn', 'knownOn', 'approvedOn', 'deniedOn', 'revokedOn'] as const)(
    'is the %s of an award',
    (field) => {
      const awards = [award('a', '2023-06-01', 1, { [field]: on('2024-03-03') })]
      expect(next([], { awards }, '2024-03-02')).toBe('2024-03-03')
      expect(next([], { awards }, '2024-03-03')).toBe('2025-02-09')
    },
  )

  it('is the day on which an award slides out of the window, month ends clamped', () => {
    const sliding: SampleRule = { primitive: 'window/sliding', months: 6 }
    const slides = (date: string) => given([sliding], { awards: [award('a', date, 1)] }, '2026-02-01')
    expect(slides('2025-08-15')).toBe('2026-02-15')
    expect(slides('2025-08-31')).toBe('2026-03-01')
    expect(slides('2025-08-28')).toBe('2026-02-28')
    expect(slides('2025-08-29')).toBe('2026-03-01')
    expect(slides('2025-09-30')).toBe('2026-03-30')
    expect(given([], { awards: [award('a', '2025-08-15', 1)] }, '2026-02-01')).toBeNull()
  })

  it('is a boundary of a card, where the rules ask for one', () => {
    const current: SampleRule = { primitive: 'prerequisite/current', type: 'cpr', handsOn: true }
    const cards = [card('2024-02-01', '2024-04-30', { knownOn: on('2024-03-01') })]
    expect(next([current], { cards }, '2024-01-15')).toBe('2024-02-01')
    expect(next([current], { cards }, '2024-02-01')).toBe('2024-03-01')
    expect(next([current], { cards }, '2024-03-01')).toBe('2024-05-01')
    expect(next([current], { cards }, '2024-05-01')).toBe('2025-02-09')
    expect(next([], { cards }, '2024-01-15')).toBe('2025-02-09')
    expect(next([{ ...current, primitive: 'prerequisite/horizon', days: 30 }], { cards }, '2024-03-01')).toBe(
      '2024-04-01',
    )
    expect(next([{ ...current, primitive: 'prerequisite/issued-within', months: 2 }], { cards }, '2024-03-01')).toBe(
      '2024-04-02',
    )
  })
})

describe('what never ends', () => {
  it('changes on the days of its facts alone', () => {
    const pack = compiledSample([{ primitive: 'term/none' }])
    const asked = (fields: Partial<HoldingFacts>, asOf: string) =>
      text(evaluate(pack, holding(fields), { asOf: on(asOf) }).nextChangeOn)
    const awards = [
      award('a', '2024-01-01', 1, { approvedOn: on('2024-05-05'), revokedOn: on('2024-07-07') }),
      award('b', '2024-02-02', 1, { knownOn: on('2024-04-04'), deniedOn: on('2024-06-06') }),
    ]
    const days = [
      '2023-05-09',
      '2023-05-10',
      '2024-01-01',
      '2024-02-02',
      '2024-04-04',
      '2024-05-05',
      '2024-06-06',
      '2024-07-07',
    ]
    expect(days.map((day) => asked({ awards }, day))).toEqual([...days.slice(1), null])
    expect(asked({ awards: [...awards].reverse() }, '2023-06-01')).toBe('2024-01-01')
  })
})
