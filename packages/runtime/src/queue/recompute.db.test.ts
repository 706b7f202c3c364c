import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { packSchema } from '@gs/domain/rules'
import { systemScope } from '@gs/services'
import { publishVersion, recomputeStandings, showRecomputations } from '@gs/services/rules'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openQueue, type Queue } from './queue.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const PEOPLE = 130

describe('a new version of a pack, in the background', () => {
  let suite: TestDatabase
  let queue: Queue
  let org: TestOrganisation
  let registrar: TestPerson

  beforeAll(async () => {
    suite = await createTestDatabase({
      ownerUrl: inject('pgOwnerUrl'),
      template: inject('pgTemplate'),
      appPassword: inject('pgAppPassword'),
    })
    org = await createOrganisation(suite.database)
    const place = { database: suite.database, orgId: org.orgId, today: dayFrom('2026-03-02') }
    await publishTestPack(place)
    registrar = await org.person({ unit: 'root', roles: ['registrar'] })
    for (let n = 0; n < PEOPLE; n++) {
      const { personId } = await org.person()
      await addHolding(place, { personId, issuedOn: dayFrom('2025-04-01'), expiresOn: dayFrom('2027-04-01') })
    }
    queue = await openQueue({ url: suite.appUrl, log: silent, worker: true })
  })
  afterAll(async () => {
    await queue.stop()
    await suite.drop()
  })

  const progress = async () => (await showRecomputations(registrar.context))[0]

  it('goes on after its worker died in the middle, and recomputes nobody twice', async () => {
    const deps = { ...registrar.context, queue }
    const pack = packSchema.parse({
      ...TEST_PACK,
      version: 2,
      rules: TEST_PACK.rules.map((rule) => (rule.id === 'required' ? { ...rule, amount: '3.0' } : rule)),
    })
    await publishVersion(deps, { orgId: org.orgId, pack })
    expect(await progress()).toMatchObject({ people: PEOPLE, done: 0, finishedAt: null })
    const given: unknown[] = []
    const seen = Promise.withResolvers<void>()
    await queue.work('standings.recompute', async (data) => {
      given.push(data)
      // The first worker dies after its first batch: the ids run out, as a killed process runs out.
      let ids = 0
      const dying = given.length === 1
      // The second goes on when what the first has left was looked at.
      if (!dying) await seen.promise
      const next = () => {
        ids += 1
        if (dying && ids > 2) throw new Error(`killed ${randomUUID()}`)
        return deps.ids.next()
      }
      await recomputeStandings({ ...deps, ids: { ...deps.ids, next } }, data)
    })
    await vi.waitFor(async () => expect((await progress())?.done).toBe(100), { timeout: 80_000, interval: 100 })
    seen.resolve()
    await vi.waitFor(async () => expect((await progress())?.finishedAt).not.toBe(null), {
      timeout: 80_000,
      interval: 200,
    })
    expect(given).toHaveLength(2)
    expect(given[1]).toEqual(given[0])
    expect(await progress()).toMatchObject({ done: PEOPLE, holdings: PEOPLE, changed: PEOPLE })
    const required = await withRead(suite.database, systemScope(org.orgId), async ({ client }) => {
      const { rows } = await client.query<{ required: number; n: number }>(
        'select required, count(*)::int as n from standings where org_id = $1 group by required',
        [org.orgId],
      )
      return rows
    })
    expect(required).toEqual([{ required: 3000, n: PEOPLE }])
  }, 240_000)
})
