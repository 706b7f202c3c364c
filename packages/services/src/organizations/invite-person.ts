import { createHash } from 'node:crypto'
import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { StaffRole } from '@gs/domain/organizations'
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
    const unit = await requireUnitInReach(tx, ctx, { unitId: input.unitId, permission: 'people.manage' })
    const inviter = await requirePerson(tx, orgId, personId)
    if (normalized(inviter.email) === email) throw refuse('forbidden', 'roles.own', { field: 'email' })
    await refuseSuspended(tx, orgId, email)
    await withdrawOpen(tx, orgId, email)
    const { invitationId, token } = await storeInvitation(tx, ctx.ids, { ...input, email, orgId, invitedBy: personId })
    const { rows } = await tx.client.query<{ name: string }>('select name from organizations where org_id = $1', [
      orgId,
    ])
    const app = input.role ? 'admin' : 'web'
    await queueMail(tx, ctx, {
      orgId,
      to: email,
      locale: input.locale,
      template: 'invitation',
      event: invitationId,
      data: {
        app,
        path: invitationPath(token),
        orgName: rows[0]?.name ?? '',
        inviterName: `${inviter.givenName} ${inviter.familyName}`,
        role: input.role,
        days: INVITATION_DAYS,
      },
    })
    audit({
      id: ctx.ids.next(),
      action: 'invitation.sent',
      subjectKind: 'invitation',
      subjectId: invitationId,
      after: { role: input.role, unitId: unit.id },
    })
    return { invitationId }
  })
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
