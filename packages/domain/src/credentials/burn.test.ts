import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, thousandths } from '../kernel/index.ts'
import type { Award, CompiledPack } from '../rules/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { asIfRenewed, burnOf, evaluate, type Finish, type HoldingFacts } from './index.ts'
import { askedOn, held } from './testing/arbitrary.ts'

const RUNS = runs(2000)
const LONG = 60_000

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
  it(
    'is shown where the evaluator says that something is wasted, or refused today and taken later, and nowhere else',
    () => {
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
    },
    LONG,
  )

  it(
    'names the first day on which nothing is lost: every day before it loses something',
    () => {
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
    },
    LONG,
  )
})
