import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requireUnitInReach } from './units.ts'

const DEEPEST = 8

async function refuseNamesake(
  tx: Transaction,
  orgId: OrgId,
  { parentId, name, except }: { readonly parentId: string | null; readonly name: string; readonly except: string },
): Promise<void> {
  const { rowCount } = await tx.client.query(
    'select 1 from units where org_id = $1 and parent_id is not distinct from $2 and lower(name) = lower($3) and id <> $4',
    [orgId, parentId, name, except],
  )
  if (rowCount) throw refuse('conflict', 'unit.name-taken', { field: 'name' })
}

/** Adds a unit below another. Refusals: `unit.unknown`, `unit.name-taken`, `unit.too-deep`. */
export async function addUnit(
  ctx: ServiceContext,
  input: { readonly key: string; readonly parentId: string; readonly name: string },
): Promise<{ unitId: string }> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  return command(ctx, { scope, name: 'organizations.add-unit', key: input.key, body: input }, async ({ tx, audit }) => {
    const parent = await requireUnitInReach(tx, ctx, { unitId: input.parentId, permission: 'people.manage' })
    if (parent.path.split('/').length > DEEPEST) throw refuse('unprocessable', 'unit.too-deep')
    const unitId = ctx.ids.next()
    await refuseNamesake(tx, orgId, { parentId: parent.id, name: input.name, except: unitId })
    await tx.client.query('insert into units (org_id, id, parent_id, name, path) values ($1, $2, $3, $4, $5)', [
      orgId,
      unitId,
      parent.id,
      input.name,
      `${parent.path}${unitId}/`,
    ])
    audit({
      id: ctx.ids.next(),
      action: 'unit.added',
      subjectKind: 'unit',
      subjectId: unitId,
      after: { name: input.name, parentId: parent.id },
    })
    return { unitId }
  })
}

/** Gives a unit another name. Refusals: `unit.unknown`, `unit.name-taken`. */
export async function renameUnit(
  ctx: ServiceContext,
  input: { readonly key: string; readonly unitId: string; readonly name: string },
): Promise<Record<string, never>> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  return command(
    ctx,
    { scope, name: 'organizations.rename-unit', key: input.key, body: input },
    async ({ tx, audit }) => {
      const unit = await requireUnitInReach(tx, ctx, { unitId: input.unitId, permission: 'people.manage' })
      await refuseNamesake(tx, orgId, { parentId: unit.parentId, name: input.name, except: unit.id })
      await tx.client.query('update units set name = $3 where org_id = $1 and id = $2', [orgId, unit.id, input.name])
      audit({
        id: ctx.ids.next(),
        action: 'unit.renamed',
        subjectKind: 'unit',
        subjectId: unit.id,
        before: { name: unit.name },
        after: { name: input.name },
      })
      return {}
    },
  )
}
