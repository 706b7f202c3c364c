import type { Limits, Session } from '@gs/auth'
import type { Deps } from '@gs/services'

/** What a procedure gets: the ports, and the session where there is one. */
export interface ApiContext {
  readonly deps: Deps
  readonly session: Session | null
  /**
   * Hash of the session's token, where the session was not looked for: a procedure that does so in the trip of its work
   * judges by it.
   */
  readonly sessionHash?: Buffer | undefined
  readonly requestId: string
  /** Address of the caller, for rate limits. */
  readonly ip: string
  /** What is counted against too much; absent where nothing is limited. */
  readonly limits?: Limits
}
