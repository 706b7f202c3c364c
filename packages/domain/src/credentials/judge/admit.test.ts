import { describe, expect, it } from 'vitest'
import type { Award } from '../../rules/index.ts'
import { compiledSample, on, type SampleRule } from '../../rules/testing/sample-pack.ts'
import { evaluate } from '../evaluate.ts'
import type { HoldingFacts } from '../facts.ts'
import { award, card, dated, holding, renewed, TERM, total } from '../testing/samples.ts'

const GIVEN: SampleRule = { primitive: 'term/given' }
const ASKED = { asOf: on('2025-01-01') }

/** Why each award is refused, in the order in which that is told. */
const refused = (rules: readonly SampleRule[], awards: readonly Award[], fields: Partial<HoldingFacts> = {}) =>
  evaluate(compiledSample([TERM, total('10'), ...rules]), holding({ awards, ...fields }), ASKED).rejected.map(
    ({ award: id, reason }) => `${id} ${reason}`,
  )

describe('a day on which credits count', () => {
  it('may be any, long ago, where the first day of the cycle is unknown', () => {
    const facts: HoldingFacts = {
      expiresOn: on('2025-12-31'),
      events: [],
      awards: [award('a', '1961-05-05', 2)],
      cards: [],
    }
    expect(evaluate(compiledSample([GIVEN, total('10')]), facts, ASKED)).toMatchObject({ counted: 2000, rejected: [] })
  })

  it('is the day of completion, for what was told later', () => {
    const pack = compiledSample([TERM, total('10')])
    const facts = holding({
      awards: [award('told', '2024-06-01', 1, { knownOn: on('2024-07-01') }), award('plain', '2024-06-01', 2)],
    })
    const counted = (asOf: string, knownAt: string) =>
      evaluate(pack, facts, { asOf: on(asOf), knownAt: on(knownAt) }).counted
    expect(counted('2024-12-01', '2024-05-31')).toBe(0)
    expect(counted('2024-12-01', '2024-06-01')).toBe(2000)
    expect(counted('2024-12-01', '2024-06-30')).toBe(2000)
    expect(counted('2024-12-01', '2024-07-01')).toBe(3000)
    expect(counted('2024-05-31', '2024-12-01')).toBe(0)
  })
})

describe('a first day of earning that is stated', () => {
  const counted = (facts: HoldingFacts) => evaluate(compiledSample([GIVEN, total('10')]), facts, ASKED).counted
  const awards = [award('a', '2023-06-01', 1), award('b', '2024-02-01', 2), award('c', '2024-06-01', 4)]

  it('holds where it is later than the cycle, or where that has none', () => {
    const from = (date: string) => ({ awards, earnFrom: on(date) })
    expect(counted(dated('2024-01-01', '2025-12-31', from('2024-03-01')))).toBe(4000)
    expect(counted(dated('2024-01-01', '2025-12-31', from('2023-01-01')))).toBe(6000)
    const open = { ...dated('2024-01-01', '2025-12-31', from('2024-02-01')), cycleStart: undefined }
    expect(counted(open)).toBe(6000)
    expect(counted({ ...open, earnFrom: undefined })).toBe(7000)
  })
})

