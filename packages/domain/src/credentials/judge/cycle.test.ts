import { describe, expect, it } from 'vitest'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'
import { dated, holding, renewed, text, total } from '../testing/samples.ts'

const YEARLY: SampleRule = { primitive: 'term/anniversary', months: 12 }
const given = (months?: number): SampleRule => ({ primitive: 'term/given', ...(months ? { months } : {}) })

const span = (of: { from: Parameters<typeof text>[0]; to: Parameters<typeof text>[0] } | null) =>
  of && [text(of.from), text(of.to)]

/** The cycle, the next one and the gap. */
function cycles(term: SampleRule, facts: HoldingFacts, asOf: string) {
  const standing = evaluate(compiledSample([term, total('10')]), facts, { asOf: on(asOf) })
  return { cycle: span(standing.cycle), next: span(standing.nextCycle), gap: span(standing.gap) }
}

describe('a cycle of which only the last day is given', () => {
  it('keeps the anchor of the issue, in whatever term it lies', () => {
    const leap = (expiresOn: string) => holding({ issuedOn: on('2020-02-29'), expiresOn: on(expiresOn) })
    expect(cycles(YEARLY, leap('2021-02-28'), '2021-01-01')).toMatchObject({
      cycle: ['2020-02-29', '2021-02-28'],
      next: ['2021-03-01', '2022-02-28'],
    })
    expect(cycles(YEARLY, leap('2027-02-28'), '2027-01-01')).toMatchObject({
      cycle: ['2026-03-01', '2027-02-28'],
      next: ['2027-03-01', '2028-02-29'],
    })
    expect(cycles(YEARLY, leap('2080-02-29'), '2080-01-01').next).toEqual(['2080-03-01', '2081-02-28'])
  })

  it('counts its renewals from the term that is given', () => {
    const facts = holding({
      issuedOn: on('2020-02-29'),
      expiresOn: on('2023-02-28'),
      events: [renewed('2023-02-01', { for: '2023' })],
    })
    expect(cycles(YEARLY, facts, '2023-06-01')).toMatchObject({
      cycle: ['2023-03-01', '2024-02-29'],
      next: ['2024-03-01', '2025-02-28'],
    })
  })

  it('is as long as the pack says where the issue anchors another day', () => {
    expect(
      cycles(YEARLY, holding({ issuedOn: on('2020-02-10'), expiresOn: on('2023-06-30') }), '2023-01-01'),
    ).toMatchObject({
      cycle: ['2022-07-01', '2023-06-30'],
      next: ['2023-07-01', '2024-06-30'],
    })
    const stated = holding({ issuedOn: on('2020-02-29'), cycleStart: on('2022-05-01'), expiresOn: on('2023-02-28') })
    expect(cycles(YEARLY, stated, '2023-01-01')).toMatchObject({
      cycle: ['2022-05-01', '2023-02-28'],
      next: ['2023-03-01', '2024-02-28'],
    })
    expect(
      cycles(given(12), dated('2024-01-01', '2024-12-31', { issuedOn: on('2010-01-01') }), '2024-06-01'),
    ).toMatchObject({ cycle: ['2024-01-01', '2024-12-31'], next: ['2025-01-01', '2025-12-31'] })
  })

  it('begins on the day of issue where that lies inside it, and not where it lies after it', () => {
    const issued = (date: string) =>
      cycles(given(), dated('2024-01-01', '2024-12-31', { issuedOn: on(date) }), '2024-12-01')
    expect(issued('2024-01-01').cycle).toEqual(['2024-01-01', '2024-12-31'])
    expect(issued('2024-12-31').cycle).toEqual(['2024-12-31', '2024-12-31'])
    expect(issued('2025-01-01').cycle).toEqual(['2024-01-01', '2024-12-31'])
    const open = { ...dated('2024-01-01', '2024-12-31'), cycleStart: undefined }
    expect(cycles(given(), open, '2024-12-01').cycle).toEqual([null, '2024-12-31'])
    expect(cycles(given(), { ...open, issuedOn: on('2024-03-01') }, '2024-12-01').cycle).toEqual([
      '2024-03-01',
      '2024-12-31',
    ])
  })
})

describe('a cycle of which only the first day is given', () => {
  it('is as long as the pack says, and unknown where it says nothing', () => {
    const start = holding({ issuedOn: on('2020-05-10'), cycleStart: on('2024-02-01') })
    expect(cycles(given(12), start, '2024-06-01')).toMatchObject({
      cycle: ['2024-02-01', '2025-01-31'],
      next: ['2025-02-01', '2026-01-31'],
    })
    expect(cycles(given(), start, '2024-06-01').cycle).toBeNull()
    expect(cycles(YEARLY, start, '2024-06-01').cycle).toEqual(['2024-02-01', '2025-02-01'])
    expect(cycles(given(12), holding({ issuedOn: on('2024-02-01') }), '2024-06-01').cycle).toEqual([
      '2024-02-01',
      '2025-01-31',
    ])
  })

  it('follows the common period and the look-back', () => {
    const common: SampleRule = { primitive: 'term/common-period', start: '2024-01-01', end: '2025-12-31' }
    expect(cycles(common, holding({ issuedOn: on('2019-03-01') }), '2024-06-01')).toMatchObject({
      cycle: ['2024-01-01', '2025-12-31'],
      next: ['2026-01-01', '2027-12-31'],
    })
    const rolling: SampleRule = { primitive: 'term/rolling', years: 3, yearStarts: '07-01' }
    expect(cycles(rolling, holding({ issuedOn: on('2010-01-01') }), '2026-01-01').cycle).toEqual([
      '2023-07-01',
      '2026-06-30',
    ])
  })
})

