import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, thousandths } from '../kernel/index.ts'
import type { Award, CompiledPack } from '../rules/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { compiledSample, on, type SampleRule } from '../rules/testing/sample-pack.ts'
import { firstDayCountedInFull } from './burn.ts'
import { asIfRenewed, burnOf, evaluate, type Finish, type HoldingFacts } from './index.ts'
import { askedOn, held } from './testing/arbitrary.ts'
import { award, dated, holding, renewed, TERM, total } from './testing/samples.ts'

const RUNS = runs(2000)

const own = fc.record({
  credits: fc.integer({ min: 1, max: 60 }).map((n) => thousandths(n * 250)),
  code: fc.nat(6),
  kind: fc.constantFrom<Award['kind']>('course', 'course', 'petition', 'presenting'),
  lasts: fc.option(fc.nat(700), { nil: undefined, freq: 3 }),
})

/** Something that gives the same on every day, up to the last day of its approval where it has one. */
function finishing(
  pack: CompiledPack,
  { credits, code, kind, lasts }: typeof own extends fc.Arbitrary<infer T> ? T : never,
  from: Day,
): Finish {
  const last = lasts === undefined ? undefined : addDays(from, lasts)
  return {
    awardsOn: (day) =>
      last !== undefined && day > last
        ? []
        : [
            {
              id: 'own',
              completedOn: day,
              kind,
              decision: 'approved',
              category: [...pack.codes.keys()][code] ?? null,
              credits,
              courseId: 'own',
            },
          ],
    changesOn: last === undefined ? [] : [addDays(last, 1)],
  }
}

/** What the evaluator says of one more award, from its two answers alone. */
function said(pack: CompiledPack, facts: HoldingFacts, awards: readonly Award[], day: Day) {
  const at = { asOf: day, knownAt: day }
  const before = evaluate(pack, facts, at)
  const after = evaluate(pack, { ...facts, awards: [...facts.awards, ...awards] }, at)
  const served = (of: typeof after): number =>
    (of.counted ?? 0) + (of.carriedOut ?? 0) + of.secondTotals.reduce((sum, each) => sum + each.counted, 0)
  const refused = after.rejected.some(({ award }) => award === 'own')
  return {
    wastes: after.wasted > before.wasted,
    refused,
    inFull: awards.length > 0 && after.wasted <= before.wasted && !refused && served(after) > served(before),
  }
}

describe('the save-it guard', () => {
  it('is shown where the evaluator says that something is wasted, or refused today and taken later, and nowhere else', () => {
    fc.assert(
      fc.property(held(), askedOn, own, ({ pack, facts }, asOf, more) => {
        const finish = finishing(pack, more, asOf)
        const burn = burnOf(pack, facts, finish, { asOf, knownAt: asOf })
        const today = said(pack, facts, finish.awardsOn(asOf), asOf)
        if (today.wastes) expect(burn).not.toBeNull()
        if (!today.wastes && !today.refused) expect(burn).toBeNull()
        if (burn) expect(burn.lost).toBeGreaterThan(0)
        if (burn && !today.wastes) expect(burn.fullFrom).not.toBeNull()
      }),
      RUNS,
    )
  })

  it('names the first day on which nothing is lost: every day before it loses something', () => {
    let named = 0
    fc.assert(
      fc.property(held({ events: false }), askedOn, own, ({ pack, facts: any }, asOf, more) => {
        // A first day of earning late in a cycle that overlaps the next: on its last day both would take the credits.
        const facts: HoldingFacts = { ...any, earnFrom: undefined }
        const finish = finishing(pack, more, asOf)
        const burn = burnOf(pack, facts, finish, { asOf, knownAt: asOf })
        if (!burn || burn.fullFrom === null || asOf < (facts.issuedOn ?? facts.cycleStart ?? asOf)) return
        named += 1
        // Day after day, each cycle taken as renewed on its last day.
        let current = facts
        let from = asOf
        for (let day = asOf; day <= burn.fullFrom; day = addDays(day, 1)) {
          const { expiresOn } = evaluate(pack, current, { asOf: from, knownAt: asOf })
          const next = asIfRenewed(pack, current, { asOf: from, knownAt: asOf })
          if (
            day > asOf &&
            expiresOn !== null &&
            day > expiresOn &&
            next?.cycleStart !== undefined &&
            day >= next.cycleStart
          ) {
            current = next
            from = day
          }
          expect([day, said(pack, current, finish.awardsOn(day), day).inFull]).toEqual([day, day === burn.fullFrom])
        }
      }),
      RUNS,
    )
    expect(named).toBeGreaterThanOrEqual(Math.floor(RUNS.numRuns / 100))
  })
})

/** Something that gives the same credits on every day. */
const giving = (amount: number, fields: Partial<Award> = {}, changesOn: readonly string[] = []): Finish => ({
  awardsOn: (day) => [award('own', '2024-01-01', amount, { ...fields, completedOn: day })],
  changesOn: changesOn.map(on),
})
const NOTHING: Finish = { awardsOn: () => [], changesOn: [] }