describe('a decision', () => {
  const counted = (fields: Partial<Award>, knownAt = '2025-01-01') =>
    evaluate(compiledSample([TERM, total('10')]), holding({ awards: [award('a', '2024-01-01', 1, fields)] }), {
      asOf: on('2025-01-01'),
      knownAt: on(knownAt),
    }).counted
  const days = (deniedOn: string, approvedOn?: string) => ({
    deniedOn: on(deniedOn),
    ...(approvedOn ? { approvedOn: on(approvedOn) } : {}),
  })

  it('is the later one of a denial and an approval, on one day the approval', () => {
    expect(counted(days('2024-03-01', '2024-02-01'))).toBe(0)
    expect(counted(days('2024-03-01', '2024-03-01'))).toBe(1000)
    expect(counted(days('2024-03-01', '2024-03-02'))).toBe(1000)
    expect(counted(days('2024-03-01'))).toBe(1000)
    expect(counted({ decision: 'denied', ...days('2024-03-01') })).toBe(0)
  })

  it('does not exist before its day', () => {
    const appeal = days('2024-03-01', '2024-04-01')
    expect(counted(appeal, '2024-02-28')).toBe(0)
    expect(counted({ deniedOn: on('2024-03-01') }, '2024-02-28')).toBe(1000)
    expect(counted(appeal, '2024-03-01')).toBe(0)
    expect(counted(appeal, '2024-04-01')).toBe(1000)
    const revoked = { decision: 'revoked' as const, revokedOn: on('2024-05-01') }
    expect(counted(revoked, '2024-04-30')).toBe(1000)
    expect(counted(revoked, '2024-05-01')).toBe(0)
  })
})

describe('a petition', () => {
  const late = { filedOn: on('2024-12-01') }
  const limited: SampleRule = { primitive: 'award/petition', fileWithinMonths: 2 }

  it('alone must be filed in time, and only where the pack names a time', () => {
    expect(refused([limited], [award('a', '2024-01-01', 1, { kind: 'petition', ...late })])).toEqual([
      'a petition-filed-too-late',
    ])
    expect(refused([limited], [award('a', '2024-01-01', 1, late)])).toEqual([])
    expect(refused([limited], [award('a', '2024-01-01', 1, { kind: 'petition' })])).toEqual([])
    expect(
      refused([{ primitive: 'award/petition' }], [award('a', '2024-01-01', 1, { kind: 'petition', ...late })]),
    ).toEqual([])
    expect(refused([], [award('a', '2024-01-01', 1, { kind: 'petition', ...late })])).toEqual([])
  })
})

describe('credits for certain credentials only', () => {
  const pack = compiledSample([TERM, total('10')], { id: 'line-2', lineage: 'line' })
  const counted = (onlyFor: readonly string[], credential?: string) =>
    evaluate(
      pack,
      holding({ awards: [award('a', '2024-01-01', 1, { onlyFor })], ...(credential ? { credential } : {}) }),
      ASKED,
    ).counted

  it('count for the version, its lineage and its names', () => {
    for (const name of ['line-2', 'LINE', 'sample', 'Other']) expect([name, counted([name])]).toEqual([name, 1000])
    expect(counted(['line-3'])).toBe(0)
    expect(counted([])).toBe(0)
  })

  it('count for one of several', () => {
    expect(counted(['elsewhere', 'sample'])).toBe(1000)
    expect(counted(['sample', 'elsewhere'])).toBe(1000)
  })

  it('count for the credential that is held, not for another of the pack', () => {
    expect(counted(['other'], 'OTHER')).toBe(1000)
    expect(counted(['other'], 'SAMPLE')).toBe(0)
    expect(counted(['line'], 'SAMPLE')).toBe(1000)
    expect(counted(['line-2'], 'SAMPLE')).toBe(1000)
  })
})

