import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'

const PERMISSION = 'plans.propose'

/** One run, with figures of whoever is planned so far. Money and hours in thousandths. */
export interface UnitPlanRun {
  readonly id: string
  readonly unit: string
  readonly status: 'waiting' | 'running' | 'done' | 'cancelled'
  readonly asOf: string
  readonly total: number
  readonly planned: number
  readonly feasible: number
  readonly infeasible: number
  readonly nothing: number
  readonly unproven: number
  /** What the cheapest plans of those who have one cost together. */
  readonly price: number
  readonly hours: number
  readonly createdAt: string
  readonly finishedAt: string | null
}

const RUNS = `select r.id, u.name as unit, r.status, r.as_of as "asOf", r.total, r.created_at as "createdAt",
    r.finished_at as "finishedAt", f.planned, f.feasible, f.infeasible, f.nothing, f.unproven, f.price, f.hours
  from unit_plan_runs r join units u on u.org_id = r.org_id and u.id = r.unit_id
  cross join lateral (select count(*)::int as planned, count(*) filter (where outcome = 'feasible')::int as feasible,
      count(*) filter (where outcome = 'infeasible')::int as infeasible,
      count(*) filter (where outcome = 'nothing-to-plan')::int as nothing,
      count(*) filter (where not optimal)::int as unproven,
      coalesce(sum(price_thousandths) filter (where outcome = 'feasible'), 0)::float8 as price,
      coalesce(sum(hours_thousandths) filter (where outcome = 'feasible'), 0)::float8 as hours
    from unit_plan_results s where s.org_id = r.org_id and s.run_id = r.id) f
  where r.org_id = $1`

/** Runs that are shown of those that there are. */
const NEWEST = 20

/** The newest runs over units in reach. */
export function listUnitPlans(ctx: ServiceContext): Promise<{
  readonly runs: readonly UnitPlanRun[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly depth: number }[]
}> {
  const { orgId } = ctx.actor
  const scope = reachFor(ctx, PERMISSION)
  return read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<UnitPlanRun>(`${RUNS} order by r.created_at desc limit ${NEWEST}`, [orgId])
    const units = await tx.client.query<{ id: string; name: string; depth: number }>(
      `select id, name, array_length(string_to_array(path, '/'), 1) as depth from units
        where org_id = $1 and ($2 or path ^@ any ($3::text[])) order by path`,
      [orgId, scope.reach === '*', scope.reach === '*' ? [] : [...scope.reach]],
    )
    return { runs: rows, units: units.rows }
  })
}

export interface UnplannablePerson {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly unmet: readonly {
    readonly credential: string
    readonly from: string
    readonly to: string
    readonly missing: readonly string[]
  }[]
}

/** One run with those who have no feasible plan, and why. Refuses with `unit-plan.unknown`. */
export function showUnitPlan(
  ctx: ServiceContext,
  { runId, page }: { readonly runId: string; readonly page: number },
): Promise<{ readonly run: UnitPlanRun; readonly without: Page<UnplannablePerson> }> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, PERMISSION), async (tx) => {
    const { rows } = await tx.client.query<UnitPlanRun>(`${RUNS} and r.id = $2`, [orgId, runId])
    const run = rows[0]
    if (!run) throw refuse('not-found', 'unit-plan.unknown')
    return { run, without: await withoutPlan(tx, { orgId, runId, page }) }
  })
}

async function withoutPlan(
  tx: Transaction,
  { orgId, runId, page }: { readonly orgId: OrgId; readonly runId: string; readonly page: number },
): Promise<Page<UnplannablePerson>> {
  const { rows } = await tx.client.query<{ rows: UnplannablePerson[]; total: number }>(
    `select (select count(*)::int from unit_plan_results r where r.org_id = $1 and r.run_id = $2 and r.outcome = 'infeasible') as total,
      coalesce((select jsonb_agg(w) from (select p.id as "personId", p.family_name || ', ' || p.given_name as name,
          u.name as unit, r.unmet from unit_plan_results r
        join people p on p.org_id = r.org_id and p.id = r.person_id
        join units u on u.org_id = p.org_id and u.id = p.unit_id
        where r.org_id = $1 and r.run_id = $2 and r.outcome = 'infeasible'
        order by p.family_name, p.given_name, p.id limit ${PAGE_SIZE} offset $3) w), '[]') as rows`,
    [orgId, runId, (page - 1) * PAGE_SIZE],
  )
  return pageOf(rows[0], page)
}
