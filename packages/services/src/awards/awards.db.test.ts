import { randomUUID } from 'node:crypto'
import { checkInvariants, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type PersonId, thousandths } from '@gs/domain'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Refusal } from '../kernel/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { verifyStandings } from '../verification/index.ts'
import { awardOptions, type PostAward, postAward, previewAward, reverseAward } from './index.ts'

let test: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson
const today = dayFrom('2026-03-02')

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  const place = { database: test.database, orgId: org.orgId, today }
  await publishTestPack(place)
  trainer = await org.person()
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  await addHolding(place, {
    personId: trainer.personId,
    issuedOn: dayFrom('2025-06-01'),
    expiresOn: dayFrom('2027-06-01'),
  })
})
afterAll(() => test.drop())

const line = (amount: number, packId: string = TEST_PACK.id) => ({ packId, category: '', amount: thousandths(amount) })
const award = (change: Partial<PostAward> = {}): PostAward => ({
  key: randomUUID(),
  personId: trainer.personId,
  activity: 'Kettlebell day',
  activityType: 'course',
  completedOn: dayFrom('2026-02-01'),
  credits: [line(600)],
  reason: 'Certificate seen at the desk',
  ...change,
})
const refusal = (code: string): Partial<Refusal> => ({ code })
const figures = async () =>
  withRead(test.database, { orgId: org.orgId, reach: '*' }, async ({ client }) => {
    const { rows } = await client.query<{ counted: number; wasted: number }>(
      'select counted, wasted from standings where org_id = $1 and person_id = $2',
      [org.orgId, trainer.personId],
    )
    return rows[0]
  })

describe('the award desk', () => {
  it('shows what an award would change, and posting changes exactly that', async () => {
    const before = await figures()
    const wanted = award({ credits: [line(1700)] })
    const preview = await previewAward(registrar.context, wanted)
    expect(await figures()).toEqual(before)
    expect(preview.changes).toHaveLength(1)
    const [change] = preview.changes
    expect(change).toMatchObject({ credited: 1700, counts: 1700, wastes: 0, rejected: null })
    expect(preview.warnings).toEqual([])
    await postAward(registrar.context, wanted)
    const after = await figures()
    expect({ counted: change?.after.counted, wasted: change?.after.wasted }).toEqual(after)
    expect(after?.counted).toBe((before?.counted ?? 0) + 1700)
  })

  it('warns of waste, of the same again, and of a body that nobody holds', async () => {
    const { key, reason, ...wanted } = award({ credits: [line(1700), line(500, 'unheld')] })
    await expect(previewAward(registrar.context, wanted)).rejects.toMatchObject(refusal('pack.unknown'))
    const preview = await previewAward(registrar.context, { ...wanted, credits: [line(1700)] })
    expect(preview.duplicates).toHaveLength(1)
    expect(preview.warnings.map(({ code }) => code)).toEqual(['duplicate', 'wastes'])
    const [change] = preview.changes
    expect((change?.counts ?? 0) + (change?.wastes ?? 0)).toBe(1700)
    expect(key.length + reason.length).toBeGreaterThan(0)
    const early = await previewAward(registrar.context, {
      ...wanted,
      completedOn: dayFrom('2025-01-01'),
      credits: [line(100)],
    })
    expect(early.changes[0]?.rejected).toBe('before-cycle')
    expect(early.warnings.map(({ code }) => code)).toEqual(['rejected'])
  })

  it('leaves the standings as they are judged anew', async () => {
    expect(await verifyStandings(test)).toMatchObject({ standings: 1, differences: [], breaches: [] })
  })

  it('posts once for its key', async () => {
    const wanted = award({ activity: 'Once' })
    const results = await Promise.all([1, 2, 3].map(() => postAward(registrar.context, wanted)))
    expect(new Set(results.map(({ entryId }) => entryId)).size).toBe(1)
    await expect(postAward(registrar.context, { ...wanted, reason: 'another' })).rejects.toThrow('command.other-body')
  })

  it('tells the person where that is asked for', async () => {
    const before = org.jobs.length
    await postAward(registrar.context, award({ activity: 'Quiet' }))
    expect(org.jobs).toHaveLength(before)
    await postAward(registrar.context, award({ activity: 'Told', notify: true }))
    expect(org.jobs.at(-1)?.data).toMatchObject({
      template: 'award-posted',
      data: { credits: [{ amount: 600, unit: 'units' }] },
    })
  })

  it('refuses what is not for the desk', async () => {
    const post = (change: Partial<PostAward>) => postAward(registrar.context, award(change))
    await expect(post({ personId: registrar.personId })).rejects.toMatchObject(refusal('decision.own'))
    await expect(post({ personId: randomUUID() as PersonId })).rejects.toMatchObject(refusal('person.unknown'))
    await expect(post({ completedOn: dayFrom('2026-03-03') })).rejects.toMatchObject(refusal('award.in-future'))
    await expect(post({ credits: [] })).rejects.toMatchObject(refusal('award.nothing'))
    await expect(post({ credits: [{ ...line(1), category: 'A' }] })).rejects.toMatchObject(refusal('credits.category'))
    await expect(post({ filedOn: dayFrom('2026-01-01') })).rejects.toMatchObject(
      refusal('award.filed-before-completed'),
    )
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    await expect(postAward(south.context, award())).rejects.toMatchObject(refusal('person.unknown'))
    await expect(awardOptions(south.context, trainer.personId)).rejects.toMatchObject(refusal('person.unknown'))
    const staff = await org.person({ unit: 'root', roles: ['staff', 'auditor', 'administrator', 'author'] })
    await expect(postAward(staff.context, award())).rejects.toMatchObject(refusal('access.denied'))
    const rival = await createOrganisation(test.database)
    const theirs = await rival.person({ unit: 'root', roles: ['registrar'] })
    await expect(postAward(theirs.context, award())).rejects.toMatchObject(refusal('person.unknown'))
  })
})