describe('a repeated course', () => {
  const course: SampleRule = { primitive: 'award/repeat', same: 'course' }
  const topic: SampleRule = { primitive: 'award/repeat', same: 'topic' }
  const of = (id: string, date: string, courseId: string | undefined, fields: Partial<Award> = {}) =>
    award(id, date, 1, { ...(courseId ? { courseId } : {}), ...fields })

  it('counts the first time, whatever the order of the facts', () => {
    expect(refused([course], [of('new', '2024-05-01', 'x'), of('old', '2024-01-01', 'x')])).toEqual([
      'new repeated-in-cycle',
    ])
    expect(refused([course], [of('old', '2024-01-01', 'x'), of('new', '2024-05-01', 'x')])).toEqual([
      'new repeated-in-cycle',
    ])
    expect(
      refused([course], [of('c', '2024-01-01', 'x'), of('a', '2024-01-01', 'x'), of('b', '2024-01-01', 'x')]),
    ).toEqual(['c repeated-in-cycle', 'b repeated-in-cycle'])
  })

  it('is told in the order of the facts, with what is refused for other reasons', () => {
    expect(
      refused(
        [course, topic],
        [
          of('d', '2024-05-01', 'x', { topic: 't' }),
          of('c', '2023-01-01', 'x'),
          of('b', '2024-02-01', 'y', { topic: 't' }),
          of('a', '2024-01-01', 'x', { topic: 't' }),
        ],
      ),
    ).toEqual(['d repeated-in-cycle', 'c before-cycle', 'b repeated-topic'])
  })

  it('is another one without a name, of another name, or as a part of the same activity', () => {
    expect(refused([course], [of('a', '2024-01-01', undefined), of('b', '2024-02-01', undefined)])).toEqual([])
    expect(refused([course], [of('a', '2024-01-01', 'x'), of('b', '2024-02-01', 'y')])).toEqual([])
    expect(refused([course], [of('a', '2024-01-01', 'x'), of('b', '2024-01-01', 'x', { splitOf: 'a' })])).toEqual([])
    expect(
      refused(
        [course],
        [
          of('b', '2024-01-01', 'x', { splitOf: 's' }),
          of('c', '2024-01-01', 'x', { splitOf: 's' }),
          of('d', '2024-01-02', 'x'),
        ],
      ),
    ).toEqual(['d repeated-in-cycle'])
    expect(refused([topic], [of('a', '2024-01-01', 'x'), of('b', '2024-02-01', 'x')])).toEqual([])
  })

  it('is refused only of the kind that the rule names', () => {
    const talks: SampleRule = { ...course, kind: 'presenting' }
    const talk = { kind: 'presenting' as const }
    expect(refused([talks], [of('a', '2024-01-01', 'x'), of('b', '2024-02-01', 'x')])).toEqual([])
    expect(refused([talks], [of('a', '2024-01-01', 'x'), of('b', '2024-02-01', 'x', talk)])).toEqual([])
    expect(refused([talks], [of('a', '2024-01-01', 'x', talk), of('b', '2024-02-01', 'x', talk)])).toEqual([
      'b repeated-in-cycle',
    ])
  })

  it('leaves the credit of a card alone', () => {
    const pack = compiledSample([
      TERM,
      total('10'),
      course,
      { primitive: 'prerequisite/current', type: 'cpr', handsOn: true, credit: '1.5' },
    ])
    const facts = holding({ awards: [of('a', '2024-01-01', 'x')], cards: [card('2024-05-01', '2026-05-01')] })
    expect(evaluate(pack, facts, ASKED).counted).toBe(2500)
  })
})

describe('credit carried in', () => {
  it('serves the total and not the categories that the rule shuts to it', () => {
    const missing = (notForCodes: readonly string[], kind: Award['kind']) =>
      evaluate(
        compiledSample([
          TERM,
          total('2'),
          { primitive: 'category/minimum', codes: ['A'], min: '1' },
          { primitive: 'lifecycle/carry', max: '5', ...(notForCodes.length > 0 ? { notForCodes } : {}) },
        ]),
        holding({ awards: [award('a', '2024-01-01', 2, { kind, category: 'A' })] }),
        ASKED,
      ).missing
    expect(missing(['A'], 'carry')).toEqual(['category:A'])
    expect(missing(['B'], 'carry')).toEqual([])
    expect(missing([], 'carry')).toEqual([])
    expect(missing(['A'], 'course')).toEqual([])
  })
})

