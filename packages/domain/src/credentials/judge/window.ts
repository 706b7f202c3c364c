import { addMonths, type Day, maxDay } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import type { Award } from '../../rules/index.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'
import type { Window } from './admit.ts'
import type { OpenAudit } from './audit.ts'
import type { Cycle, Renewed } from './cycle.ts'
import type { Days } from './known.ts'
import { earnUntil } from './phase.ts'

/** From when on credits count: the cycle's first day, a later one stated for the holder, or one that lateness moved. */
function earnFrom(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle): Day | null {
  let from = cycle.span.from
  const later = (day: Day) => {
    from = from === null ? day : maxDay(from, day)
  }
  if (facts.earnFrom !== undefined) later(facts.earnFrom)
  const rule = pack.lateReporter
  if (rule && cycle.renewals.some((event) => event.late === true && isBefore(event, cycle))) later(rule.earnFrom)
  return from
}

const isBefore = (event: Renewed, cycle: Cycle): boolean => event.on <= cycle.span.to

const CYCLE = /^cycle (\d+)$/

/** Says of an award whether an earlier cycle consumed it: by the renewals, or by the label that it carries. */
function consumption(
  facts: HoldingFacts,
  cycle: Cycle,
  { events, audit, days }: { events: readonly HoldingEvent[]; audit: OpenAudit | null; days: Days },
): (award: Award) => boolean {
  const used = new Set<string>()
  for (const event of events)
    if (
      event.type !== 'audit' &&
      event !== audit?.renewal &&
      (event.type === 'reinstated' || isOwnRenewal(cycle, event))
    )
      for (const id of event.using ?? []) used.add(id)
  return (award) => {
    if (used.has(award.id)) return true
    if (award.usedIn === undefined) return false
    if (audit) return false
    const label = award.usedIn
    const number = Number(CYCLE.exec(label)?.[1] ?? 0)
    if (number > 0 && cycle.ordinal !== null && number >= cycle.ordinal) return false
    // A renewal that is still to come has consumed nothing yet.
    return !facts.events.some(
      (event) =>
        event.type === 'renewed' &&
        event.for === label &&
        (event.on > days.asOf || (event.knownOn ?? event.on) > days.knownAt),
    )
  }
}

const isOwnRenewal = (cycle: Cycle, event: HoldingEvent): boolean =>
  event.type === 'renewed' && cycle.renewals.includes(event)

/** The window of the cycle that is judged: the current one, or under an unanswered audit the one renewed last. */
export function windowOf(
  pack: CompiledPack,
  facts: HoldingFacts,
  context: {
    readonly cycle: Cycle
    readonly audit: OpenAudit | null
    readonly events: readonly HoldingEvent[]
    readonly days: Days
  },
): Window {
  const { cycle, audit, days } = context
  const judged: Cycle = audit ? { ...cycle, span: audit.span, reinstatedOn: null } : cycle
  const until = earnUntil(pack, audit ? { ...facts, extendedTo: undefined } : facts, judged)
  return {
    from: audit ? judged.span.from : earnFrom(pack, facts, judged),
    until: audit ? maxDay(until, audit.cureUntil) : pack.sliding ? maxDay(until, days.asOf) : until,
    slidingAfter: pack.sliding ? addMonths(days.asOf, -pack.sliding.months) : null,
    isUsed: consumption(facts, cycle, context),
    unproven: audit ? audit.unproven : null,
  }
}
