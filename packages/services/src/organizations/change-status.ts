import type { PersonId } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { countAdministrators, lockRoles } from './administrators.ts'

export interface StatusChange {
  readonly key: string
  readonly personId: string
  readonly reason: string
}

/**
 * Suspends somebody: every session here ends, signing in here is refused, nothing earned is touched.
 * Refusals: `person.unknown`, `person.own`, `roles.last-administrator`, `person.suspended`.
 */
export async function suspendPerson(ctx: ServiceContext, input: StatusChange): Promise<{ sessionsEnded: number }> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  const call = { scope, name: 'organizations.suspend-person', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    await lockRoles(tx, orgId)
    const person = await requirePerson(tx, orgId, input.personId)
    if (person.personId === ctx.actor.personId) throw refuse('forbidden', 'person.own')
    if (person.status === 'suspended') throw refuse('conflict', 'person.suspended')
    const administrators = await countAdministrators(tx, orgId, person.personId)
    if (administrators.isOne && administrators.others === 0) throw refuse('conflict', 'roles.last-administrator')
    await tx.client.query("update people set status = 'suspended' where org_id = $1 and id = $2", [
      orgId,
      input.personId,
    ])
    const { rows } = await tx.client.query<{ ended: number }>('select app.end_sessions_of($1) as ended', [
      input.personId,
    ])
    const sessionsEnded = rows[0]?.ended ?? 0
    audit({
      id: ctx.ids.next(),
      action: 'person.suspended',
      subjectKind: 'person',
      subjectId: input.personId,
      personId: person.personId as PersonId,
      reason: input.reason,
      before: { status: 'active' },
      after: { status: 'suspended', sessionsEnded },
    })
    return { sessionsEnded }
  })
}

/** Takes a suspension back. Refusals: `person.unknown`, `person.own`, `person.active`. */
export async function restorePerson(ctx: ServiceContext, input: StatusChange): Promise<Record<string, never>> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  const call = { scope, name: 'organizations.restore-person', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    await lockRoles(tx, orgId)
    const person = await requirePerson(tx, orgId, input.personId)
    if (person.personId === ctx.actor.personId) throw refuse('forbidden', 'person.own')
    if (person.status === 'active') throw refuse('conflict', 'person.active')
    await tx.client.query("update people set status = 'active' where org_id = $1 and id = $2", [orgId, input.personId])
    audit({
      id: ctx.ids.next(),
      action: 'person.restored',
      subjectKind: 'person',
      subjectId: input.personId,
      personId: person.personId as PersonId,
      reason: input.reason,
      before: { status: 'suspended' },
      after: { status: 'active' },
    })
    return {}
  })
}
