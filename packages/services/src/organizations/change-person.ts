import type { Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { refreshStandings } from '../standings/index.ts'
import { requireUnitInReach } from './units.ts'

export interface PersonChange {
  readonly key: string
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly unitId: string
}

/**
 * Gives somebody another name or another unit. Roles stay where they were given, and records as they were issued. Refusals:
 * `person.unknown`, `person.own-details` (nobody changes their own), `unit.unknown`, `person.unchanged`.
 */
export async function changePerson(ctx: ServiceContext, input: PersonChange): Promise<Record<string, never>> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  const call = { scope, name: 'organizations.change-person', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const { personId, givenName, familyName, unitPath } = await requirePerson(tx, orgId, input.personId)
    const of = personId as PersonId
    if (of === ctx.actor.personId) throw refuse('forbidden', 'person.own-details')
    const unit = await requireUnitInReach(tx, ctx, { unitId: input.unitId, permission: 'people.manage' })
    const before = { givenName, familyName, unitPath }
    const after = { givenName: input.givenName, familyName: input.familyName, unitPath: unit.path }
    if (JSON.stringify(before) === JSON.stringify(after)) throw refuse('conflict', 'person.unchanged')
    await lockPerson(tx, orgId, of)
    await tx.client.query(
      'update people set given_name = $3, family_name = $4, unit_id = $5, unit_path = $6 where org_id = $1 and id = $2',
      [orgId, of, input.givenName, input.familyName, unit.id, unit.path],
    )
    // The lists read name and unit from the standings.
    await refreshStandings(tx, ctx, { orgId, personId: of })
    audit({
      id: ctx.ids.next(),
      action: 'person.changed',
      subjectKind: 'person',
      subjectId: of,
      personId: of,
      before,
      after,
    })
    return {}
  })
}

/** Whoever awards meanwhile waits, and then writes the standings under the new name and unit. */
async function lockPerson(tx: Transaction, orgId: OrgId, personId: PersonId): Promise<void> {
  await tx.client.query('select 1 from ledger_heads where org_id = $1 and person_id = $2 for update', [orgId, personId])
}
