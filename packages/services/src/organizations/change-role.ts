import type { CommandWork } from '@gs/db'
import type { PersonId } from '@gs/domain'
import { judgeRoleChange, type RoleChangeRefusal, reaches, reachOf, type StaffRole } from '@gs/domain/organizations'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { countAdministrators, lockRoles } from './administrators.ts'
import { requireUnitInReach } from './units.ts'

export interface RoleToGive {
  readonly key: string
  readonly personId: string
  readonly role: StaffRole
  readonly unitId: string
}

const REFUSED_AS: Readonly<Record<RoleChangeRefusal, 'forbidden' | 'conflict' | 'not-found'>> = {
  'roles.own': 'forbidden',
  'roles.last-administrator': 'conflict',
  'roles.outside-reach': 'not-found',
}

interface Change {
  readonly of: PersonId
  readonly role: StaffRole
  readonly kind: 'give' | 'withdraw'
  readonly inReach: boolean
}

async function judge(ctx: ServiceContext, { tx }: CommandWork, change: Change): Promise<void> {
  const { isOne, others } = await countAdministrators(tx, ctx.actor.orgId, change.of)
  // Of whom the whole does not depend, nothing is taken from it.
  const administratorsLeft = isOne ? others : Number.POSITIVE_INFINITY
  const judged = judgeRoleChange({ ...change, by: ctx.actor.personId, administratorsLeft })
  if (!judged.ok) throw refuse(REFUSED_AS[judged.error], judged.error)
}

/**
 * Gives somebody a role at a unit. Refusals: `person.unknown`, `unit.unknown`, `roles.own`, `roles.held` where the role
 * is held there already, `person.suspended`.
 */
export async function giveRole(ctx: ServiceContext, input: RoleToGive): Promise<{ grantId: string }> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  return command(ctx, { scope, name: 'organizations.give-role', key: input.key, body: input }, async (door) => {
    const { tx, audit } = door
    await lockRoles(tx, orgId)
    const person = await requirePerson(tx, orgId, input.personId)
    const of = person.personId as PersonId
    const unit = await requireUnitInReach(tx, ctx, { unitId: input.unitId, permission: 'people.manage' })
    await judge(ctx, door, { of, role: input.role, kind: 'give', inReach: true })
    if (person.status === 'suspended') throw refuse('conflict', 'person.suspended')
    const grantId = ctx.ids.next()
    const { rowCount } = await tx.client.query(
      `insert into role_grants (org_id, id, person_id, role, unit_id, unit_path, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (org_id, person_id, role, unit_id) where withdrawn_at is null do nothing`,
      [orgId, grantId, of, input.role, unit.id, unit.path, ctx.actor.personId],
    )
    if (rowCount !== 1) throw refuse('conflict', 'roles.held')
    audit({
      id: ctx.ids.next(),
      action: 'role.given',
      subjectKind: 'role-grant',
      subjectId: grantId,
      personId: of,
      after: { role: input.role, unitId: unit.id },
    })
    return { grantId }
  })
}

export interface RoleToWithdraw {
  readonly key: string
  readonly grantId: string
}

interface HeldGrant {
  readonly personId: PersonId
  readonly role: StaffRole
  readonly unitId: string
  readonly unitPath: string
}

/**
 * Withdraws a role; it ends with the person's next request. Refusals: `role.unknown`, `roles.own`,
 * `roles.last-administrator`.
 */
export async function withdrawRole(ctx: ServiceContext, input: RoleToWithdraw): Promise<Record<string, never>> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId, grants, personId } = ctx.actor
  return command(ctx, { scope, name: 'organizations.withdraw-role', key: input.key, body: input }, async (door) => {
    const { tx, audit } = door
    await lockRoles(tx, orgId)
    const { rows } = await tx.client.query<HeldGrant>(
      `select person_id as "personId", role, unit_id as "unitId", unit_path as "unitPath" from role_grants
       where org_id = $1 and id = $2 and withdrawn_at is null`,
      [orgId, input.grantId],
    )
    const held = rows[0]
    if (!held) throw refuse('not-found', 'role.unknown')
    const inReach = reaches(reachOf(grants, 'people.manage'), held.unitPath)
    await judge(ctx, door, { of: held.personId, role: held.role, kind: 'withdraw', inReach })
    await tx.client.query(
      'update role_grants set withdrawn_at = clock_timestamp(), withdrawn_by = $3 where org_id = $1 and id = $2',
      [orgId, input.grantId, personId],
    )
    audit({
      id: ctx.ids.next(),
      action: 'role.withdrawn',
      subjectKind: 'role-grant',
      subjectId: input.grantId,
      personId: held.personId,
      before: { role: held.role, unitId: held.unitId },
    })
    return {}
  })
}