describe('a renewal', () => {
  const inYear = (...events: readonly HoldingEvent[]) =>
    cycles(given(12), dated('2024-01-01', '2024-12-31', { events }), '2025-06-01').cycle
  const first = ['2024-01-01', '2024-12-31']
  const second = ['2025-01-01', '2025-12-31']

  it('closes the given cycle by the last year of its label', () => {
    expect(inYear(renewed('2024-02-01', { for: '2024' }))).toEqual(second)
    expect(inYear(renewed('2024-12-01', { for: '2023' }))).toEqual(first)
    expect(inYear(renewed('2024-02-01', { for: '2022-2024' }))).toEqual(second)
    expect(inYear(renewed('2024-12-01', { for: '2022-2023' }))).toEqual(first)
    expect(inYear(renewed('2024-02-01', { for: 'from 2024 to 2025' }))).toEqual(second)
    expect(inYear(renewed('2024-12-01', { for: 'the last' }))).toEqual(second)
  })

  it('closes it by its day: in the second half, unless it was late for the cycle before', () => {
    // The middle of 2024, a leap year, is between 1 and 2 July.
    expect(inYear(renewed('2024-07-01'))).toEqual(first)
    expect(inYear(renewed('2024-07-02'))).toEqual(second)
    expect(inYear(renewed('2024-12-31', { late: true }))).toEqual(first)
    expect(inYear(renewed('2025-01-01', { late: true }))).toEqual(second)
    // Of 365 days the middle one does not close.
    const odd = (date: string) =>
      cycles(given(12), dated('2023-01-01', '2023-12-31', { events: [renewed(date)] }), '2024-02-01').cycle
    expect(odd('2023-07-02')).toEqual(['2023-01-01', '2023-12-31'])
    expect(odd('2023-07-03')).toEqual(['2024-01-01', '2024-12-31'])
  })

  it('opens one cycle after the other', () => {
    const late = [renewed('2025-05-01', { for: '2025' }), renewed('2024-12-01', { for: '2024' })]
    expect(inYear(...late)).toEqual(['2026-01-01', '2026-12-31'])
    expect(inYear(renewed('2024-12-01', { for: '2024' }), renewed('2025-12-01', { for: '2025' }))).toEqual(second)
    const twice = [renewed('2024-12-01', { for: '2024' }), renewed('2025-05-01', { for: '2025' })]
    expect(inYear(...twice)).toEqual(['2026-01-01', '2026-12-31'])
    expect(inYear(renewed('2024-12-01', { for: '2024' }), renewed('2025-01-15', { for: '2024' }))).toEqual(second)
  })

  it('moves a counted cycle to the number of its label and beyond', () => {
    const counted = (...labels: readonly (string | undefined)[]) =>
      cycles(
        YEARLY,
        holding({
          issuedOn: on('2020-02-10'),
          events: labels.map((label, i) => renewed(`202${i + 1}-02-01`, label === undefined ? {} : { for: label })),
        }),
        '2026-01-01',
      ).cycle
    expect(counted('cycle 1')).toEqual(['2021-02-11', '2022-02-10'])
    expect(counted('cycle 12')).toEqual(['2032-02-11', '2033-02-10'])
    expect(counted('cycle 3', undefined)).toEqual(['2024-02-11', '2025-02-10'])
    expect(counted(undefined, 'cycle 1')).toEqual(['2022-02-11', '2023-02-10'])
    expect(counted('my cycle 5')).toEqual(['2021-02-11', '2022-02-10'])
    expect(counted('cycle 5 of mine')).toEqual(['2021-02-11', '2022-02-10'])
  })

  it('is of this credential by its name, or where it names none', () => {
    const moved = (of: string | undefined, credential: string | undefined) =>
      cycles(
        YEARLY,
        holding({
          issuedOn: on('2020-02-10'),
          ...(credential ? { credential } : {}),
          events: [renewed('2021-02-01', of ? { credential: of } : {})],
        }),
        '2021-06-01',
      ).cycle?.[0] === '2021-02-11'
    expect(moved(undefined, 'Sample')).toBe(true)
    expect(moved('SAMPLE', 'Sample')).toBe(true)
    expect(moved('other', 'Sample')).toBe(false)
    expect(moved('other', undefined)).toBe(true)
    expect(moved('else', undefined)).toBe(false)
  })
})

