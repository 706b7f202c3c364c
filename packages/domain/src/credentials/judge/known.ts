import type { Day } from '../../kernel/index.ts'
import type { Award } from '../../rules/index.ts'
import type { At, HoldingEvent, HoldingFacts } from '../facts.ts'

/** The two days of a question. */
export interface Days {
  readonly asOf: Day
  readonly knownAt: Day
}

export const daysOf = (at: At): Days => ({ asOf: at.asOf, knownAt: at.knownAt ?? at.asOf })

const NONE: readonly HoldingEvent[] = []

/** The events that had happened by `asOf` and were known by `knownAt`, oldest first. */
export function knownEvents(facts: HoldingFacts, { asOf, knownAt }: Days): readonly HoldingEvent[] {
  if (facts.events.length === 0) return NONE
  return facts.events
    .filter((event) => event.on <= asOf && (event.knownOn ?? event.on) <= knownAt)
    .sort((a, b) => a.on - b.on)
}

/** What was decided about an award, as known on a day. A later decision does not exist yet. */
export function decisionOn(award: Award, knownAt: Day): 'approved' | 'pending' | 'denied' | 'revoked' {
  const { approvedOn, deniedOn, revokedOn, decision } = award
  const wasApproved = decision === 'approved' || decision === 'revoked'
  const approved = approvedOn === undefined ? wasApproved : approvedOn <= knownAt
  const revoked = revokedOn === undefined ? decision === 'revoked' : revokedOn <= knownAt
  if (revoked) return 'revoked'
  const denied = deniedOn === undefined ? decision === 'denied' : deniedOn <= knownAt
  // Of a denial and an approval on appeal the later one holds; a denial without a day is the last word.
  if (denied && !(approved && deniedOn !== undefined && (approvedOn ?? knownAt) >= deniedOn)) return 'denied'
  return approved ? 'approved' : 'pending'
}
