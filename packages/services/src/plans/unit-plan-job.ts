import { type Transaction, withCommand, withRead } from '@gs/db'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import { AIMS, type PlanAnswer } from '@gs/domain/planner'
import { z } from 'zod'
import { type Deps, systemScope } from '../kernel/index.ts'
import { storedDay } from '../standings/stored-day.ts'
import { DEFAULT_CYCLES, type PlanWorld, planWorld } from './plan-world.ts'
import { solveFor } from './propose-plan.ts'

/** People in a unit with a holding: those whose plans are asked for. */
export const PEOPLE_OF_UNIT = `people p where p.org_id = $1 and p.unit_path ^@ $2 and p.status = 'active'
  and exists (select 1 from holdings h where h.org_id = p.org_id and h.person_id = p.id and h.ended_on is null)`

const job = z.object({ orgId: z.uuid(), runId: z.uuid() })

/** People whose results are kept together; between two such groups a run can be cancelled. */
const BATCH = 24
/** People planned at once: two for each of the planner's threads, so that none waits for its next. */
const AT_ONCE = 4
/** A job that takes longer hands the rest to the next one. */
const SLICE_MS = 120_000
/** Nobody waits for one of many. */
const SECONDS_EACH = 5

interface Run {
  readonly status: 'waiting' | 'running' | 'done' | 'cancelled'
  readonly unit_path: string
  readonly as_of: string
}

interface Batch {
  readonly people: readonly { readonly person: PersonId; readonly world: PlanWorld }[]
  /** Is it the last one? */
  readonly over: boolean
}

/**
 * The job: plans whoever of the run has no result yet, batch after batch; the next one is read while one is planned.
 * What it did before it was killed is kept.
 */
export async function planUnit(deps: Deps, data: unknown): Promise<void> {
  const { orgId: org, runId } = job.parse(data)
  const of = { orgId: org as OrgId, runId }
  const until = deps.clock.now().getTime() + SLICE_MS
  let batch = await nextBatch(deps, { ...of, after: null })
  while (batch) {
    const { people, over } = batch
    const after = people.at(-1)?.person ?? null
    const [results, next] = await Promise.all([
      planAll(deps, people),
      over ? undefined : nextBatch(deps, { ...of, after }),
    ])
    const handOn = !over && deps.clock.now().getTime() > until
    const runs = await keepBatch(deps, of, { results, over, handOn })
    batch = runs && !handOn ? next : undefined
  }
}

interface RunKey {
  readonly orgId: OrgId
  readonly runId: string
}

/** The next people of a run behind one of them, with their worlds; nothing where the run has ended. */
const nextBatch = (
  { database }: Deps,
  { orgId, runId, after }: RunKey & { readonly after: PersonId | null },
): Promise<Batch | undefined> =>
  withRead(database, systemScope(orgId), async (tx) => {
    const { rows } = await tx.client.query<Run>(
      'select status, unit_path, as_of::text from unit_plan_runs where org_id = $1 and id = $2',
      [orgId, runId],
    )
    const run = rows[0]
    if (!run || run.status === 'cancelled' || run.status === 'done') return undefined
    const today = storedDay(run.as_of)
    const found = await tx.client.query<{ id: PersonId }>(
      `select p.id from ${PEOPLE_OF_UNIT} and ($4::uuid is null or p.id > $4) and not exists (select 1 from unit_plan_results r
          where r.org_id = p.org_id and r.run_id = $3 and r.person_id = p.id) order by p.id limit ${BATCH}`,
      [orgId, run.unit_path, runId, after],
    )
    const people: Batch['people'][number][] = []
    for (const { id: personId } of found.rows)
      people.push({ person: personId, world: await planWorld(tx, { orgId, personId, today }) })
    return { people, over: people.length < BATCH }
  })

interface UnitResult {
  readonly person: PersonId
  readonly outcome: 'feasible' | 'infeasible' | 'nothing-to-plan'
  readonly optimal: boolean
  readonly price: number
  readonly hours: number
  readonly waste: number
  readonly unmet: readonly unknown[]
}

async function planAll(deps: Deps, people: Batch['people']): Promise<readonly UnitResult[]> {
  const waiting = [...people]
  const results: UnitResult[] = []
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(await resultOf(deps, next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return results
}

async function resultOf(
  deps: Deps,
  { person, world }: { readonly person: PersonId; readonly world: PlanWorld },
): Promise<UnitResult> {
  const nothing = { person, optimal: true, price: 0, hours: 0, waste: 0, unmet: [] }
  if (world.problem.holdings.length === 0) return { ...nothing, outcome: 'nothing-to-plan' }
  const wanted = { minimise: AIMS, cycles: DEFAULT_CYCLES, pinned: [], excluded: [] }
  const answer = await solveFor(deps, world, { wanted, seconds: SECONDS_EACH, relax: false })
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

interface Kept {
  readonly results: readonly UnitResult[]
  readonly over: boolean
  readonly handOn: boolean
}

/** Keeps what a batch came to; false where its run has ended meanwhile. */
async function keepBatch(deps: Deps, { orgId, runId }: RunKey, { results, over, handOn }: Kept): Promise<boolean> {
  // Kept twice is kept once: a run taken up again needs no answer of before.
  const key = `plans.unit:${deps.ids.next()}`
  const whole = { ...systemScope(orgId), name: 'plans.unit', key, body: null, knownOn: deps.clock.today() }
  return withCommand(deps.database, whole, async ({ tx, audit }) => {
    const runs = await keepResults(tx, { orgId, runId, results, over })
    if (handOn && runs) await deps.queue.enqueue(tx, { name: 'plans.unit', key, data: { orgId, runId } })
    audit({
      id: deps.ids.next(),
      action: over ? 'unit-plan.done' : 'unit-plan.went-on',
      subjectKind: 'unit-plan',
      subjectId: runId,
      after: { people: results.length },
    })
    return runs
  })
}

async function keepResults(
  tx: Transaction,
  { orgId, runId, results, over }: RunKey & { readonly results: readonly UnitResult[]; readonly over: boolean },
): Promise<boolean> {
  await tx.client.query(
    `insert into unit_plan_results (org_id, run_id, person_id, outcome, optimal, price_thousandths, hours_thousandths,
        waste_minutes_thousandths, unmet)
      select $1, $2, r.person, r.outcome, r.optimal, r.price, r.hours, r.waste, r.unmet
      from jsonb_to_recordset($3::jsonb) as r (person uuid, outcome text, optimal boolean, price bigint, hours bigint,
        waste bigint, unmet jsonb)
      on conflict do nothing`,
    [orgId, runId, JSON.stringify(results)],
  )
  const { rowCount } = await tx.client.query(
    `update unit_plan_runs set status = case when $3 then 'done' else 'running' end,
        finished_at = case when $3 then clock_timestamp() end
      where org_id = $1 and id = $2 and status in ('waiting', 'running')`,
    [orgId, runId, over],
  )
  return rowCount === 1
}