describe('back after a lapse', () => {
  const back = (date: string): HoldingEvent => ({ type: 'reinstated', on: on(date) })
  const facts = (...events: readonly HoldingEvent[]) => dated('2020-01-01', '2020-12-31', { events })

  it('the cycle is shorter, whatever had lapsed', () => {
    expect(cycles(given(12), facts(back('2021-03-01')), '2021-04-01')).toEqual({
      cycle: ['2021-03-01', '2021-12-31'],
      next: ['2022-01-01', '2022-12-31'],
      gap: ['2021-01-01', '2021-02-28'],
    })
    expect(cycles(given(12), facts(back('2023-12-31')), '2023-12-31')).toEqual({
      cycle: ['2023-12-31', '2023-12-31'],
      next: ['2024-01-01', '2024-12-31'],
      gap: ['2021-01-01', '2023-12-30'],
    })
    expect(cycles(given(12), facts(back('2024-01-01')), '2024-01-01')).toMatchObject({
      cycle: ['2024-01-01', '2024-12-31'],
      next: ['2025-01-01', '2025-12-31'],
    })
  })

  it('is not what an audit is', () => {
    const audit = (date: string): HoldingEvent => ({ type: 'audit', on: on(date), unproven: [] })
    expect(cycles(given(12), facts(audit('2021-03-01')), '2021-04-01')).toMatchObject({
      cycle: ['2020-01-01', '2020-12-31'],
      gap: null,
    })
    const short = dated('2021-03-01', '2021-12-31', { events: [audit('2021-03-01')] })
    expect(cycles(given(12), short, '2021-04-01').gap).toBeNull()
  })

  it('is nothing in time, and stands only until the next renewal', () => {
    expect(cycles(given(12), facts(back('2020-12-31')), '2021-01-01')).toMatchObject({
      cycle: ['2020-01-01', '2020-12-31'],
      gap: null,
    })
    expect(cycles(given(12), facts(back('2021-03-01'), renewed('2021-12-01', { for: '2021' })), '2022-02-01')).toEqual({
      cycle: ['2022-01-01', '2022-12-31'],
      next: ['2023-01-01', '2023-12-31'],
      gap: null,
    })
  })

  it('is nothing where no next cycle is known', () => {
    expect(cycles(given(), facts(back('2021-03-01')), '2021-04-01')).toEqual({
      cycle: ['2020-01-01', '2020-12-31'],
      next: null,
      gap: null,
    })
  })

  it('on the first day of a given cycle shows the gap before it, and none where the cycle is whole', () => {
    const short = dated('2021-03-01', '2021-12-31', { events: [back('2021-03-01')] })
    expect(cycles(given(12), short, '2021-04-01').gap).toEqual(['2021-01-01', '2021-02-28'])
    const whole = dated('2021-01-01', '2021-12-31', { events: [back('2021-01-01')] })
    expect(cycles(given(12), whole, '2021-04-01').gap).toBeNull()
    const other = dated('2021-03-01', '2021-12-31', { events: [back('2021-03-02')] })
    expect(cycles(given(12), other, '2021-04-01').gap).toBeNull()
    expect(
      cycles(given(12), { ...short, events: [renewed('2021-03-01', { for: '2020' })] }, '2021-04-01').gap,
    ).toBeNull()
    expect(cycles(given(), short, '2021-04-01').gap).toBeNull()
  })
})

describe('the number of a renewal', () => {
  it('moves a counted cycle no further than today', () => {
    const numbered = (renewalNumber: number, asOf: string) =>
      cycles(YEARLY, holding({ issuedOn: on('2020-02-10'), renewalNumber }), asOf).cycle
    expect(numbered(3, '2020-06-01')).toEqual(['2020-02-10', '2021-02-10'])
    expect(numbered(3, '2021-02-10')).toEqual(['2020-02-10', '2021-02-10'])
    expect(numbered(3, '2021-02-11')).toEqual(['2021-02-11', '2022-02-10'])
    expect(numbered(3, '2030-01-01')).toEqual(['2022-02-11', '2023-02-10'])
    expect(numbered(1, '2030-01-01')).toEqual(['2020-02-10', '2021-02-10'])
  })

  it('moves no given cycle', () => {
    const facts = dated('2020-01-01', '2020-12-31', { renewalNumber: 3 })
    expect(cycles(given(12), facts, '2024-01-01').cycle).toEqual(['2020-01-01', '2020-12-31'])
    const counted = holding({ issuedOn: on('2020-02-10'), expiresOn: on('2021-02-10'), renewalNumber: 3 })
    expect(cycles(YEARLY, counted, '2024-01-01').cycle).toEqual(['2020-02-10', '2021-02-10'])
    expect(cycles(YEARLY, holding({ issuedOn: on('2020-02-10') }), '2024-01-01').cycle).toEqual([
      '2020-02-10',
      '2021-02-10',
    ])
  })
})
