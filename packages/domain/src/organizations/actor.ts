import type { AccountId, OrgId, PersonId } from '../kernel/index.ts'
import type { Grant } from './permissions.ts'

/** Who acts: a signed-in account as a person of one organisation, with the staff roles held there. */
export interface Actor {
  readonly accountId: AccountId
  readonly sessionId: string
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly grants: readonly Grant[]
  readonly locale: 'en' | 'es'
}