describe('taking an award back', () => {
  it('is one counter-entry, however many ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { entryId } = await postAward(registrar.context, award({ activity: `Round ${round}` }))
      const before = await figures()
      const results = await Promise.allSettled(
        [1, 2, 3].map(() => reverseAward(registrar.context, { key: randomUUID(), entryId, reason: 'By mistake' })),
      )
      const failed = results.filter((each) => each.status === 'rejected')
      expect(failed).toHaveLength(2)
      for (const each of failed) expect(each.reason).toMatchObject({ code: 'award.already-reversed', kind: 'conflict' })
      const after = await figures()
      expect((after?.counted ?? 0) + (after?.wasted ?? 0)).toBe((before?.counted ?? 0) + (before?.wasted ?? 0) - 600)
    }
    const breaches = await withRead(test.database, { orgId: org.orgId, reach: '*' }, (tx) =>
      checkInvariants(tx, org.orgId),
    )
    expect(breaches).toEqual([])
  })

  it('refuses a reversal of a reversal, one’s own, and one out of reach', async () => {
    const reverse = (entryId: string, ctx = registrar.context) =>
      reverseAward(ctx, { key: randomUUID(), entryId, reason: 'By mistake' })
    const { entryId } = await postAward(registrar.context, award({ activity: 'Back' }))
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    await expect(reverse(entryId, south.context)).rejects.toMatchObject(refusal('entry.unknown'))
    const { reversalId } = await reverse(entryId)
    await expect(reverse(reversalId)).rejects.toMatchObject(refusal('award.not-an-award'))
    await expect(reverse(randomUUID())).rejects.toMatchObject(refusal('entry.unknown'))
    const other = await org.person({ unit: 'root', roles: ['registrar'] })
    const own = await postAward(registrar.context, award({ personId: other.personId }))
    await expect(reverse(own.entryId, other.context)).rejects.toMatchObject(refusal('decision.own'))
  })
})
