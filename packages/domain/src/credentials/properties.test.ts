import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, thousandths } from '../kernel/index.ts'
import { type Award, type CompiledPack, parsePack } from '../rules/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { allocate, creditsOf, evaluate, explain, type HoldingFacts, type Standing, smallestChange } from './index.ts'
import { askedOn, held, PACKS } from './testing/arbitrary.ts'

const RUNS = runs(10_000)

const byAward = (standing: Standing): Standing => ({
  ...standing,
  rejected: [...standing.rejected].sort((a, b) => (a.award < b.award ? -1 : 1)),
})

/** The credits of an award in the pack's unit. */
const worth = (pack: CompiledPack, award: Award): number => creditsOf(pack, award)

describe('a standing', () => {
  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(held(), askedOn, fc.infiniteStream(fc.nat()), ({ pack, facts }, asOf, random) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each)
        const mixed: HoldingFacts = { ...facts, awards: shuffle(facts.awards), cards: shuffle(facts.cards) }
        expect(byAward(evaluate(pack, mixed, { asOf }))).toEqual(byAward(evaluate(pack, facts, { asOf })))
      }),
      RUNS,
    )
  })

  it('never counts less for one more approved award', () => {
    fc.assert(
      fc.property(
        held({ but: (pack) => pack.awards.repeats.length > 0 }),
        askedOn,
        fc.record({ back: fc.nat(900), credits: fc.nat(60), code: fc.nat(5) }),
        ({ pack, facts }, asOf, more) => {
          const codes = [...pack.codes.keys()]
          const extra: Award = {
            id: 'extra',
            completedOn: addDays(asOf, -more.back),
            kind: 'course',
            decision: 'approved',
            category: codes[more.code] ?? null,
            credits: thousandths(more.credits * 250),
          }
          const before = evaluate(pack, facts, { asOf })
          const after = evaluate(pack, { ...facts, awards: [...facts.awards, extra] }, { asOf })
          expect(after.counted ?? 0).toBeGreaterThanOrEqual(before.counted ?? 0)
          expect(after.needed ?? 0).toBeLessThanOrEqual(before.needed ?? 0)
        },
      ),
      RUNS,
    )
  })

  it('loses no credit: all that was known is counted, wasted, carried, in another total or refused', () => {
    fc.assert(
      fc.property(held(), askedOn, ({ pack, facts }, asOf) => {
        const standing = evaluate(pack, facts, { asOf })
        const cards = pack.cards.reduce(
          (sum, { rule, credit }) =>
            sum +
            (standing.missing.some((code) => code === rule.type || code.startsWith(`${rule.type}:`)) ? 0 : credit),
          0,
        )
        fc.pre(standing.status !== 'inactive' && standing.cycle !== null)
        const known = facts.awards.filter((each) => each.completedOn <= asOf && (each.knownOn ?? asOf) <= asOf)
        const sum = (ids: readonly string[]) =>
          known.filter((each) => ids.includes(each.id)).reduce((all, each) => all + worth(pack, each), 0)
        const all = sum(known.map((each) => each.id)) + cards
        const refused = sum(standing.rejected.map((each) => each.award))
        const second = standing.secondTotals.reduce((total, each) => total + each.counted, 0)
        expect((standing.counted ?? 0) + standing.wasted + (standing.carriedOut ?? 0) + second + refused).toBe(all)
        expect(standing.wasted).toBeGreaterThanOrEqual(0)
        expect(standing.counted ?? 0).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('uses no credit twice: what an earlier renewal consumed is refused', () => {
    fc.assert(
      fc.property(held(), askedOn, ({ pack, facts }, asOf) => {
        const standing = evaluate(pack, facts, { asOf })
        fc.pre(standing.status !== 'inactive' && standing.cycle !== null)
        const used = new Set(
          facts.events.flatMap((event) =>
            event.type === 'renewed' && event.on <= asOf && (event.knownOn ?? event.on) <= asOf
              ? (event.using ?? [])
              : [],
          ),
        )
        const allocated = new Set(allocate(pack, facts, { asOf }).map((each) => each.awardId))
        for (const id of used) expect(allocated.has(id)).toBe(false)
      }),
      RUNS,
    )
  })

  it('changes only on the days it names', () => {
    const constant = (standing: Standing) => {
      const { nextChangeOn: _, prerequisiteGap, ...rest } = standing
      return { ...rest, gapFrom: prerequisiteGap?.from }
    }
    fc.assert(
      fc.property(held(), askedOn, fc.nat(400), ({ pack, facts }, asOf, later) => {
        const now = evaluate(pack, facts, { asOf })
        const end = now.nextChangeOn ?? addDays(asOf, 2000)
        const between = Math.min(asOf + later, end - 1) as Day
        expect(constant(evaluate(pack, facts, { asOf: between }))).toEqual(constant(now))
      }),
      RUNS,
    )
  })

  it('as known on a day is the standing of the history cut on that day', () => {
    fc.assert(
      fc.property(held(), askedOn, askedOn, ({ pack, facts }, asOf, knownAt) => {
        const until = (day: Day | undefined) => (day !== undefined && day <= knownAt ? day : undefined)
        const cut: HoldingFacts = {
          ...facts,
          awards: facts.awards
            .filter((award) => (award.knownOn ?? award.completedOn) <= knownAt)
            .map((award): Award => {
              const dates = {
                approvedOn: until(award.approvedOn),
                deniedOn: until(award.deniedOn),
                revokedOn: until(award.revokedOn),
              }
              return { ...award, ...dates, decision: decidedBy(award, knownAt) }
            }),
          events: facts.events.filter((event) => (event.knownOn ?? event.on) <= knownAt),
          cards: facts.cards.filter((card) => (card.knownOn ?? card.issuedOn) <= knownAt),
        }
        const { nextChangeOn: _a, ...then } = evaluate(pack, facts, { asOf, knownAt })
        const { nextChangeOn: _b, ...now } = evaluate(pack, cut, { asOf, knownAt })
        expect(now).toEqual(then)
      }),
      RUNS,
    )
  })

  it('is renewable after the smallest change, and no smaller one is named', () => {
    fc.assert(
      fc.property(held(), askedOn, ({ pack, facts }, asOf) => {
        const standing = evaluate(pack, facts, { asOf })
        const change = smallestChange(pack, facts, { asOf })
        if (standing.canRenew !== false || standing.missing.length === 0) expect(change).toBeNull()
        if (!change) return
        const credits = change.credits.reduce((sum, each) => sum + each.amount, 0)
        const second = standing.secondTotals.reduce((sum, each) => sum + each.needed, 0)
        if (
          change.cards.length === 0 &&
          change.waitUntil === null &&
          !standing.missing.some((code) => code.startsWith('categories'))
        )
          expect(credits).toBe((standing.needed ?? 0) + second)
        expect(change.words.en.length * change.words.es.length).toBeGreaterThan(0)
      }),
      runs(2_000),
    )
  })

  it('is explained in both languages, with a source on every line', () => {
    fc.assert(
      fc.property(held(), askedOn, ({ pack, facts }, asOf) => {
        const lines = explain(pack, facts, { asOf })
        expect(lines.length).toBeGreaterThan(0)
        for (const line of lines) for (const text of [line.text, line.textEs, line.source]) expect(text).not.toBe('')
        for (const line of lines) expect(`${line.text}${line.textEs}`).not.toMatch(/undefined|NaN|null/)
      }),
      runs(2_000),
    )
  })
})

/** What was decided by a day, said without the decisions that came later. */
function decidedBy(award: Award, day: Day): Award['decision'] {
  const later = (date: Day | undefined) => date !== undefined && date > day
  switch (award.decision) {
    case 'revoked':
      if (!later(award.revokedOn)) return 'revoked'
      return later(award.approvedOn) ? 'pending' : 'approved'
    case 'approved':
      return later(award.approvedOn) ? 'pending' : 'approved'
    case 'denied':
      return later(award.deniedOn) ? 'pending' : 'denied'
    case 'pending':
      return 'pending'
  }
}

describe('an allocation', () => {
  it('sums to what counts and carries, and takes no more of an award than there is', () => {
    fc.assert(
      fc.property(held(), askedOn, ({ pack, facts }, asOf) => {
        const standing = evaluate(pack, facts, { asOf })
        fc.pre(standing.counted !== null && standing.cycle !== null)
        const parts = allocate(pack, facts, { asOf })
        const total = (test: (requirement: string) => boolean) =>
          parts.filter((part) => test(part.requirement)).reduce((sum, part) => sum + part.amount, 0)
        expect(total((each) => each !== 'carry' && !each.startsWith('second:'))).toBe(standing.counted)
        expect(total((each) => each === 'carry')).toBe(standing.carriedOut ?? 0)
        expect(total((each) => each.startsWith('second:'))).toBe(
          standing.secondTotals.reduce((sum, each) => sum + each.counted, 0),
        )
        for (const award of facts.awards) {
          const taken = parts.filter((part) => part.awardId === award.id).reduce((sum, part) => sum + part.amount, 0)
          expect(taken).toBeLessThanOrEqual(worth(pack, award))
        }
      }),
      runs(5_000),
    )
  })
})

describe('a pack', () => {
  it('is the same after writing and reading', () => {
    for (const { pack } of PACKS) expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack })
  })
})
