import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { Amount } from '@gs/domain'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import type { ServiceContext } from '../kernel/index.ts'
import { planWorld } from '../plans/index.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
} from '../testing/index.ts'
import { type CourseCredit, readCourseCredits, setCourseCredits } from './index.ts'

const TODAY = '2026-03-02'

let testing: TestDatabase
beforeAll(async () => {
  testing = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => testing?.drop())

let org: TestOrganisation
let author: ServiceContext
let courseId: string
beforeEach(async () => {
  org = await createOrganisation(testing.database, TODAY)
  await publishTestPack({ database: testing.database, orgId: org.orgId, today: dayFrom(TODAY) })
  author = (await org.person({ unit: 'root', roles: ['author'] })).context
  courseId = (await createTestCourse(testing.database, org.orgId)).courseId
})

const given: CourseCredit = {
  packId: 'test-pack',
  category: '',
  amount: 1900 as Amount,
  from: dayFrom('2026-01-01'),
  to: null,
  source: 'Approval 12/2025',
}
const set = (credits: readonly CourseCredit[], seen: readonly CourseCredit[] = [], ctx = author) =>
  setCourseCredits(ctx, { courseId, seen, credits, key: randomUUID() })
const stored = async () => (await readCourseCredits(author, { courseId })).credits

it('a course that gives nothing is no use to a plan; once a body gives for it, the next plan may take it', async () => {
  const { personId, context } = await org.person()
  const whose = { orgId: org.orgId, personId }
  const place = { database: testing.database, orgId: org.orgId, today: dayFrom(TODAY) }
  await addHolding(place, { personId, issuedOn: dayFrom(TODAY), expiresOn: dayFrom('2028-03-02') })
  const planned = async () =>
    (
      await withRead(testing.database, { ...whose, reach: [] }, (tx) =>
        planWorld(tx, { ...whose, today: context.clock.today() }),
      )
    ).activities.map(({ credits }) => credits)
  expect(await planned()).toEqual([])
  expect((await readCourseCredits(author, { courseId })).packs).toMatchObject([{ packId: 'test-pack', body: 'TB' }])
  const kept = { ...given, from: '2026-01-01' }
  expect(await set([given])).toEqual({ credits: [kept] })
  expect(await planned()).toEqual([[{ packId: 'test-pack', credits: 1900, category: null }]])
  const [event] = await testing.asOwner<{ before: unknown; after: unknown }>(
    "select before, after from audit_events where org_id = $1 and action = 'course.credits-changed'",
    [org.orgId],
  )
  expect(event).toEqual({ before: [], after: [kept] })
})

it('is replaced as a whole, one approval after the other, and not over what somebody else has saved', async () => {
  await set([given])
  await expect(set([])).rejects.toMatchObject({ kind: 'stale', code: 'credits.stale' })
  const first = { ...given, to: dayFrom('2026-12-31') }
  const second = { ...given, from: dayFrom('2027-01-01'), amount: 1500 as Amount }
  await set([first, second], [given])
  expect((await stored()).map(({ amount, from, to }) => [amount, from, to])).toEqual([
    [1900, '2026-01-01', '2026-12-31'],
    [1500, '2027-01-01', null],
  ])
  await set([], [second, first])
  expect(await stored()).toEqual([])
})

it('is refused where it makes no sense, with its place, and to whoever writes no courses', async () => {
  for (const [credits, code, index] of [
    [[given, { ...given, packId: 'no-such' }], 'credits.pack', 1],
    [[{ ...given, category: 'X' }], 'credits.category', 0],
    [[{ ...given, to: dayFrom('2025-12-31') }], 'credits.to', 0],
    [[given, given], 'credits.twice', 1],
  ] as const)
    await expect(set(credits)).rejects.toMatchObject({ kind: 'invalid', code, params: { index } })
  expect(await stored()).toEqual([])
  const auditor = (await org.person({ unit: 'root', roles: ['auditor'] })).context
  await expect(set([given], [], auditor)).rejects.toMatchObject({ code: 'access.denied' })
  const elsewhere = await createOrganisation(testing.database, TODAY)
  const other = (await elsewhere.person({ unit: 'root', roles: ['author'] })).context
  await expect(set([given], [], other)).rejects.toMatchObject({ code: 'course.unknown' })
})
