import { asIdentity, type CommandWork, type Transaction, withCommand, withIdentity, withRead } from '@gs/db'
import { err, type OrgId, ok, type PersonId, type Result } from '@gs/domain'
import { type Account, findAccount, membershipsOf, normalizeEmail } from './accounts.ts'
import type { AuthRefusal } from './outcome.ts'
import { judgePassword } from './password-rules.ts'
import type { Deps, Visitor } from './ports.ts'
import { type OpenedSession, openSession } from './sessions.ts'
import { verifyPassword } from './sign-in.ts'
import { splitOrgToken } from './tokens.ts'

interface InvitationRow {
  id: string
  email: string
  givenName: string
  familyName: string
  unitId: string
  unitPath: string
  role: string | null
  invitedBy: string | null
  locale: 'en' | 'es'
  orgName: string
}

/** What its holder may know of an invitation before accepting it. */
export interface InvitationView {
  readonly orgName: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly role: string | null
  /** Whether the address has an account already: then its password is asked for, else a new one. */
  readonly hasAccount: boolean
}

export interface Acceptance {
  readonly token: string
  readonly givenName: string
  readonly familyName: string
  readonly password: string
  readonly visitor: Visitor
}

const OPEN = `select i.id, i.email, i.given_name as "givenName", i.family_name as "familyName", i.unit_id as "unitId",
    u.path as "unitPath", i.role, i.invited_by as "invitedBy", i.locale, o.name as "orgName"
  from invitations i join units u on u.org_id = i.org_id and u.id = i.unit_id
    join organizations o on o.org_id = i.org_id
  where i.org_id = $1 and i.secret_hash = $2 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`

async function openInvitation(tx: Transaction, token: Token, lock = ''): Promise<InvitationRow | undefined> {
  const { rows } = await tx.client.query<InvitationRow>(`${OPEN} ${lock}`, [token.orgId, token.secretHash])
  return rows[0]
}

interface Token {
  readonly orgId: OrgId
  readonly secretHash: Buffer
}

function tokenOf(text: string): Token | undefined {
  const split = splitOrgToken(text)
  return split && { orgId: split.orgId as OrgId, secretHash: split.secretHash }
}

/** Looks an invitation up; expired, used, withdrawn and unknown ones look the same. */
export async function viewInvitation(
  deps: Deps,
  { token: text, visitor }: { readonly token: string; readonly visitor: Visitor },
): Promise<Result<InvitationView, AuthRefusal>> {
  const wait = await deps.limits.consume('anonymous', visitor.address)
  if (wait !== undefined) return err({ code: 'limit.reached', retryAfter: wait })
  const token = tokenOf(text)
  const found = token && (await withRead(deps.database, whole(token.orgId), (tx) => openInvitation(tx, token)))
  if (!found) return err({ code: 'invitation.unusable' })
  const account = await withIdentity(deps.database, (tx) => findAccount(tx, found.email))
  const { orgName, email, givenName, familyName, role } = found
  return ok({ orgName, email, givenName, familyName, role, hasAccount: account !== undefined })
}

const whole = (orgId: OrgId) => ({ orgId, reach: '*' }) as const

/**
 * Accepts an invitation once: makes the account, or joins the one that its address has after its password is verified;
 * makes the person, gives the role, opens a session. Throws HashingBusy.
 */
export async function acceptInvitation(
  deps: Deps,
  acceptance: Acceptance,
): Promise<Result<OpenedSession | undefined, AuthRefusal>> {
  const wait = await deps.limits.consume('anonymous', acceptance.visitor.address)
  if (wait !== undefined) return err({ code: 'limit.reached', retryAfter: wait })
  const token = tokenOf(acceptance.token)
  const found = token && (await withRead(deps.database, whole(token.orgId), (tx) => openInvitation(tx, token)))
  if (!token || !found) return err({ code: 'invitation.unusable' })
  const account = await accountFor(deps, found, acceptance)
  if (!account.ok) return account
  const joined = await join(deps, { token, account: account.value, acceptance })
  if (!joined) return err({ code: 'invitation.unusable' })
  return withIdentity(deps.database, async (tx) => {
    const membership = (await membershipsOf(tx, joined.accountId)).find((one) => one.orgId === token.orgId)
    if (!membership || (deps.app === 'admin' && !membership.staff)) return ok(undefined)
    const { accountId } = joined
    return ok(await openSession(deps, tx, { accountId, membership, visitor: acceptance.visitor }))
  })
}

/** The account that joins: the present one, or the hash of a new one's password. */
type Joining = { readonly present: Account } | { readonly hash: string }

