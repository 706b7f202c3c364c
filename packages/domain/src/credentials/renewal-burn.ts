import { type Amount, addAmounts, calendarOf, type Day, maxAmount, subtractAmounts, ZERO } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import { allocate } from './allocate.ts'
import { type Burn, effectOf, type Finish } from './burn.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'
import { cycleOf } from './judge/cycle.ts'
import { daysOf, knownEvents } from './judge/known.ts'
import type { Standing } from './standing.ts'

/** The facts as they would be had the renewal been accepted on the day, with these awards consumed; null: no dated cycle. */
function asRenewedNow(
  pack: CompiledPack,
  facts: HoldingFacts,
  { at, using }: { readonly at: At; readonly using: readonly string[] },
): HoldingFacts | null {
  const days = daysOf(at)
  const cycle = cycleOf(pack, facts, { events: knownEvents(facts, days), asOf: days.asOf })
  if (!cycle) return null
  const label = cycle.ordinal === null ? String(calendarOf(cycle.span.to).year) : `cycle ${cycle.ordinal}`
  return {
    ...facts,
    events: [...facts.events, { type: 'renewed', on: at.asOf, for: label, using, knownOn: at.asOf }],
  }
}

/**
 * What renewing today would burn though it could serve the next cycle; null where nothing is lost. Two things can be
 * lost: awards that the next cycle would count for more than they serve now, because a renewal consumes them whole; and
 * what is begun (`begun`), where the current cycle would still take it and neither takes it after the renewal. The day
 * named is the first of the next cycle.
 */
export function renewalBurnOf(pack: CompiledPack, facts: HoldingFacts, begun: readonly Finish[], at: At): Burn | null {
  const { canRenew, nextCycle } = evaluate(pack, facts, at)
  if (canRenew !== true || !nextCycle) return null
  const allocations = allocate(pack, facts, at)
  const used = [...new Set(allocations.map(({ awardId }) => awardId))].filter((id) => id !== 'card')
  const renewed = asRenewedNow(pack, facts, { at, using: used })
  const spared = asRenewedNow(pack, facts, { at, using: [] })
  if (!renewed || !spared) return null
  const endOfNext = { asOf: nextCycle.to, knownAt: at.knownAt ?? at.asOf }
  const counted = (of: HoldingFacts): Amount => evaluate(pack, of, endOfNext).counted ?? ZERO
  // What the next cycle would count of the consumed ones, one by one: those it would not count at all cost it nothing.
  const wouldCount = subtractAmounts(counted(spared), counted(renewed))
  const refusedNext = new Set(evaluate(pack, spared, endOfNext).rejected.map(({ award }) => award))
  const shared = new Set(used.filter((id) => !refusedNext.has(id)))
  const without = { ...facts, awards: facts.awards.filter(({ id }) => !shared.has(id)) }
  const servesNow = subtractAmounts(servedBy(evaluate(pack, facts, at)), servedBy(evaluate(pack, without, at)))
  const consumed = wouldCount > 0 ? maxAmount(ZERO, subtractAmounts(wouldCount, servesNow)) : ZERO
  const lost = addAmounts(consumed, begunBurn(pack, { facts, renewed, begun, at }))
  return lost > 0 ? { lost, fullFrom: nextCycle.from } : null
}

/** What a cycle makes use of: counted, and carried into the next. */
const servedBy = ({ counted, carriedOut }: Standing): Amount => addAmounts(counted ?? ZERO, carriedOut ?? ZERO)

interface Begun {
  readonly facts: HoldingFacts
  readonly renewed: HoldingFacts
  readonly begun: readonly Finish[]
  readonly at: At
}

/** What finishing everything begun today would serve before the renewal and not after it. */
function begunBurn(pack: CompiledPack, { facts, renewed, begun, at }: Begun): Amount {
  const own = begun.flatMap((finish) => finish.awardsOn(at.asOf))
  if (own.length === 0) return ZERO
  const serves = (of: HoldingFacts, on: Day): Amount => {
    const { counts, carries } = effectOf(pack, of, own, { asOf: on, knownAt: at.knownAt })
    return addAmounts(counts, carries)
  }
  return maxAmount(ZERO, subtractAmounts(serves(facts, at.asOf), serves(renewed, at.asOf)))
}
