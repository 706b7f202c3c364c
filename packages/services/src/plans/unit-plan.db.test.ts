import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import type { Planner } from '../ports.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  createTestDatabase,
  dayFrom,
  publishTestPack,
  type TestDatabase,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '../testing/index.ts'
import { cancelUnitPlan, listUnitPlans, planUnit, resumeUnitPlan, showUnitPlan, startUnitPlan } from './index.ts'

let test: TestDatabase
let organisation: TestOrganisation
let staff: TestPerson
const key = () => randomUUID()
const PEOPLE = 30

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => test.drop())

beforeEach(async () => {
  organisation = await createOrganisation(test.database)
  const place = { database: test.database, orgId: organisation.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  staff = await organisation.person({ roles: ['staff'] })
  for (let n = 0; n < PEOPLE; n++) {
    // Every third one has too little time for anything to be on offer.
    const { personId } = await organisation.person({ unit: n === 0 ? 'south' : 'north' })
    const issuedOn = n % 3 === 0 ? dayFrom('2024-03-10') : dayFrom('2026-01-15')
    const expiresOn = n % 3 === 0 ? dayFrom('2026-03-10') : dayFrom('2028-01-15')
    await addHolding(place, { personId, issuedOn, expiresOn })
  }
  for (const code of ['ONE', 'TWO'])
    await createTestCourse(test.database, organisation.orgId, {
      body: { ...testCourseBody(code), hours: 40 },
      credits: [{ packId: 'test-pack', amount: 1900 }],
    })
})

const job = () => organisation.jobs.filter(({ name }) => name === 'plans.unit')
const run = (runId: string) => showUnitPlan(staff.context, { runId, page: 1 })

it('plans everybody in reach, and says who has no plan and why', async () => {
  const { runId } = await startUnitPlan(staff.context, { unitId: organisation.north.id, key: key() })
  await expect(startUnitPlan(staff.context, { unitId: organisation.north.id, key: key() })).rejects.toMatchObject({
    code: 'unit-plan.running',
  })
  await planUnit(staff.context, job()[0]?.data)
  const { run: done, without } = await run(runId)
  // The one in the south is not of this unit.
  expect(done).toMatchObject({ status: 'done', total: PEOPLE - 1, planned: PEOPLE - 1, feasible: 20, infeasible: 9 })
  expect(without.total).toBe(9)
  expect(without.rows[0]?.unmet[0]).toMatchObject({ credential: 'TEST', to: '2026-03-10', missing: ['credits'] })
  expect((await listUnitPlans(staff.context)).runs.map(({ id }) => id)).toEqual([runId])
})

it('is cancelled between two batches and taken up again where it was', async () => {
  const { runId } = await startUnitPlan(staff.context, { unitId: organisation.north.id, key: key() })
  let solved = 0
  const { planner } = staff.context
  const cancelling: Planner = {
    async solve(task, signal) {
      if (++solved === 5) await cancelUnitPlan(staff.context, { runId, key: key() })
      return planner.solve(task, signal)
    },
  }
  await planUnit({ ...staff.context, planner: cancelling }, job()[0]?.data)
  const stopped = (await run(runId)).run
  expect(stopped.status).toBe('cancelled')
  expect(stopped.planned).toBeGreaterThan(0)
  expect(stopped.planned).toBeLessThan(PEOPLE - 1)
  await resumeUnitPlan(staff.context, { runId, key: key() })
  let again = 0
  const counting: Planner = {
    solve(task, signal) {
      again++
      return planner.solve(task, signal)
    },
  }
  await planUnit({ ...staff.context, planner: counting }, job()[1]?.data)
  expect((await run(runId)).run).toMatchObject({ status: 'done', planned: PEOPLE - 1 })
  expect(again).toBe(PEOPLE - 1 - stopped.planned)
})

it('goes on with the rest after it was killed', async () => {
  const { runId } = await startUnitPlan(staff.context, { unitId: organisation.north.id, key: key() })
  let left = 26
  const { planner } = staff.context
  const dying: Planner = {
    solve: (task, signal) => (left-- > 0 ? planner.solve(task, signal) : Promise.reject(new Error('killed'))),
  }
  await expect(planUnit({ ...staff.context, planner: dying }, job()[0]?.data)).rejects.toThrow('killed')
  expect((await run(runId)).run).toMatchObject({ status: 'running', planned: 24 })
  await planUnit(staff.context, job()[0]?.data)
  expect((await run(runId)).run).toMatchObject({ status: 'done', planned: PEOPLE - 1 })
})

it('is seen by nobody beside the unit', async () => {
  const { runId } = await startUnitPlan(staff.context, { unitId: organisation.north.id, key: key() })
  const south = await organisation.person({ unit: 'south', roles: ['staff'] })
  await expect(showUnitPlan(south.context, { runId, page: 1 })).rejects.toMatchObject({ code: 'unit-plan.unknown' })
  await expect(cancelUnitPlan(south.context, { runId, key: key() })).rejects.toMatchObject({
    code: 'unit-plan.unknown',
  })
  await expect(startUnitPlan(south.context, { unitId: organisation.north.id, key: key() })).rejects.toMatchObject({
    code: 'unit.unknown',
  })
  expect((await listUnitPlans(south.context)).units.map(({ id }) => id)).toEqual([organisation.south.id])
})
