import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, createDatabase, migrate, withCommand } from '@gs/db'
import { addDays, addMonths, formatDay } from '@gs/domain'
import type { PlanProblem } from '@gs/domain/planner'
import { prepareQueue, QUEUES } from '@gs/runtime'
import { startEmbedded } from '@gs/runtime/embedded'
import { plannerPool } from '@gs/runtime/solver'
import { systemScope } from '@gs/services'
import { planUnit, showUnitPlan, startUnitPlan } from '@gs/services/plans'
import { publishPacks } from '@gs/services/rules'
import { createOrganisation, createTestCourse, type TestOrganisation, testCourseBody } from '@gs/services/testing'
import pg from 'pg'
import { packOf, problemOf } from './instances.ts'

/** As the worker has them. */
const THREADS = 2
const CONNECTIONS = 4
const PACKS = ['nasm-cpt', 'ace-cpt'] as const
/** Offers differ between organisations: so many of them share the people out. */
const ORGANISATIONS = 4

export interface UnitRun {
  readonly people: number
  readonly seconds: number
  readonly feasible: number
  readonly unproven: number
}

/**
 * Plans whole units by the job itself: a real database, durable as the product's, the worker's own threads, and every
 * result kept. A unit's people hold one or two certifications in a cycle that runs, of 15 courses on offer.
 */
export async function planUnits(people: number): Promise<UnitRun> {
  const folder = mkdtempSync(join(tmpdir(), 'gs-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded(folder)
  const planner = plannerPool({ threads: THREADS })
  try {
    await migrate(server.ownerUrl, { appPassword: server.appPassword })
    await prepareQueue(server.ownerUrl, QUEUES)
    const database = createDatabase(server.appUrl, { max: CONNECTIONS })
    const owner = new pg.Client({ connectionString: server.ownerUrl })
    await owner.connect()
    try {
      const total = { people: 0, seconds: 0, feasible: 0, unproven: 0 }
      for (let seed = 0; seed < ORGANISATIONS; seed++) {
        const problem = problemOf({ holdings: 2, cycles: 2, activities: 15 }, seed)
        const organisation = await createOrganisation(database, formatDay(problem.asOf))
        await offer(organisation, problem)
        await enrol(owner, organisation, { problem, many: Math.ceil(people / ORGANISATIONS) })
        const staff = await organisation.person({ unit: 'root', roles: ['staff'] })
        const context = { ...staff.context, planner }
        const { runId } = await startUnitPlan(context, { unitId: organisation.rootUnitId, key: crypto.randomUUID() })
        const begun = performance.now()
        // A job that hands on leaves the next one in the queue.
        for (let at = 0; at < organisation.jobs.length; at++) await planUnit(context, organisation.jobs[at]?.data)
        total.seconds += (performance.now() - begun) / 1000
        const { run } = await showUnitPlan(context, { runId, page: 1 })
        if (run.status !== 'done' || run.planned !== run.total) throw new Error(`the run ended ${run.status}`)
        total.people += run.planned
        total.feasible += run.feasible
        total.unproven += run.unproven
      }
      return total
    } finally {
      await owner.end()
      await closeDatabase(database)
    }
  } finally {
    await planner.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The rules and the activities of a problem as packs and courses of an organisation. */
async function offer({ orgId, person }: TestOrganisation, { asOf, activities }: PlanProblem): Promise<void> {
  const { context } = await person({ unit: 'root' })
  const { database } = context
  const packs = PACKS.map((id) => packOf(id).pack)
  const command = { ...systemScope(orgId), name: 'bench.offer', key: crypto.randomUUID(), body: null, knownOn: asOf }
  await withCommand(database, command, async ({ tx, audit }) => {
    await publishPacks(tx, { orgId, packs, today: asOf })
    audit({ id: crypto.randomUUID(), action: 'bench.offer', subjectKind: 'organisation', subjectId: orgId })
    return null
  })
  for (const activity of activities) {
    const { courseId } = await createTestCourse(database, orgId, {
      body: { ...testCourseBody(activity.id.toUpperCase()), hours: Math.round(activity.hours / 1000) },
      credits: activity.credits.map(({ packId, credits }) => ({ packId, amount: credits })),
    })
    await withCommand(database, { ...command, key: crypto.randomUUID() }, async ({ tx, audit }) => {
      await tx.client.query(
        'update courses set price_thousandths = $3, available_from = $4, available_until = $5 where org_id = $1 and id = $2',
        [
          orgId,
          courseId,
          activity.price,
          ...[activity.availableFrom, activity.availableUntil].map((day) => (day === null ? null : formatDay(day))),
        ],
      )
      audit({ id: crypto.randomUUID(), action: 'bench.offer', subjectKind: 'course', subjectId: courseId })
      return null
    })
  }
}

/** People who hold the first pack's certification, every second one the other's as well, each in another week of it. */
async function enrol(
  owner: pg.Client,
  { orgId, north, south }: TestOrganisation,
  { problem: { asOf }, many }: { readonly problem: PlanProblem; readonly many: number },
): Promise<void> {
  const holdings = Array.from({ length: many }, (_, n) => {
    const personId = crypto.randomUUID()
    return PACKS.slice(0, 1 + (n % 2)).map((packId, index) => {
      const issuedOn = addDays(asOf, -((n * 37 + index * 211) % 700))
      const expiresOn = formatDay(addDays(addMonths(issuedOn, 24), 0))
      return { personId, unit: n % 3 ? north : south, packId, issuedOn: formatDay(issuedOn), expiresOn }
    })
  }).flat()
  const rows = holdings.map((row) => ({
    ...row,
    holdingId: crypto.randomUUID(),
    unitId: row.unit.id,
    path: row.unit.path,
  }))
  await owner.query(
    `with r as (select * from jsonb_to_recordset($2::jsonb) as r ("personId" uuid, "unitId" uuid, path text, "packId" text,
        "issuedOn" date, "expiresOn" date, "holdingId" uuid)),
      p as (insert into people (org_id, id, given_name, family_name, email, unit_id, unit_path)
        select distinct on ("personId") $1::uuid, "personId", 'Bench', 'Person', "personId" || '@example.test', "unitId", path from r),
      h as (insert into holdings (org_id, id, person_id, credential_code, pack_id, issued_on, source, known_on)
        select $1::uuid, r."holdingId", r."personId", c.code, r."packId", r."issuedOn", 'confirmed', r."issuedOn"
        from r join credentials c on c.org_id = $1 and c.pack_id = r."packId")
      insert into cycles (org_id, person_id, credential_code, valid, holding_id, number, starts_on, expires_on, known_on)
        select $1::uuid, r."personId", c.code, daterange(r."issuedOn", r."expiresOn", '[]'), r."holdingId", 1, r."issuedOn",
          r."expiresOn", r."issuedOn" from r join credentials c on c.org_id = $1 and c.pack_id = r."packId"`,
    [orgId, JSON.stringify(rows)],
  )
  await owner.query('analyze')
}
