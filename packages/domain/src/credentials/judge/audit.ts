import { addDays, addMonths, type Day } from '../../kernel/index.ts'
import type { CompiledPack, Term } from '../../rules/engine.ts'
import type { HoldingEvent } from '../facts.ts'
import type { Cycle, Renewed } from './cycle.ts'

/** Where neither the audit nor the pack says how long, these are the usual terms. */
const USUAL_ANSWER_DAYS = 30
const USUAL_CURE_MONTHS = 12

/** An audit that was not answered in time: the cycle renewed last is judged again without the unproven credits. */
export interface OpenAudit {
  readonly unproven: ReadonlySet<string>
  /** The cycle that is judged again. */
  readonly span: Term
  /** Replacements may be earned until this day. */
  readonly cureUntil: Day
  /** The renewal that is in doubt. */
  readonly renewal: Renewed | null
}

/** The last day to answer an audit. */
export const answerBy = (pack: CompiledPack, audit: Extract<HoldingEvent, { type: 'audit' }>): Day =>
  audit.answerBy ?? addDays(audit.on, pack.rules.one('lifecycle/audit')?.answerWithinDays ?? USUAL_ANSWER_DAYS)

/** The audit that makes the holding inactive on `asOf`; null where there is none. */
export function openAudit(
  pack: CompiledPack,
  cycle: Cycle,
  { events, asOf }: { readonly events: readonly HoldingEvent[]; readonly asOf: Day },
): OpenAudit | null {
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]
    if (event?.type !== 'audit' || event.unproven.length === 0) continue
    const last = answerBy(pack, event)
    if (asOf <= last) continue
    const renewal = cycle.renewals[cycle.renewals.length - 1] ?? null
    return {
      unproven: new Set(event.unproven),
      span: (renewal && cycle.previous) ?? cycle.span,
      cureUntil: addMonths(last, pack.rules.one('lifecycle/audit')?.cureMonths ?? USUAL_CURE_MONTHS),
      renewal,
    }
  }
  return null
}
