import { type Transaction, withCommand, withRead } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { AIMS, type PlanAnswer } from '@gs/domain/planner'
import { z } from 'zod'
import {
  command,
  type Deps,
  type Refusal,
  refuse,
  type ServiceContext,
  scopeFor,
  systemScope,
} from '../kernel/index.ts'
import { requireUnitInReach } from '../organizations/units.ts'
import { storedDay } from '../standings/stored-day.ts'
import { DEFAULT_CYCLES, type PlanWorld, planWorld } from './plan-world.ts'
import { solveFor } from './propose-plan.ts'

const PERMISSION = 'plans.propose'

/** People in a unit with a holding: those whose plans are asked for. */
const PEOPLE = `people p where p.org_id = $1 and p.unit_path ^@ $2 and p.status = 'active'
  and exists (select 1 from holdings h where h.org_id = p.org_id and h.person_id = p.id and h.ended_on is null)`

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
        select $1, $3, $4, $2, 'waiting', $5, (select count(*) from ${PEOPLE}), $6 returning total`,
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

const job = z.object({ orgId: z.uuid(), runId: z.uuid() })

/** People planned between two looks at whether the run was cancelled; their results are kept together. */
const BATCH = 24
/** People planned at once: one for each of the planner's threads. */
const AT_ONCE = 2
/** A job that takes longer hands the rest to the next one. */
const SLICE_MS = 120_000
/** Nobody waits for one of many. */
const SECONDS_EACH = 5

interface Run {
  readonly status: 'waiting' | 'running' | 'done' | 'cancelled'
  readonly unit_path: string
  readonly as_of: string
}

/** The job: plans whoever of the run has no result yet, batch after batch. What it did before it was killed is kept. */
export async function planUnit(deps: Deps, data: unknown): Promise<void> {
  const { orgId: org, runId } = job.parse(data)
  const orgId = org as OrgId
  const until = deps.clock.now().getTime() + SLICE_MS
  while (true) {
    const next = await withRead(deps.database, systemScope(orgId), (tx) => nextPeople(tx, { orgId, runId }))
    if (!next) return
    const results = await planAll(deps, { orgId, asOf: storedDay(next.run.as_of), people: next.people })
    const over = next.people.length < BATCH
    const handOn = !over && deps.clock.now().getTime() > until
    const key = `plans.unit:${runId}:${next.people[0] ?? 'end'}`
    const whole = { ...systemScope(orgId), name: 'plans.unit', key, body: null, knownOn: deps.clock.today() }
    await withCommand(deps.database, whole, async ({ tx, audit }) => {
      await keepResults(tx, { orgId, runId, results, over })
      if (handOn) await deps.queue.enqueue(tx, { name: 'plans.unit', key: `${runId}:${key}`, data: { orgId, runId } })
      audit({
        id: deps.ids.next(),
        action: over ? 'unit-plan.done' : 'unit-plan.went-on',
        subjectKind: 'unit-plan',
        subjectId: runId,
        after: { people: results.length },
      })
      return null
    })
    if (over || handOn) return
  }
}

async function nextPeople(
  tx: Transaction,
  { orgId, runId }: { readonly orgId: OrgId; readonly runId: string },
): Promise<{ readonly run: Run; readonly people: readonly PersonId[] } | null> {
  const { rows } = await tx.client.query<Run>(
    'select status, unit_path, as_of::text from unit_plan_runs where org_id = $1 and id = $2',
    [orgId, runId],
  )
  const run = rows[0]
  if (!run || run.status === 'cancelled' || run.status === 'done') return null
  const people = await tx.client.query<{ id: PersonId }>(
    `select p.id from ${PEOPLE} and not exists (select 1 from unit_plan_results r
        where r.org_id = p.org_id and r.run_id = $3 and r.person_id = p.id) order by p.id limit ${BATCH}`,
    [orgId, run.unit_path, runId],
  )
  return { run, people: people.rows.map(({ id }) => id) }
}

interface UnitResult {
  readonly person: PersonId
  readonly outcome: 'feasible' | 'infeasible' | 'nothing-to-plan'
  readonly optimal: boolean
  readonly price: number
  readonly hours: number
  readonly waste: number
  readonly unmet: readonly unknown[]
}

async function planAll(
  deps: Deps,
  { orgId, asOf, people }: { readonly orgId: OrgId; readonly asOf: Day; readonly people: readonly PersonId[] },
): Promise<readonly UnitResult[]> {
  const waiting = [...people]
  const results: UnitResult[] = []
  const worker = async (): Promise<void> => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const personId = person
      const world = await withRead(deps.database, systemScope(orgId), (tx) =>
        planWorld(tx, { orgId, personId, today: asOf }),
      )
      results.push(await resultOf(deps, { person, world }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

async function resultOf(
  deps: Deps,
  { person, world }: { readonly person: PersonId; readonly world: PlanWorld },
): Promise<UnitResult> {
  const nothing = { person, optimal: true, price: 0, hours: 0, waste: 0, unmet: [] }
  if (world.problem.holdings.length === 0) return { ...nothing, outcome: 'nothing-to-plan' }
  const wanted = { minimise: AIMS, cycles: DEFAULT_CYCLES, pinned: [], excluded: [] }
  const answer = await solveFor(deps, world, { wanted, seconds: SECONDS_EACH })
  const { outcome, optimal } = answer.plan
  return {
    person,
    outcome: outcome.unmet === 0 ? 'feasible' : 'infeasible',
    optimal,
    price: outcome.price,
    hours: outcome.hours,
    waste: Math.round(outcome.waste),
    unmet: unmetOf(world, answer),
  }
}

const unmetOf = ({ standings }: PlanWorld, { plan }: PlanAnswer): readonly unknown[] =>
  plan.unmet.map(({ holding, cycle, missing }) => ({
    credential: standings.find((each) => each.holding.id === holding)?.holding.credential ?? '',
    from: formatDay(cycle.from),
    to: formatDay(cycle.to),
    missing,
  }))

async function keepResults(
  tx: Transaction,
  { orgId, runId, results, over }: { orgId: OrgId; runId: string; results: readonly UnitResult[]; over: boolean },
): Promise<void> {
  await tx.client.query(
    `insert into unit_plan_results (org_id, run_id, person_id, outcome, optimal, price_thousandths, hours_thousandths,
        waste_minutes_thousandths, unmet)
      select $1, $2, r.person, r.outcome, r.optimal, r.price, r.hours, r.waste, r.unmet
      from jsonb_to_recordset($3::jsonb) as r (person uuid, outcome text, optimal boolean, price bigint, hours bigint,
        waste bigint, unmet jsonb)
      on conflict do nothing`,
    [orgId, runId, JSON.stringify(results)],
  )
  await tx.client.query(
    `update unit_plan_runs set status = case when $3 then 'done' else 'running' end,
        finished_at = case when $3 then clock_timestamp() end
      where org_id = $1 and id = $2 and status in ('waiting', 'running')`,
    [orgId, runId, over],
  )
}
