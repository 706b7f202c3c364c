/** How a holding stands; `pending` before its first day, `n/a` for a pure calculation. */
export type StandingStatus =
  | 'pending'
  | 'active'
  | 'due_soon'
  | 'grace'
  | 'late'
  | 'suspended'
  | 'inactive'
  | 'extended'
  | 'lapsed'
  | 'permanent'
  | 'n/a'

/** Why an award was refused outright; it is then not part of what is wasted. */
export type RejectionReason =
  | 'before-cycle'
  | 'earned-after-earning-deadline'
  | 'outside-sliding-window'
  | 'petition-pending'
  | 'petition-denied'
  | 'petition-filed-too-late'
  | 'provider-not-approved-on-date'
  | 'repeated-in-cycle'
  | 'repeated-topic'
  | 'revoked'
  | 'used-in-earlier-cycle'
  | 'not-for-this-credential'
  | 'pending'
  | 'denied'

/**
 * What still blocks renewal: `credits`, `category:CODE`, `categories:2`, `subperiod:PERIOD`, `annual:YEAR:DUTY`,
 * `renewal-window`, `submission-window`, `audit`, a card's type (`cpr-aed`) or `type:detail`;
 * `:incurable` at the end where it can no longer be repaired.
 */
export type MissingCode = string

/** A missing code taken apart, for people's words. */
export interface MissingPart {
  readonly kind:
    | 'credits'
    | 'category'
    | 'categories'
    | 'subperiod'
    | 'annual'
    | 'renewal-window'
    | 'submission-window'
    | 'audit'
    | 'card'
  /** The category code, period, `YEAR:DUTY`, number of categories, or card type. */
  readonly subject: string
  /** For cards: `hands-on`, `age`, `gap`. */
  readonly detail: string | null
  readonly incurable: boolean
}

const PLAIN = ['credits', 'renewal-window', 'submission-window', 'audit'] as const
const PREFIXED = ['category', 'categories', 'subperiod', 'annual'] as const
const INCURABLE = ':incurable'

/** Takes a missing code apart. Every string has a reading: what is no other kind is a card. */
export function readMissing(code: MissingCode): MissingPart {
  const incurable = code.endsWith(INCURABLE)
  const bare = incurable ? code.slice(0, -INCURABLE.length) : code
  for (const kind of PLAIN) if (bare === kind) return { kind, subject: kind, detail: null, incurable }
  const colon = bare.indexOf(':')
  const head = colon < 0 ? bare : bare.slice(0, colon)
  const rest = colon < 0 ? null : bare.slice(colon + 1)
  for (const kind of PREFIXED) if (head === kind) return { kind, subject: rest ?? '', detail: null, incurable }
  return { kind: 'card', subject: head, detail: rest, incurable }
}
