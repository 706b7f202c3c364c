import { asIdentity, withCommand, withIdentity } from '@gs/db'
import { err, type OrgId, ok, type PersonId, type Result } from '@gs/domain'
import {
  type Account,
  accountById,
  findAccount,
  type Membership,
  membershipsOf,
  normalizeEmail,
  setPasswordHash,
} from './accounts.ts'
import type { AuthRefusal } from './outcome.ts'
import { judgePassword } from './password-rules.ts'
import type { Deps, Visitor } from './ports.ts'
import { endAllSessions } from './sessions.ts'
import { hashToken } from './tokens.ts'

export const RESET_MINUTES = 60

/**
 * Sends a reset link to an address that has an account, and nothing to another; the answer is the same for both.
 * The mail is owed in the transaction that keeps the token's hash.
 */
export async function requestReset(
  deps: Deps,
  { email, visitor }: { readonly email: string; readonly visitor: Visitor },
): Promise<Result<true, AuthRefusal>> {
  const wait =
    (await deps.limits.consume('anonymous', visitor.address)) ??
    (await deps.limits.consume('reset-account', normalizeEmail(email)))
  if (wait !== undefined) return err({ code: 'limit.reached', retryAfter: wait })
  const found = await withIdentity(deps.database, async (tx) => {
    const account = await findAccount(tx, email)
    const membership = account && (await membershipsOf(tx, account.id))[0]
    return membership && { account, membership }
  })
  if (found) await oweReset(deps, found.account, found.membership)
  return ok(true)
}

async function oweReset(deps: Deps, account: Account, { orgId, personId }: Membership): Promise<void> {
  const token = deps.ids.secret()
  const event = deps.ids.next()
  const command = {
    name: 'auth.request-reset',
    orgId: orgId as OrgId,
    reach: '*',
    key: event,
    body: { accountId: account.id },
    knownOn: deps.clock.today(),
  } as const
  await withCommand(deps.database, command, async ({ tx, audit }) => {
    await asIdentity(tx, () =>
      tx.client.query(
        `insert into identity.password_resets (token_hash, account_id, expires_at)
         values ($1, $2, now() + make_interval(mins => $3))`,
        [hashToken(token), account.id, RESET_MINUTES],
      ),
    )
    await deps.queue.enqueue(tx, {
      name: 'mail',
      key: `password-reset:${event}`,
      data: {
        orgId,
        template: 'password-reset',
        event,
        to: { personId },
        data: { app: deps.app, path: `/reset-password?token=${token}`, minutes: RESET_MINUTES },
      },
    })
    audit(personEvent(deps, 'password-reset.requested', personId))
    return {}
  })
}

/**
 * Sets a new password by a reset token: once, within its hour. Ends every session of the account and lifts a hold.
 * The token is spent only where the new password is accepted. Throws HashingBusy.
 */
export async function resetPassword(
  deps: Deps,
  { token, password, visitor }: { readonly token: string; readonly password: string; readonly visitor: Visitor },
): Promise<Result<true, AuthRefusal>> {
  const wait = await deps.limits.consume('anonymous', visitor.address)
  if (wait !== undefined) return err({ code: 'limit.reached', retryAfter: wait })
  const tokenHash = hashToken(token)
  const found = await withIdentity(deps.database, async (tx) => {
    const { rows } = await tx.client.query<{ account_id: string }>(
      'select account_id from identity.password_resets where token_hash = $1 and used_at is null and expires_at > now()',
      [tokenHash],
    )
    const account = rows[0] && (await accountById(tx, rows[0].account_id))
    const memberships = account ? await membershipsOf(tx, account.id) : []
    return account && memberships[0] && { account, memberships, membership: memberships[0] }
  })
  if (!found) return err({ code: 'reset.unusable' })
  const { account, membership } = found
  const words = found.memberships.flatMap((one) => [one.orgName, one.personName])
  const judged = judgePassword(password, { email: account.email, words })
  if (!judged.ok) return err({ code: judged.error })
  const hash = await deps.hasher.hash(judged.value)
  const spent = await setPassword(deps, { account, membership, hash, spend: tokenHash })
  if (!spent) return err({ code: 'reset.unusable' })
  await deps.limits.forget('sign-in-hold', account.email)
  await deps.limits.forget('sign-in-account', account.email)
  return ok(true)
}

interface NewPassword {
  readonly account: Account
  readonly membership: Pick<Membership, 'orgId' | 'personId'>
  readonly hash: string
  /** The hash of the reset token that pays for it, where one does. */
  readonly spend?: Buffer
}

/** Writes a new password, spends every open reset of the account, ends its sessions and owes the notice of it. */
export async function setPassword(deps: Deps, { account, membership, hash, spend }: NewPassword): Promise<boolean> {
  const { orgId, personId } = membership
  const event = deps.ids.next()
  const command = {
    name: 'auth.set-password',
    orgId: orgId as OrgId,
    personId: personId as PersonId,
    reach: '*',
    key: event,
    body: { accountId: account.id },
    knownOn: deps.clock.today(),
  } as const
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    const done = await asIdentity(tx, async () => {
      const { rows } = await tx.client.query<{ token_hash: Buffer }>(
        `update identity.password_resets set used_at = now()
         where account_id = $1 and used_at is null and expires_at > now() returning token_hash`,
        [account.id],
      )
      if (spend && !rows.some((row) => row.token_hash.equals(spend))) return false
      await setPasswordHash(tx, account.id, hash)
      await endAllSessions(tx, account.id)
      return true
    })
    if (!done) {
      audit(personEvent(deps, 'password-reset.refused', personId))
      return false
    }
    await deps.queue.enqueue(tx, {
      name: 'mail',
      key: `password-changed:${event}`,
      data: {
        orgId,
        template: 'password-changed',
        event,
        to: { personId },
        data: { app: deps.app, path: '/forgot-password' },
      },
    })
    audit(personEvent(deps, 'password.changed', personId))
    return true
  })
}

const personEvent = (deps: Deps, action: string, personId: string) => ({
  id: deps.ids.next(),
  action,
  subjectKind: 'person',
  subjectId: personId,
  personId: personId as PersonId,
})
