import { withIdentity } from '@gs/db'
import { err, ok, type Result } from '@gs/domain'
import { accountById } from './accounts.ts'
import type { AuthRefusal } from './outcome.ts'
import { setPassword } from './password-resets.ts'
import { judgePassword } from './password-rules.ts'
import type { Deps, Visitor } from './ports.ts'
import { type OpenedSession, openSession, type Session } from './sessions.ts'
import { verifyPassword } from './sign-in.ts'

export interface PasswordChange {
  readonly current: string
  readonly password: string
  readonly visitor: Visitor
}

/**
 * Changes the password of who is signed in and knows the present one. Ends every session of the account, this one too,
 * and opens a new one in its place. Throws HashingBusy.
 */
export async function changePassword(
  deps: Deps,
  session: Session,
  { current, password, visitor }: PasswordChange,
): Promise<Result<OpenedSession, AuthRefusal>> {
  const { accountId, orgId, personId } = session.actor
  const own = await withIdentity(deps.database, (tx) => accountById(tx, accountId))
  if (!own) return err({ code: 'session.none' })
  const verified = await verifyPassword(deps, { email: own.email, password: current, visitor })
  if (!verified.ok) return verified.error.code === 'sign-in.refused' ? err({ code: 'password.wrong' }) : verified
  const judged = judgePassword(password, { email: own.email, words: [session.personName, session.orgName] })
  if (!judged.ok) return err({ code: judged.error })
  const hash = await deps.hasher.hash(judged.value)
  const membership = { orgId, personId }
  await setPassword(deps, { account: verified.value, membership, hash })
  return withIdentity(deps.database, async (tx) => ok(await openSession(deps, tx, { accountId, membership, visitor })))
}
