import { type Amount, addAmounts, addDays, type Day, maxDay, minDay, subtractAmounts, ZERO } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import type { Award } from '../rules/index.ts'
import { asIfRenewed } from './as-if-renewed.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'
import { creditsOf } from './judge/credits.ts'
import type { Standing } from './standing.ts'

/** Something that could be finished. */
export interface Finish {
  /** The awards that finishing it on a day would give; none where nothing is given on that day. */
  readonly awardsOn: (day: Day) => readonly Award[]
  /** Days from which on it gives something else, beside those that the rules know. */
  readonly changesOn: readonly Day[]
}

/** What awards add to the figures of a holding, in thousandths of its unit: the difference of two evaluations. */
export interface Effect {
  readonly counts: Amount
  readonly wastes: Amount
  readonly carries: Amount
  /** Credits of those that the rules refuse outright. */
  readonly refused: Amount
  readonly after: Standing
  readonly before: Standing
}

/** What more awards would change for a holding on a day. */
export function effectOf(pack: CompiledPack, facts: HoldingFacts, own: readonly Award[], at: At): Effect {
  const before = evaluate(pack, facts, at)
  const after = evaluate(pack, { ...facts, awards: [...facts.awards, ...own] }, at)
  const gain = (figure: (standing: Standing) => Amount): Amount => subtractAmounts(figure(after), figure(before))
  const refused = new Set(after.rejected.map(({ award }) => award))
  return {
    counts: gain((standing) =>
      standing.secondTotals.reduce((sum, each) => addAmounts(sum, each.counted), standing.counted ?? ZERO),
    ),
    wastes: gain((standing) => standing.wasted),
    carries: gain((standing) => standing.carriedOut ?? ZERO),
    refused: own
      .filter((award) => refused.has(award.id))
      .reduce((sum, award) => addAmounts(sum, creditsOf(pack, award) as Amount), ZERO),
    after,
    before,
  }
}

/** Credits that an action would burn although they could serve later. */
export interface Burn {
  readonly lost: Amount
  /** The first day on which nothing of it would be lost; null where none is known. */
  readonly fullFrom: Day | null
}

/**
 * The save-it guard: what finishing something today would burn for a holding; null where nothing is lost. Lost is what
 * would be wasted, and what the rules would refuse today and take in full on a later day.
 */
export function burnOf(pack: CompiledPack, facts: HoldingFacts, finish: Finish, at: At): Burn | null {
  const own = finish.awardsOn(at.asOf)
  if (own.length === 0) return null
  const { wastes, refused } = effectOf(pack, facts, own, at)
  if (wastes <= 0 && refused === 0) return null
  const fullFrom = firstDayCountedInFull(pack, facts, finish, at)
  const later = fullFrom === null ? ZERO : refused
  const lost = addAmounts(wastes > 0 ? wastes : ZERO, later)
  return lost > 0 ? { lost, fullFrom } : null
}

/** Whether finishing it on `day` would lose nothing and serve something, under facts whose cycle holds that day. */
export function countsInFull(
  pack: CompiledPack,
  facts: HoldingFacts,
  finish: Finish,
  { day, at }: { readonly day: Day; readonly at: At },
): boolean {
  const own = finish.awardsOn(day)
  if (own.length === 0) return false
  const then = { asOf: day, knownAt: maxDay(at.knownAt ?? day, day) }
  const { counts, wastes, carries, refused } = effectOf(pack, facts, own, then)
  return wastes <= 0 && refused === 0 && counts + carries > 0
}

const COMING_CYCLES = 5
/** Days looked at in one cycle: more boundaries than any pack has. */
const LOOKED_AT = 40

/**
 * The first day, from `at.asOf` on and in this or one of the coming cycles, on which finishing it would lose nothing;
 * null: none. Cycles before the one of that day are taken as renewed on their last day.
 */
export function firstDayCountedInFull(pack: CompiledPack, facts: HoldingFacts, finish: Finish, at: At): Day | null {
  let current = facts
  let from = at.asOf
  for (let n = 0; n <= COMING_CYCLES; n++) {
    const { status, expiresOn } = evaluate(pack, current, { asOf: from, knownAt: knownBy(at, from) })
    for (const day of boundariesOf(pack, current, { finish, from, last: maxDay(from, expiresOn ?? from), at }))
      if (countsInFull(pack, current, finish, { day, at })) return day
    // A cycle that can be renewed no more has no next one to keep anything for.
    if (status === 'lapsed') return null
    const next = asIfRenewed(pack, current, { asOf: from, knownAt: at.knownAt })
    if (next?.cycleStart === undefined) return null
    // Today is spent: in a late window the next cycle is open from the renewal on, tomorrow at the earliest.
    from = maxDay(next.cycleStart, addDays(at.asOf, 1))
    current = next
  }
  return null
}

const knownBy = (at: At, day: Day): Day => maxDay(at.knownAt ?? day, day)

interface Span {
  readonly finish: Finish
  readonly from: Day
  readonly last: Day
  readonly at: At
}

/** The days of a cycle on which the answer may change: its first, and every boundary that the evaluator names. */
function boundariesOf(pack: CompiledPack, facts: HoldingFacts, { finish, from, last, at }: Span): readonly Day[] {
  const days: Day[] = []
  let day: Day | null = from
  while (day !== null && day <= last && days.length < LOOKED_AT) {
    days.push(day)
    const then: At = { asOf: day, knownAt: knownBy(at, day) }
    const own = finish.awardsOn(day)
    const changes: readonly Day[] = [
      evaluate(pack, facts, then).nextChangeOn,
      evaluate(pack, { ...facts, awards: [...facts.awards, ...own] }, then).nextChangeOn,
      ...finish.changesOn,
    ].filter((change): change is Day => change !== null && change > then.asOf)
    day = changes.length === 0 ? null : changes.reduce(minDay)
  }
  return days
}
