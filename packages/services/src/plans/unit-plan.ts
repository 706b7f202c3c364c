import type { Transaction } from '@gs/db'
import { formatDay, type OrgId } from '@gs/domain'
import { command, type Refusal, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requireUnitInReach } from '../organizations/units.ts'
import { PEOPLE_OF_UNIT } from './unit-plan-job.ts'

const PERMISSION = 'plans.propose'

/** Begins to plan everybody of a unit in the background. Refuses with `unit.unknown`, `unit-plan.running`. */
export function startUnitPlan(
  ctx: ServiceContext,
  { unitId, key }: { readonly unitId: string; readonly key: string },
): Promise<{ readonly runId: string }> {
  const { orgId, personId } = ctx.actor
  const scope = scopeFor(ctx, PERMISSION)
  return command(ctx, { scope, name: 'plans.start-unit', key, body: { unitId } }, async ({ tx, audit }) => {
    const unit = await requireUnitInReach(tx, ctx, { unitId, permission: PERMISSION })
    const running = await tx.client.query(
      "select 1 from unit_plan_runs where org_id = $1 and unit_id = $2 and status in ('waiting', 'running') limit 1",
      [orgId, unitId],
    )
    if (running.rows.length > 0) throw refuse('conflict', 'unit-plan.running')
    const runId = ctx.ids.next()
    const { rows } = await tx.client.query<{ total: number }>(
      `insert into unit_plan_runs (org_id, id, unit_id, unit_path, status, as_of, total, started_by)
        select $1, $3, $4, $2, 'waiting', $5, (select count(*) from ${PEOPLE_OF_UNIT}), $6 returning total`,
      [orgId, unit.path, runId, unitId, formatDay(ctx.clock.today()), personId],
    )
    await ctx.queue.enqueue(tx, { name: 'plans.unit', key: `${runId}:0`, data: { orgId, runId } })
    audit({
      id: ctx.ids.next(),
      action: 'unit-plan.started',
      subjectKind: 'unit-plan',
      subjectId: runId,
      after: { unit: unit.name, people: rows[0]?.total ?? 0 },
    })
    return { runId }
  })
}

/** Stops a run; what was planned stays. Refuses with `unit-plan.unknown`. */
export function cancelUnitPlan(
  ctx: ServiceContext,
  { runId, key }: { readonly runId: string; readonly key: string },
): Promise<{ readonly status: string }> {
  const { orgId } = ctx.actor
  const scope = scopeFor(ctx, PERMISSION)
  return command(ctx, { scope, name: 'plans.cancel-unit', key, body: { runId } }, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<{ status: string }>(
      `update unit_plan_runs set
          status = case when status in ('waiting', 'running') then 'cancelled' else status end,
          finished_at = coalesce(finished_at, clock_timestamp())
        where org_id = $1 and id = $2 returning status`,
      [orgId, runId],
    )
    const run = rows[0]
    if (!run) throw refuse('not-found', 'unit-plan.unknown')
    audit({ id: ctx.ids.next(), action: 'unit-plan.cancelled', subjectKind: 'unit-plan', subjectId: runId, after: run })
    return { status: run.status }
  })
}

/** Takes a cancelled run up again with whoever was not planned yet. Refuses with `unit-plan.unknown`, `unit-plan.running`. */
export function resumeUnitPlan(
  ctx: ServiceContext,
  { runId, key }: { readonly runId: string; readonly key: string },
): Promise<{ readonly runId: string }> {
  const { orgId } = ctx.actor
  const scope = scopeFor(ctx, PERMISSION)
  return command(ctx, { scope, name: 'plans.resume-unit', key, body: { runId } }, async ({ tx, audit }) => {
    const { rowCount } = await tx.client.query(
      "update unit_plan_runs set status = 'waiting', finished_at = null where org_id = $1 and id = $2 and status = 'cancelled'",
      [orgId, runId],
    )
    if (rowCount !== 1) throw await notResumable(tx, { orgId, runId })
    await ctx.queue.enqueue(tx, { name: 'plans.unit', key: `${runId}:${key}`, data: { orgId, runId } })
    audit({ id: ctx.ids.next(), action: 'unit-plan.resumed', subjectKind: 'unit-plan', subjectId: runId })
    return { runId }
  })
}

async function notResumable(
  tx: Transaction,
  { orgId, runId }: { readonly orgId: OrgId; readonly runId: string },
): Promise<Refusal> {
  const { rows } = await tx.client.query('select 1 from unit_plan_runs where org_id = $1 and id = $2', [orgId, runId])
  return rows.length > 0 ? refuse('conflict', 'unit-plan.running') : refuse('not-found', 'unit-plan.unknown')
}
