import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type Permission, reaches, reachOf } from '@gs/domain/organizations'
import { refuse, type ServiceContext } from '../kernel/index.ts'

export interface UnitRow {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly path: string
}

/** A unit of the organisation; refuses with `unit.unknown`. */
export async function requireUnit(tx: Transaction, orgId: OrgId, unitId: string): Promise<UnitRow> {
  const { rows } = await tx.client.query<UnitRow>(
    'select id, parent_id as "parentId", name, path from units where org_id = $1 and id = $2',
    [orgId, unitId],
  )
  const unit = rows[0]
  if (!unit) throw refuse('not-found', 'unit.unknown', { field: 'unitId' })
  return unit
}

/** As `requireUnit`; a unit that the permission does not reach does not exist either. */
export async function requireUnitInReach(
  tx: Transaction,
  ctx: ServiceContext,
  { unitId, permission }: { readonly unitId: string; readonly permission: Permission },
): Promise<UnitRow> {
  const unit = await requireUnit(tx, ctx.actor.orgId, unitId)
  if (!reaches(reachOf(ctx.actor.grants, permission), unit.path))
    throw refuse('not-found', 'unit.unknown', { field: 'unitId' })
  return unit
}
