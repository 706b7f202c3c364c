import { createHash } from 'node:crypto'
import type { CommandWork, Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { reaches, reachOf, type StaffRole } from '@gs/domain/organizations'
import { command, type Ids, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { requireUnitInReach } from './units.ts'

export const INVITATION_DAYS = 14

export interface Invitation {
  readonly key: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly unitId: string
  /** Nothing: a trainer. */
  readonly role: StaffRole | null
  readonly locale: 'en' | 'es'
}

/**
 * Invites somebody to a unit, with a role there or as a trainer, and owes the mail with the one-time link.
 * An open invitation of the same address is replaced. Refusals: `unit.unknown`, `roles.own` for the actor's own address,
 * `invitation.suspended` for somebody who is suspended.
 */
export async function invitePerson(ctx: ServiceContext, input: Invitation): Promise<{ invitationId: string }> {
  const { orgId, personId } = ctx.actor
  const email = normalized(input.email)
  const scope = scopeFor(ctx, 'people.manage')
  const body = { ...input, email }
  return command(ctx, { scope, name: 'organizations.invite-person', key: input.key, body }, async ({ tx, audit }) => {
    await requireUnitInReach(tx, ctx, { unitId: input.unitId, permission: 'people.manage' })
    const inviter = await requirePerson(tx, orgId, personId)
    if (normalized(inviter.email) === email) throw refuse('forbidden', 'roles.own', { field: 'email' })
    await refuseSuspended(tx, orgId, email)
    await withdrawOpen(tx, orgId, email)
    return send(ctx, { tx, audit }, { ...input, email, inviterName: `${inviter.givenName} ${inviter.familyName}` })
  })
}

/**
 * Sends an invitation again: a new link for the same person, unit and role; the link before works no longer. Refusals:
 * `invitation.unknown` out of reach, `invitation.over` where it was accepted or taken back, `invitation.suspended`.
 */
export async function resendInvitation(
  ctx: ServiceContext,
  input: { readonly key: string; readonly invitationId: string },
): Promise<{ invitationId: string }> {
  const { orgId, personId } = ctx.actor
  const scope = scopeFor(ctx, 'people.manage')
  const call = { scope, name: 'organizations.resend-invitation', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<InvitationDetails & { path: string; over: boolean }>(
      `select i.email, i.given_name as "givenName", i.family_name as "familyName", i.unit_id as "unitId", i.role, i.locale, u.path,
         i.accepted_at is not null or i.withdrawn_at is not null as over
       from invitations i join units u on u.org_id = i.org_id and u.id = i.unit_id
       where i.org_id = $1 and i.id = $2 for update of i`,
      [orgId, input.invitationId],
    )
    const found = rows[0]
    if (!found || !reaches(reachOf(ctx.actor.grants, 'people.manage'), found.path))
      throw refuse('not-found', 'invitation.unknown')
    if (found.over) throw refuse('conflict', 'invitation.over')
    await refuseSuspended(tx, orgId, found.email)
    await withdrawOpen(tx, orgId, found.email)
    const inviter = await requirePerson(tx, orgId, personId)
    const { path: _path, over: _over, ...details } = found
    return send(ctx, { tx, audit }, { ...details, inviterName: `${inviter.givenName} ${inviter.familyName}` })
  })
}

type InvitationDetails = Omit<Invitation, 'key'>

/** Stores the invitation, owes its mail and tells the trail. */
async function send(
  ctx: ServiceContext,
  { tx, audit }: Pick<CommandWork, 'tx' | 'audit'>,
  { inviterName, ...details }: InvitationDetails & { readonly inviterName: string },
): Promise<{ invitationId: string }> {
  const { orgId, personId } = ctx.actor
  const { invitationId, token } = await storeInvitation(tx, ctx.ids, { ...details, orgId, invitedBy: personId })
  const { rows } = await tx.client.query<{ name: string }>('select name from organizations where org_id = $1', [orgId])
  await queueMail(tx, ctx, {
    orgId,
    to: details.email,
    locale: details.locale,
    template: 'invitation',
    event: invitationId,
    data: {
      app: details.role ? 'admin' : 'web',
      path: invitationPath(token),
      orgName: rows[0]?.name ?? '',
      inviterName,
      role: details.role,
      days: INVITATION_DAYS,
    },
  })
  audit({
    id: ctx.ids.next(),
    action: 'invitation.sent',
    subjectKind: 'invitation',
    subjectId: invitationId,
    after: { role: details.role, unitId: details.unitId },
  })
  return { invitationId }
}

/** Where an invitation is accepted, in either app. */
export const invitationPath = (token: string): string => `/accept-invitation?token=${token}`

const normalized = (email: string): string => email.trim().normalize('NFC').toLowerCase()

async function refuseSuspended(tx: Transaction, orgId: OrgId, email: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    "select 1 from people where org_id = $1 and email = $2 and status = 'suspended'",
    [orgId, email],
  )
  if (rowCount) throw refuse('conflict', 'invitation.suspended', { field: 'email' })
}

async function withdrawOpen(tx: Transaction, orgId: OrgId, email: string): Promise<void> {
  await tx.client.query(
    `update invitations set withdrawn_at = now()
     where org_id = $1 and email = $2 and accepted_at is null and withdrawn_at is null`,
    [orgId, email],
  )
}

interface InvitationToStore {
  readonly orgId: OrgId
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly unitId: string
  readonly role: StaffRole | null
  readonly locale: 'en' | 'es'
  readonly invitedBy: string | null
}

/** Stores an invitation with the hash of its secret; the token `ORG.SECRET` is known to the caller alone. */
export async function storeInvitation(
  tx: Transaction,
  ids: Ids,
  invitation: InvitationToStore,
): Promise<{ invitationId: string; token: string }> {
  const secret = ids.secret()
  const invitationId = ids.next()
  await tx.client.query(
    `insert into invitations (org_id, id, email, given_name, family_name, unit_id, role, locale, invited_by, secret_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(days => $11))`,
    [
      invitation.orgId,
      invitationId,
      normalized(invitation.email),
      invitation.givenName,
      invitation.familyName,
      invitation.unitId,
      invitation.role,
      invitation.locale,
      invitation.invitedBy,
      createHash('sha256').update(secret).digest(),
      INVITATION_DAYS,
    ],
  )
  return { invitationId, token: `${invitation.orgId}.${secret}` }
}