async function accountFor(
  deps: Deps,
  invitation: InvitationRow,
  { password, givenName, familyName, visitor }: Acceptance,
): Promise<Result<Joining, AuthRefusal>> {
  const { email, orgName } = invitation
  if (!(givenName.trim() || invitation.givenName) || !(familyName.trim() || invitation.familyName))
    return err({ code: 'name.missing' })
  const present = await withIdentity(deps.database, (tx) => findAccount(tx, email))
  if (present?.passwordHash) {
    const verified = await verifyPassword(deps, { email, password, visitor })
    if (verified.ok) return ok({ present: verified.value })
    return verified.error.code === 'sign-in.refused' ? err({ code: 'password.wrong' }) : verified
  }
  const judged = judgePassword(password, { email, words: [givenName, familyName, orgName] })
  if (!judged.ok) return err({ code: judged.error })
  return ok({ hash: await deps.hasher.hash(judged.value) })
}

interface Joined {
  readonly accountId: string
}

async function join(
  deps: Deps,
  { token, account, acceptance }: { token: Token; account: Joining; acceptance: Acceptance },
): Promise<Joined | undefined> {
  const command = {
    ...whole(token.orgId),
    name: 'auth.accept-invitation',
    key: deps.ids.next(),
    body: {},
    knownOn: deps.clock.today(),
  } as const
  return withCommand(deps.database, command, async (door) => {
    const { tx, audit } = door
    const invitation = await openInvitation(tx, token, 'for update of i')
    const accountId = invitation && (await asIdentity(tx, () => storeAccount(deps, tx, { invitation, account })))
    if (!invitation || !accountId) {
      audit({ id: deps.ids.next(), action: 'invitation.refused', subjectKind: 'organisation', subjectId: token.orgId })
      return undefined
    }
    const personId = await storePerson(deps, tx, { token, invitation, accountId, acceptance })
    await asIdentity(tx, () =>
      tx.client.query(
        'insert into identity.memberships (account_id, org_id, person_id) values ($1, $2, $3) on conflict do nothing',
        [accountId, token.orgId, personId],
      ),
    )
    await settle(deps, door, { token, invitation, personId })
    return { accountId }
  })
}

async function storeAccount(
  deps: Deps,
  tx: Transaction,
  { invitation, account }: { invitation: InvitationRow; account: Joining },
): Promise<string | undefined> {
  if ('present' in account) return account.present.id
  // An account without a password (made for somebody, never used) takes the one that its owner now chooses.
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into identity.accounts as a (id, email, password_hash, locale) values ($1, $2, $3, $4)
     on conflict (email) do update set password_hash = excluded.password_hash where a.password_hash is null returning id`,
    [deps.ids.next(), normalizeEmail(invitation.email), account.hash, invitation.locale],
  )
  // Nothing where the address got an account meanwhile, or has one that is disabled.
  return rows[0]?.id
}

interface PersonToStore {
  readonly token: Token
  readonly invitation: InvitationRow
  readonly accountId: string
  readonly acceptance: Acceptance
}

/** The person of the organisation: the one with this address where the organisation knows one, else a new one. */
async function storePerson(
  deps: Deps,
  tx: Transaction,
  { token, invitation, accountId, acceptance }: PersonToStore,
): Promise<string> {
  const known = await tx.client.query<{ id: string }>(
    'update people set account_id = $3 where org_id = $1 and email = $2 and (account_id is null or account_id = $3) returning id',
    [token.orgId, normalizeEmail(invitation.email), accountId],
  )
  if (known.rows[0]) return known.rows[0].id
  const personId = deps.ids.next()
  const given = acceptance.givenName.trim() || invitation.givenName
  const family = acceptance.familyName.trim() || invitation.familyName
  await tx.client.query(
    `insert into people (org_id, id, account_id, given_name, family_name, email, unit_id, unit_path, locale)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      token.orgId,
      personId,
      accountId,
      given.slice(0, 100),
      family.slice(0, 100),
      normalizeEmail(invitation.email),
      invitation.unitId,
      invitation.unitPath,
      invitation.locale,
    ],
  )
  return personId
}

/** Gives the role, spends the invitation and tells the trail. */
async function settle(
  deps: Deps,
  { tx, audit }: CommandWork,
  { token, invitation, personId }: { token: Token; invitation: InvitationRow; personId: string },
): Promise<void> {
  const { role, unitId, unitPath } = invitation
  if (role)
    await tx.client.query(
      `insert into role_grants (org_id, id, person_id, role, unit_id, unit_path, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [token.orgId, deps.ids.next(), personId, role, unitId, unitPath, invitation.invitedBy],
    )
  await tx.client.query('update invitations set accepted_at = now(), person_id = $3 where org_id = $1 and id = $2', [
    token.orgId,
    invitation.id,
    personId,
  ])
  audit({
    id: deps.ids.next(),
    action: 'invitation.accepted',
    subjectKind: 'invitation',
    subjectId: invitation.id,
    personId: personId as PersonId,
    after: { role, unitId },
  })
}
