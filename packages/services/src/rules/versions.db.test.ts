import { randomUUID } from 'node:crypto'
import { withCommand, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { formatDay } from '@gs/domain'
import { type Pack, packSchema } from '@gs/domain/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { filterOptions } from '../compliance/index.ts'
import { listOwnHoldings, ownCredentialOptions } from '../holdings/index.ts'
import { systemScope } from '../kernel/index.ts'
import { explainOwnHolding, moveStandingsOn, showStanding, standingsOf } from '../standings/index.ts'
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
import { publishVersion, recomputeStandings, showRecomputations } from './index.ts'

let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => server.drop())

beforeEach(async () => {
  org = await createOrganisation(server.database, '2026-03-02')
  const place = { database: server.database, orgId: org.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  trainer = await org.person()
  await addHolding(place, {
    personId: trainer.personId,
    issuedOn: dayFrom('2025-04-01'),
    expiresOn: dayFrom('2027-04-01'),
  })
})

/** The test pack with another total, in effect from a day. */
const version = (number: number, amount: string, from: string): Pack =>
  packSchema.parse({
    ...TEST_PACK,
    version: number,
    effective: { from, to: null },
    rules: TEST_PACK.rules.map((rule) => (rule.id === 'required' ? { ...rule, amount } : rule)),
  })

const publish = (number: number, amount: string, from: string) =>
  publishVersion(trainer.context, { orgId: org.orgId, pack: version(number, amount, from) })

const recompute = (recomputationId: string) =>
  recomputeStandings(trainer.context, { orgId: org.orgId, recomputationId })

const judged = (asOf: string, knownAt: string) =>
  withRead(server.database, systemScope(org.orgId), async (tx) => {
    const { standings } = await standingsOf(tx, {
      orgId: org.orgId,
      personId: trainer.personId,
      asOf: dayFrom(asOf),
      knownAt: dayFrom(knownAt),
    })
    return standings.map(({ pack, standing }) => [pack.pack.version, standing.required])
  })

const stored = () =>
  withRead(server.database, systemScope(org.orgId), async ({ client }) => {
    const { rows } = await client.query<{ required: number; as_of: string; next_change_on: string }>(
      'select required, as_of, next_change_on from standings where org_id = $1 order by holding_id',
      [org.orgId],
    )
    return rows
  })

const ownDifferences = async () => {
  const found = await verifyStandings(trainer.context)
  return found.differences.filter(({ orgId }) => orgId === org.orgId)
}

describe('versions of a pack', () => {
  it('judges each day by the version for it, as known on each day', async () => {
    org.setToday('2026-03-10')
    await publish(2, '3.0', '2025-06-01')
    org.setToday('2026-03-20')
    await publish(3, '1.0', '2026-09-01')
    // Published later with effect earlier: unknown before its publication, and no day before its effect is touched.
    expect(await judged('2025-07-01', '2026-03-09')).toEqual([[1, 2000]])
    expect(await judged('2025-07-01', '2026-03-10')).toEqual([[2, 3000]])
    expect(await judged('2025-05-31', '2026-03-10')).toEqual([[1, 2000]])
    // Published later with effect later: the days before keep theirs.
    expect(await judged('2026-08-31', '2026-08-31')).toEqual([[2, 3000]])
    expect(await judged('2026-09-01', '2026-09-01')).toEqual([[3, 1000]])
    expect(await judged('2026-09-01', '2026-03-19')).toEqual([[2, 3000]])
  })

  it('call their credential by the words of the one published last, in both languages', async () => {
    const named = async () => {
      const staff = await org.person({ unit: 'root', roles: ['staff'] })
      const { credentials } = await filterOptions(staff.context)
      const [shown] = (await showStanding(trainer.context)).holdings
      const [own] = await listOwnHoldings(trainer.context)
      const [offered] = (await ownCredentialOptions(trainer.context)).credentials
      const explained = await explainOwnHolding(trainer.context, { holdingId: shown?.holdingId ?? '' })
      return [credentials[0]?.name, shown?.credential.name, own?.name, offered?.name, explained.credential.name]
    }
    expect(await named()).toEqual(Array(5).fill(TEST_PACK.credential.name))
    org.setToday('2026-03-10')
    const name = { en: 'Certification anew', es: 'Certificación de nuevo' }
    const renamed = {
      ...version(2, '2.0', '2026-03-10'),
      credential: { ...TEST_PACK.credential, name, names: ['TEST'] },
    }
    await publishVersion(trainer.context, { orgId: org.orgId, pack: renamed })
    expect(await named()).toEqual(Array(5).fill(name))
  })

  it('recomputes its holdings once, and tells how far it is', async () => {
    const registrar = await org.person({ unit: 'root', roles: ['registrar'] })
    org.setToday('2026-03-10')
    const { recomputationId, people } = await publish(2, '3.0', '2025-06-01')
    expect(people).toBe(1)
    expect(org.jobs).toMatchObject([
      { name: 'standings.recompute', data: { orgId: org.orgId, recomputationId }, key: recomputationId },
    ])
    expect(await stored()).toMatchObject([{ required: 2000 }])
    expect(await showRecomputations(registrar.context)).toMatchObject([
      {
        packId: 'test-pack',
        version: 2,
        people: 1,
        done: 0,
        finishedAt: null,
        credential: { en: 'Test certification' },
      },
    ])
    expect(await recompute(recomputationId)).toBe(1)
    expect(await recompute(recomputationId)).toBe(0)
    expect(await stored()).toMatchObject([{ required: 3000, as_of: '2026-03-10' }])
    expect(await showRecomputations(registrar.context)).toMatchObject([
      { done: 1, holdings: 1, changed: 1, finishedAt: expect.stringMatching(/Z$/) },
    ])
    expect(await ownDifferences()).toEqual([])
  })

  it('moves to a version on the first day of its effect by the clock job alone', async () => {
    const { recomputationId } = await publish(2, '1.0', '2026-09-01')
    await recompute(recomputationId)
    expect(await stored()).toMatchObject([{ required: 2000, next_change_on: '2026-09-01' }])
    org.setToday('2026-08-31')
    await moveStandingsOn(trainer.context)
    expect(await stored()).toMatchObject([{ required: 2000, as_of: '2026-03-02' }])
    org.setToday('2026-09-01')
    await moveStandingsOn(trainer.context)
    expect(await stored()).toMatchObject([{ required: 1000, as_of: '2026-09-01' }])
    expect(await ownDifferences()).toEqual([])
  })

  it('moves holdings to the pack that takes the place of theirs, and counts what was given under either', async () => {
    const pack = packSchema.parse({
      ...version(1, '2.5', '2026-01-01'),
      id: 'test-pack-next',
    })
    const { recomputationId, people } = await publishVersion(trainer.context, { orgId: org.orgId, pack })
    expect(people).toBe(1)
    await recompute(recomputationId)
    const rows = await withRead(server.database, systemScope(org.orgId), async ({ client }) => {
      const held = await client.query('select pack_id from holdings union all select pack_id from credentials')
      return held.rows
    })
    expect(rows).toEqual([{ pack_id: 'test-pack-next' }, { pack_id: 'test-pack-next' }])
    expect(await stored()).toMatchObject([{ required: 2500 }])
    expect(await judged('2025-12-31', '2026-03-02')).toEqual([[1, 2000]])
  })

  it('refuses a version that is not newer and a pack that contradicts itself', async () => {
    await expect(publish(1, '3.0', '2026-01-01')).rejects.toMatchObject({ code: 'pack.version-not-newer' })
    const faulty = packSchema.parse({
      ...TEST_PACK,
      version: 2,
      rules: [...TEST_PACK.rules, { ...TEST_PACK.rules[1], id: 'other', sources: ['nowhere'] }],
    })
    await expect(publishVersion(trainer.context, { orgId: org.orgId, pack: faulty })).rejects.toMatchObject({
      code: 'pack.faulty',
    })
    expect(await judged('2026-03-02', '2026-03-02')).toEqual([[1, 2000]])
  })
})

describe('standing verify', () => {
  it('finds each planted difference and nothing else', async () => {
    expect(await ownDifferences()).toEqual([])
    const plant = (statement: string) =>
      withCommand(
        server.database,
        { ...systemScope(org.orgId), name: 'plant', key: randomUUID(), body: null, knownOn: dayFrom('2026-03-02') },
        async ({ tx, audit }) => {
          await tx.client.query(statement, [org.orgId])
          audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'plant' })
          return null
        },
      )
    await plant(`update standings set counted = 1900, status = 'grace' where org_id = $1`)
    expect(await ownDifferences()).toMatchObject([
      { field: 'status', stored: 'grace', computed: 'active', personId: trainer.personId },
      { field: 'counted', stored: 1900, computed: 0 },
    ])
    await plant('delete from standings where org_id = $1')
    expect(await ownDifferences()).toMatchObject([{ field: 'row', stored: null, computed: 'missing' }])
    expect(formatDay(trainer.context.clock.today())).toBe('2026-03-02')
  })
})
