import { withIdentity } from '@gs/db'
import { err, ok, type Result } from '@gs/domain'
import { membershipsOf } from './accounts.ts'
import type { AuthRefusal } from './outcome.ts'
import type { Deps, Visitor } from './ports.ts'
import { type OpenedSession, openSession, type Session } from './sessions.ts'

/**
 * Re-issues a session for another organisation of the same account: a new token, the old session ended, its last hour kept.
 * Refuses with `organisation.unknown` where the account is no active person, or, in the console, holds no role.
 */
export async function switchOrganisation(
  deps: Deps,
  session: Session,
  { orgId, visitor }: { readonly orgId: string; readonly visitor: Visitor },
): Promise<Result<OpenedSession, AuthRefusal>> {
  const { accountId, sessionId } = session.actor
  return withIdentity(deps.database, async (tx) => {
    const membership = (await membershipsOf(tx, accountId)).find((one) => one.orgId === orgId)
    if (!membership || (deps.app === 'admin' && !membership.staff)) return err({ code: 'organisation.unknown' })
    return ok(await openSession(deps, tx, { accountId, membership, visitor, from: sessionId }))
  })
}
