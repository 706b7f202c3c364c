import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { Amount } from '@gs/domain'
import type { CourseOffer } from '@gs/domain/courses'
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
import { readCourseOffer, setCourseOffer } from './index.ts'

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
  const credits = [{ packId: 'test-pack', amount: 1900 }]
  courseId = (await createTestCourse(testing.database, org.orgId, { credits })).courseId
})

const free: CourseOffer = { price: 0 as Amount, availableFrom: null, availableUntil: null, card: null }
const limited: CourseOffer = {
  price: 899_500 as Amount,
  availableFrom: dayFrom('2026-04-01'),
  availableUntil: dayFrom('2027-01-31'),
  card: { type: 'cpr-aed', months: 24 },
}
const set = (offer: CourseOffer, seen = free, ctx = author) =>
  setCourseOffer(ctx, { courseId, seen, offer, key: randomUUID() })

it('is kept with what it was before in the trail, and the next plan reckons with it', async () => {
  expect(await readCourseOffer(author, { courseId })).toEqual({
    offer: { price: 0, availableFrom: null, availableUntil: null, card: null },
    cardTypes: ['cpr-aed'],
  })
  const kept = { price: 899_500, availableFrom: '2026-04-01', availableUntil: '2027-01-31', card: limited.card }
  expect(await set(limited)).toEqual({ offer: kept })
  expect((await readCourseOffer(author, { courseId })).offer).toEqual(kept)
  const [event] = await testing.asOwner<{ before: { price: number }; after: unknown }>(
    "select before, after from audit_events where org_id = $1 and action = 'course.offer-changed'",
    [org.orgId],
  )
  expect(event?.before.price).toBe(0)
  expect(event?.after).toEqual(kept)

  const { context, personId } = await org.person()
  const place = { database: testing.database, orgId: org.orgId, today: dayFrom(TODAY) }
  await addHolding(place, { personId, issuedOn: dayFrom(TODAY), expiresOn: dayFrom('2028-03-02') })
  const whose = { orgId: org.orgId, personId }
  const world = await withRead(testing.database, { ...whose, reach: [] }, (tx) =>
    planWorld(tx, { ...whose, today: context.clock.today() }),
  )
  expect(world.activities).toMatchObject([
    {
      price: 899_500,
      availableFrom: limited.availableFrom,
      availableUntil: limited.availableUntil,
      card: { type: 'cpr-aed', validMonths: 24 },
    },
  ])
})

it('is not overwritten by whoever saw another one', async () => {
  await set({ ...free, price: 100_000 as Amount })
  await expect(set(limited)).rejects.toMatchObject({ kind: 'stale', code: 'offer.stale' })
  expect((await readCourseOffer(author, { courseId })).offer.price).toBe(100_000)
  await set(limited, { ...free, price: 100_000 as Amount })
  expect((await readCourseOffer(author, { courseId })).offer.card).toEqual({ type: 'cpr-aed', months: 24 })
})

it('is refused where it makes no sense, and to whoever writes no courses', async () => {
  for (const [part, code] of [
    [{ price: -1 as Amount }, 'offer.price'],
    [{ availableUntil: dayFrom('2026-03-31') }, 'offer.window'],
    [{ card: { type: 'library', months: 24 } }, 'offer.card.type'],
    [{ card: { type: 'cpr-aed', months: 0 } }, 'offer.card.months'],
  ] as const)
    await expect(set({ ...limited, ...part })).rejects.toMatchObject({ kind: 'invalid', code })
  expect((await readCourseOffer(author, { courseId })).offer.price).toBe(0)
  const auditor = (await org.person({ unit: 'root', roles: ['auditor'] })).context
  await expect(set(limited, free, auditor)).rejects.toMatchObject({ code: 'access.denied' })
  const stranger = await createOrganisation(testing.database, TODAY)
  const other = (await stranger.person({ unit: 'root', roles: ['author'] })).context
  await expect(set(limited, free, other)).rejects.toMatchObject({ code: 'course.unknown' })
})