describe('the save-it guard by hand', () => {
  const pack = compiledSample([TERM, total('10')])
  const nine = holding({ awards: [award('a', '2024-01-01', 9)] })
  const at = { asOf: on('2024-06-01') }

  it('names what is over, and the first day of the next cycle', () => {
    expect(burnOf(pack, nine, giving(3), at)).toEqual({ lost: 2000, fullFrom: on('2025-05-11') })
    expect(burnOf(pack, nine, giving(1), at)).toBeNull()
    expect(burnOf(pack, nine, NOTHING, at)).toBeNull()
    expect(firstDayCountedInFull(pack, nine, NOTHING, at)).toBeNull()
  })

  it('names what is over though no cycle takes all of it', () => {
    expect(burnOf(pack, holding(), giving(11), at)).toEqual({ lost: 1000, fullFrom: null })
    const forever = compiledSample([{ primitive: 'term/none' }])
    expect(burnOf(forever, holding(), giving(3), at)).toEqual({ lost: 3000, fullFrom: null })
  })

  it('names what is refused today and taken later, and is silent about what is never taken', () => {
    const approved = (from: string) => ({ providerApproval: { from: on(from), to: on('2030-01-01') } })
    // The day of approval is no boundary of the rules: what is finished names it, with days that are past or today.
    const changes = ['2023-01-01', '2024-06-01', '2024-07-01', '2024-09-01']
    expect(burnOf(pack, nine, giving(1, approved('2024-07-01'), changes), at)).toEqual({
      lost: 1000,
      fullFrom: on('2024-07-01'),
    })
    // Where it names none, the next boundary of the rules is the day on which the cycle is due soon.
    expect(burnOf(pack, nine, giving(1, approved('2024-07-01')), at)).toEqual({
      lost: 1000,
      fullFrom: on('2025-02-09'),
    })
    expect(burnOf(pack, nine, giving(1, approved('2025-05-10'), ['2025-05-10']), at)).toEqual({
      lost: 1000,
      fullFrom: on('2025-05-10'),
    })
    expect(burnOf(pack, nine, giving(3, approved('2024-07-01'), changes), at)).toEqual({
      lost: 3000,
      fullFrom: on('2025-05-11'),
    })
    expect(burnOf(pack, nine, giving(1, { onlyFor: ['elsewhere'] }), at)).toBeNull()
  })

  it('adds what is refused to what is over', () => {
    const both: Finish = {
      awardsOn: (day) => [
        award('own', '2024-01-01', 3, { completedOn: day }),
        award('more', '2024-01-01', 2, {
          completedOn: day,
          providerApproval: { from: on('2025-05-11'), to: on('2030-01-01') },
        }),
      ],
      changesOn: [],
    }
    expect(burnOf(pack, nine, both, at)).toEqual({ lost: 4000, fullFrom: on('2025-05-11') })
    const never: Finish = {
      ...both,
      awardsOn: (day) => [
        award('own', '2024-01-01', 3, { completedOn: day }),
        award('more', '2024-01-01', 2, { completedOn: day, onlyFor: ['elsewhere'] }),
      ],
    }
    expect(burnOf(pack, nine, never, at)).toEqual({ lost: 2000, fullFrom: null })
  })

  it('burns nothing that is carried', () => {
    const carrying = compiledSample([TERM, total('10'), { primitive: 'lifecycle/carry', max: '5' }])
    const full = holding({ awards: [award('a', '2024-01-01', 10)] })
    expect(burnOf(carrying, full, giving(3), at)).toBeNull()
    expect(firstDayCountedInFull(carrying, full, giving(3), at)).toBe(on('2024-06-01'))
    expect(burnOf(carrying, full, giving(6), at)).toEqual({ lost: 1000, fullFrom: on('2025-05-11') })
  })

  it('counts what is known by then', () => {
    const later = holding({ awards: [award('a', '2024-01-01', 9, { knownOn: on('2024-08-01') })] })
    expect(burnOf(pack, later, giving(3), { ...at, knownAt: on('2024-08-01') })).toEqual({
      lost: 2000,
      fullFrom: on('2025-05-11'),
    })
    expect(burnOf(pack, later, giving(3), { ...at, knownAt: on('2024-07-31') })).toBeNull()
    const renewedEarly = { ...nine, events: [renewed('2024-05-01', { for: 'cycle 1', knownOn: on('2024-08-01') })] }
    // Renewed a year early: what is finished today belongs to no cycle that is open.
    expect(burnOf(pack, renewedEarly, giving(3), { ...at, knownAt: on('2024-08-01') })).toEqual({
      lost: 3000,
      fullFrom: on('2025-05-11'),
    })
    expect(burnOf(pack, renewedEarly, giving(3), at)?.lost).toBe(2000)
  })

  it('keeps nothing for a cycle that cannot come', () => {
    const given = compiledSample([{ primitive: 'term/given', months: 12 }, total('10')])
    const facts = dated('2024-01-01', '2024-12-31', { awards: [award('a', '2024-02-01', 9)] })
    expect(burnOf(given, facts, giving(3), { asOf: on('2024-12-31') })).toEqual({
      lost: 2000,
      fullFrom: on('2025-01-01'),
    })
    expect(burnOf(given, facts, giving(3), { asOf: on('2025-01-01') })).toBeNull()
  })

  it('looks into five coming cycles', () => {
    const yearly = (generous: number) =>
      compiledSample([
        { primitive: 'term/anniversary', months: 12 },
        {
          primitive: 'requirement/by-renewal',
          rows: Array.from({ length: 8 }, (_, i) => ({ renewal: i + 1, amount: i + 1 === generous ? '9' : '2' })),
        } satisfies SampleRule,
      ])
    expect(firstDayCountedInFull(yearly(6), holding(), giving(5), { asOf: on('2023-06-01') })).toBe(on('2028-05-11'))
    expect(firstDayCountedInFull(yearly(7), holding(), giving(5), { asOf: on('2023-06-01') })).toBeNull()
  })
})
