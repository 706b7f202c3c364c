import type { OpenedSession } from './sessions.ts'

/** Why something of this package was not done; every way in answers with one of these. */
export type AuthRefusal =
  | { readonly code: 'sign-in.refused' | 'sign-in.no-role' | 'session.none' }
  | { readonly code: 'limit.reached'; readonly retryAfter: number }
  | { readonly code: 'reset.unusable' | 'invitation.unusable' | 'organisation.unknown' }
  | { readonly code: 'password.short' | 'password.long' | 'password.common' | 'password.context' | 'password.wrong' }
  | { readonly code: 'name.missing' }

export interface SignedIn {
  readonly session: OpenedSession
  /** How many organisations there are to choose from. */
  readonly organisations: number
  /** The account's language. */
  readonly locale: 'en' | 'es'
}