describe('what an earlier cycle consumed', () => {
  const yearly = compiledSample([{ primitive: 'term/anniversary', months: 12 }, total('10')])
  const reasons = (usedIn: string, fields: Partial<HoldingFacts>, asOf: string, knownAt = asOf) =>
    evaluate(yearly, holding({ awards: [award('a', '2024-06-01', 1, { usedIn })], ...fields }), {
      asOf: on(asOf),
      knownAt: on(knownAt),
    }).rejected.map(({ reason }) => reason)
  const first = renewed('2024-05-01', { for: 'cycle 1' })

  it('is what carries the label of one, not that of this cycle or a later one', () => {
    expect(reasons('cycle 1', { events: [first] }, '2024-07-01')).toEqual(['used-in-earlier-cycle'])
    expect(reasons('cycle 2', { events: [first] }, '2024-07-01')).toEqual([])
    expect(reasons('cycle 3', { events: [first] }, '2024-07-01')).toEqual([])
    expect(reasons('cycle 0', { events: [first] }, '2024-07-01')).toEqual(['used-in-earlier-cycle'])
    const givenYear = dated('2024-01-01', '2024-12-31', {
      awards: [award('a', '2024-02-01', 1, { usedIn: 'cycle 7' })],
    })
    expect(evaluate(compiledSample([GIVEN, total('10')]), givenYear, { asOf: on('2024-06-01') }).rejected).toEqual([
      { award: 'a', reason: 'used-in-earlier-cycle' },
    ])
    expect(reasons('my cycle 2', { events: [first] }, '2024-07-01')).toEqual(['used-in-earlier-cycle'])
  })

  it('is nothing that a renewal to come, or not yet known, will consume', () => {
    const given = compiledSample([{ ...GIVEN, months: 12 }, total('10')])
    const asked = (date: string, known: string, label: string, [asOf, knownAt]: readonly [string, string]) =>
      evaluate(
        given,
        dated('2024-01-01', '2024-12-31', {
          awards: [award('a', '2024-02-01', 1, { usedIn: '2024' })],
          events: [renewed(date, { for: label, knownOn: on(known) })],
        }),
        { asOf: on(asOf), knownAt: on(knownAt) },
      ).rejected.map(({ reason }) => reason)
    const used = ['used-in-earlier-cycle']
    expect(asked('2024-12-01', '2024-12-01', '2024', ['2024-11-30', '2024-11-30'])).toEqual([])
    expect(asked('2024-12-01', '2024-12-01', '2024', ['2024-12-01', '2024-12-01'])).toEqual(used)
    expect(asked('2024-12-01', '2024-12-05', '2024', ['2024-12-01', '2024-12-04'])).toEqual([])
    expect(asked('2024-12-01', '2024-12-05', '2024', ['2024-11-30', '2024-12-05'])).toEqual([])
    expect(asked('2024-12-01', '2024-12-05', '2023', ['2024-11-30', '2024-11-30'])).toEqual(used)
    const unknown = dated('2024-01-01', '2024-12-31', {
      awards: [award('a', '2024-02-01', 1, { usedIn: '2024' })],
      events: [{ type: 'reinstated', on: on('2024-12-01') }, renewed('2024-12-02', { for: '2024' })],
    })
    expect(evaluate(given, unknown, { asOf: on('2024-11-30') }).rejected).toEqual([])
    expect(
      evaluate(given, { ...unknown, events: unknown.events.slice(0, 1) }, { asOf: on('2024-11-30') }).rejected,
    ).toHaveLength(1)
  })

  it('is what a renewal of this credential names, and what a reinstatement names', () => {
    const used = (event: HoldingFacts['events'][number]) =>
      evaluate(yearly, holding({ awards: [award('a', '2023-06-01', 1)], events: [event] }), { asOf: on('2024-05-05') })
        .rejected[0]?.reason
    expect(used(renewed('2024-05-01', { using: ['a'] }))).toBe('used-in-earlier-cycle')
    expect(used(renewed('2024-05-01', { using: ['b'] }))).toBe('before-cycle')
    expect(used(renewed('2024-05-01', { using: ['a'], credential: 'ELSE' }))).toBeUndefined()
    expect(used({ type: 'reinstated', on: on('2024-05-01'), using: ['a'] })).toBe('used-in-earlier-cycle')
    expect(used({ type: 'audit', on: on('2024-05-01'), unproven: [] })).toBeUndefined()
  })
})
