import { withIdentity } from '@gs/db'
import { err, ok, type Result } from '@gs/domain'
import { type Account, findAccount, membershipsOf, normalizeEmail } from './accounts.ts'
import type { AuthRefusal, SignedIn } from './outcome.ts'
import type { Deps, Visitor } from './ports.ts'
import { endSession, openSession } from './sessions.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly visitor: Visitor
  /** The token hash of the session that the browser had before, which must not live on. */
  readonly previous?: Buffer | undefined
}

/**
 * Verifies address and password and opens a session in the organisation used last. Unknown address, wrong password,
 * disabled account and suspended person get one answer after the same work. Throws HashingBusy.
 */
export async function signIn(deps: Deps, credentials: Credentials): Promise<Result<SignedIn, AuthRefusal>> {
  const verified = await verifyPassword(deps, credentials)
  if (!verified.ok) return verified
  const account = verified.value
  return withIdentity(deps.database, async (tx) => {
    const memberships = await membershipsOf(tx, account.id)
    if (memberships.length === 0) return err({ code: 'sign-in.refused' })
    const usable = deps.app === 'admin' ? memberships.filter((one) => one.staff) : memberships
    const membership = usable[0]
    if (!membership) return err({ code: 'sign-in.no-role' })
    if (credentials.previous) await endSession(tx, credentials.previous)
    const session = await openSession(deps, tx, { accountId: account.id, membership, visitor: credentials.visitor })
    return ok({ session, organisations: usable.length, locale: account.locale })
  })
}

/** The account of an address whose password is the given one; counts the tries. Throws HashingBusy. */
export async function verifyPassword(
  deps: Deps,
  { email, password, visitor }: Omit<Credentials, 'previous'>,
): Promise<Result<Account, AuthRefusal>> {
  const subject = normalizeEmail(email)
  const wait =
    (await deps.limits.consume('sign-in-address', visitor.address)) ??
    (await deps.limits.consume('sign-in-account', subject)) ??
    (await deps.limits.held('sign-in-hold', subject))
  if (wait !== undefined) return err({ code: 'limit.reached', retryAfter: wait })
  const account = await withIdentity(deps.database, (tx) => findAccount(tx, subject))
  const matches = await deps.hasher.verify(account?.passwordHash ?? undefined, password)
  if (!account || !matches) {
    await deps.limits.consume('sign-in-hold', subject)
    return err({ code: 'sign-in.refused' })
  }
  await deps.limits.forget('sign-in-account', subject)
  await deps.limits.forget('sign-in-hold', subject)
  return ok(account)
}
