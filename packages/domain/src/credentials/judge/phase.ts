import { addDays, addMonths, type Day, daysBetween, minDay } from '../../kernel/index.ts'
import { type CompiledPack, type LateWindow, lastDayOf, NEVER } from '../../rules/engine.ts'
import type { StandingStatus } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Cycle } from './cycle.ts'

/** Due soon from this many days before the last one: a choice of this product, no body's rule. */
export const DUE_SOON_DAYS = 90

/** Where a day lies in the life of a cycle. */
export interface Phase {
  readonly status: StandingStatus
  readonly inForce: boolean | null
  /** The late window in which the day lies. */
  readonly window: LateWindow | null
}

/** The last day of an individual extension, no later than the body grants; null where there is none. */
export function extendedTo(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle): Day | null {
  if (facts.extendedTo === undefined || facts.extendedTo <= cycle.span.to) return null
  const rule = pack.rules.one('lifecycle/extension')
  return rule ? minDay(facts.extendedTo, addMonths(cycle.span.to, rule.maxMonths)) : facts.extendedTo
}

/** The phase of a dated cycle on a day. */
export function phaseOf(
  pack: CompiledPack,
  { facts, cycle, asOf }: { readonly facts: HoldingFacts; readonly cycle: Cycle; readonly asOf: Day },
): Phase {
  const last = cycle.span.to
  if (facts.issuedOn !== undefined && asOf < facts.issuedOn) return { status: 'pending', inForce: false, window: null }
  if (asOf <= last)
    return { status: daysBetween(asOf, last) <= DUE_SOON_DAYS ? 'due_soon' : 'active', inForce: true, window: null }
  const extended = extendedTo(pack, facts, cycle)
  if (extended !== null && asOf <= extended) return { status: 'extended', inForce: true, window: null }
  for (const window of pack.late)
    if (asOf <= lastDayOf(window.rule.until, last))
      return { status: window.rule.status, inForce: window.rule.inForce, window }
  return { status: 'lapsed', inForce: false, window: null }
}

/** The last day on which credits can be earned; `NEVER` where there is none. */
export function earnUntil(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle): Day {
  const usual = pack.earning ? lastDayOf(pack.earning.until, cycle.span.to) : cycle.span.to
  const extended = extendedTo(pack, facts, cycle)
  return extended !== null && extended > usual ? extended : usual
}

/** The last day on which a renewal is accepted; `NEVER` where there is none. */
export function fileUntil(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle): Day {
  if (pack.sliding) return NEVER
  let last: Day = extendedTo(pack, facts, cycle) ?? cycle.span.to
  for (const window of pack.late) {
    const until = lastDayOf(window.rule.until, cycle.span.to)
    if (until > last) last = until
  }
  return last
}

/** The first day on which a renewal is accepted; null where it always is. */
export const fileFrom = (pack: CompiledPack, cycle: Cycle): Day | null =>
  pack.filingOpens ? addDays(cycle.span.to, -pack.filingOpens.daysBeforeExpiry) : null
