import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { thousandths } from '@gs/domain'
import { packSchema } from '@gs/domain/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { postAward, previewAward, type WantedAward } from '../awards/index.ts'
import { complianceOverview, listStandings } from '../compliance/index.ts'
import { listCatalogue } from '../courses/index.ts'
import { systemScope } from '../kernel/index.ts'
import { getPerson } from '../people/index.ts'
import { publishVersion } from '../rules/index.ts'
import { explainHoldingOf, explainOwnHolding, showStanding } from '../standings/index.ts'
import {
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { verifyStandings } from '../verification/index.ts'
import {
  addHolding,
  confirmHolding,
  declareHolding,
  endHolding,
  listDeclared,
  listOwnHoldings,
  ownCredentialOptions,
  refuseHolding,
  withdrawHolding,
} from './index.ts'

let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson

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
  await publishTestPack({ database: server.database, orgId: org.orgId, today: dayFrom('2026-03-02') })
  trainer = await org.person()
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
})

const stated = {
  credential: 'TEST',
  certifiedOn: dayFrom('2025-04-01'),
  cycleStart: null,
  expiresOn: null,
  number: 'A-17',
  fileId: null,
}
const declare = (more: Partial<Parameters<typeof declareHolding>[1]> = {}) =>
  declareHolding(trainer.context, { key: randomUUID(), ...stated, replaces: null, ...more })
const cycles = () =>
  withRead(server.database, systemScope(org.orgId), async ({ client }) => {
    const { rows } = await client.query(
      'select starts_on, expires_on, in_error from cycles where org_id = $1 order by known_on, starts_on, in_error desc',
      [org.orgId],
    )
    return rows
  })
const anyFilter = { filter: {}, sort: { by: 'name', direction: 'asc' }, page: 1 } as const

describe('a declared holding', () => {
  it('has a standing at once, is marked as declared, and is counted apart until it is confirmed', async () => {
    const { holdingId } = await declare()
    const page = await showStanding(trainer.context)
    expect(page.holdings).toMatchObject([
      { holdingId, source: 'declared', status: 'active', required: 2000, expiresOn: '2027-04-01' },
    ])
    expect(await complianceOverview(registrar.context, {})).toMatchObject({ holdings: 0, declared: 1 })
    expect((await listStandings(registrar.context, anyFilter)).rows).toMatchObject([{ holdingId, source: 'declared' }])
    expect((await listDeclared(registrar.context, { page: 1 })).rows).toMatchObject([
      { id: holdingId, credential: 'TEST', number: 'A-17', own: false },
    ])
    expect(await cycles()).toEqual([])

    org.setToday('2026-03-05')
    await confirmHolding(registrar.context, { key: randomUUID(), holdingId })
    expect(await complianceOverview(registrar.context, {})).toMatchObject({ holdings: 1, declared: 0 })
    expect(await cycles()).toEqual([{ starts_on: '2025-04-01', expires_on: '2027-04-01', in_error: false }])
    expect(org.jobs.map(({ data }) => data)).toMatchObject([
      { template: 'holding-decided', data: { title: { en: 'Test certification', es: 'Certificación de prueba' } } },
    ])
    // What was known before stands: that day it was only declared.
    const before = await explainOwnHolding(trainer.context, { holdingId, asOf: dayFrom('2026-03-04') })
    expect(before.explained).toMatchObject({ source: 'declared', status: 'active' })
    const after = await explainOwnHolding(trainer.context, { holdingId })
    expect(after.explained).toMatchObject({ source: 'confirmed' })
    await expect(confirmHolding(registrar.context, { key: randomUUID(), holdingId })).rejects.toMatchObject({
      code: 'holding.confirmed',
    })
    expect((await verifyStandings(trainer.context)).differences.filter(({ orgId }) => orgId === org.orgId)).toEqual([])
  })

  it('can be edited and withdrawn by its holder alone, as long as nobody confirmed it', async () => {
    const first = await declare()
    const second = await declare({ certifiedOn: dayFrom('2025-05-01'), replaces: first.holdingId })
    expect((await showStanding(trainer.context)).holdings).toMatchObject([
      { holdingId: second.holdingId, expiresOn: '2027-05-01' },
    ])
    await expect(declare({ replaces: first.holdingId })).rejects.toMatchObject({ code: 'holding.ended' })
    const stranger = await org.person()
    await expect(
      withdrawHolding(stranger.context, { key: randomUUID(), holdingId: second.holdingId }),
    ).rejects.toMatchObject({ code: 'holding.unknown' })
    await withdrawHolding(trainer.context, { key: randomUUID(), holdingId: second.holdingId })
    expect((await showStanding(trainer.context)).holdings).toEqual([])
    expect(await listOwnHoldings(trainer.context)).toEqual([])
    const { holdingId } = await declare()
    await confirmHolding(registrar.context, { key: randomUUID(), holdingId })
    await expect(withdrawHolding(trainer.context, { key: randomUUID(), holdingId })).rejects.toMatchObject({
      code: 'holding.confirmed',
    })
  })

  it('is refused with its reason, which its holder reads, and may be declared again', async () => {
    const { holdingId } = await declare()
    await refuseHolding(registrar.context, { key: randomUUID(), holdingId, reason: 'The number is unknown there' })
    expect(await listOwnHoldings(trainer.context)).toMatchObject([
      { id: holdingId, state: 'refused', reason: 'The number is unknown there' },
    ])
    expect((await showStanding(trainer.context)).holdings).toEqual([])
    await declare()
    expect((await listOwnHoldings(trainer.context)).map(({ state }) => state)).toEqual(['declared', 'refused'])
  })

  it.each([
    [{ certifiedOn: dayFrom('2026-03-03') }, 'holding.certified-in-future', 'certifiedOn'],
    [{ certifiedOn: dayFrom('2020-01-01') }, 'holding.first-cycle-over', 'expiresOn'],
    [
      { cycleStart: dayFrom('2026-02-02'), expiresOn: dayFrom('2026-02-01') },
      'holding.cycle-ends-before-start',
      'expiresOn',
    ],
    [{ credential: 'NOBODY' }, 'credential.unknown', 'credential'],
    [{ fileId: randomUUID() }, 'file.unknown', 'file'],
  ])('with wrong facts %o is refused at the field', async (wrong, code, field) => {
    await expect(declare(wrong)).rejects.toMatchObject({ code, field })
    expect(await listOwnHoldings(trainer.context)).toEqual([])
  })

  it('is one of its kind: twice at once is one, and a second is refused', async () => {
    const tries = await Promise.allSettled([declare(), declare(), declare()])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(declare()).rejects.toMatchObject({ code: 'holding.duplicate', field: 'credential' })
    expect((await ownCredentialOptions(trainer.context)).held).toEqual(['TEST'])
  })
})

describe('a holding that a registrar enters', () => {
  const add = (by: TestPerson, personId = trainer.personId) => {
    const { fileId: _, ...rest } = stated
    return addHolding(by.context, { key: randomUUID(), personId, ...rest })
  }

  it('is confirmed from the beginning, ends with a reason, and can be entered again', async () => {
    const { holdingId } = await add(registrar)
    expect(await complianceOverview(registrar.context, {})).toMatchObject({ holdings: 1, declared: 0 })
    await expect(
      endHolding(registrar.context, { key: randomUUID(), holdingId, on: dayFrom('2026-03-03'), reason: 'Later' }),
    ).rejects.toMatchObject({ code: 'holding.ends-in-future', field: 'on' })
    org.setToday('2026-03-10')
    await endHolding(registrar.context, {
      key: randomUUID(),
      holdingId,
      on: dayFrom('2026-03-08'),
      reason: 'Given back',
    })
    expect(await complianceOverview(registrar.context, {})).toMatchObject({ holdings: 0 })
    const on = async (asOf: string, knownAt: string) =>
      (
        await explainHoldingOf(registrar.context, {
          personId: trainer.personId,
          holdingId,
          asOf: dayFrom(asOf),
          knownAt: dayFrom(knownAt),
        })
      ).explained?.status ?? null
    expect(await on('2026-03-07', '2026-03-10')).toBe('active')
    expect(await on('2026-03-08', '2026-03-10')).toBe(null)
    expect(await on('2026-03-08', '2026-03-09')).toBe('active')
    await add(registrar)
    expect(await cycles()).toEqual([
      { starts_on: '2025-04-01', expires_on: '2027-04-01', in_error: true },
      { starts_on: '2025-04-01', expires_on: '2027-04-01', in_error: false },
    ])
  })

  it('is entered by nobody for themselves, nor out of reach', async () => {
    await expect(add(registrar, registrar.personId)).rejects.toMatchObject({ code: 'decision.own' })
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    await expect(add(south)).rejects.toMatchObject({ code: 'person.unknown' })
    const staff = await org.person({ unit: 'root', roles: ['staff'] })
    await expect(add(staff)).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('one course for several bodies', () => {
  const OTHER = packSchema.parse({
    ...TEST_PACK,
    id: 'test-hours',
    lineage: 'test-hours',
    body: { short: 'HB', name: { en: 'Hours Body', es: 'Entidad de horas' } },
    credential: { name: { en: 'Hours', es: 'Horas' }, names: ['HOURS'] },
    unit: { singular: { en: 'hour', es: 'hora' }, plural: { en: 'hours', es: 'horas' }, minutesPerUnit: 60 },
    rules: TEST_PACK.rules.map((rule) => (rule.id === 'required' ? { ...rule, amount: '20' } : rule)),
  })

  beforeEach(async () => {
    await publishVersion(registrar.context, { orgId: org.orgId, pack: OTHER })
    await declare()
    await declare({ credential: 'HOURS', certifiedOn: dayFrom('2025-08-01') })
  })

  it('is worth to each holding what its body gives, in its unit, on its own days of approval', async () => {
    await createTestCourse(server.database, org.orgId, {
      credits: [
        { packId: 'test-pack', amount: 1900 },
        { packId: 'test-hours', amount: 19_000, from: dayFrom('2026-04-01') },
      ],
    })
    const worth = async () => (await listCatalogue(trainer.context)).map((course) => course.worth)
    expect(await worth()).toMatchObject([[{ credential: 'TEST', counts: 1900, unit: { plural: { en: 'units' } } }]])
    org.setToday('2026-04-01')
    const [both] = await worth()
    expect(both).toHaveLength(2)
    expect(both).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ credential: 'TEST', counts: 1900 }),
        expect.objectContaining({ credential: 'HOURS', counts: 19_000 }),
      ]),
    )
  })

  it('counts for each when it is awarded, once, and the explanation lists the same entry in both units', async () => {
    const wanted: WantedAward = {
      personId: trainer.personId,
      activity: 'Congress',
      activityType: 'course',
      completedOn: dayFrom('2026-02-01'),
      credits: [
        { packId: 'test-pack', category: '', amount: thousandths(1000) },
        { packId: 'test-hours', category: '', amount: thousandths(12_000) },
      ],
    }
    const { changes } = await previewAward(registrar.context, wanted)
    expect(changes.map(({ credited, counts, wastes }) => [credited, counts, wastes]).sort()).toEqual([
      [1000, 1000, 0],
      [12_000, 12_000, 0],
    ])
    await postAward(registrar.context, { ...wanted, key: randomUUID(), reason: 'Seen' })
    const { holdings } = await showStanding(trainer.context)
    expect(Object.fromEntries(holdings.map(({ credential, counted }) => [credential.code, counted]))).toEqual({
      TEST: 1000,
      HOURS: 12_000,
    })
    const explained = await Promise.all(
      holdings.map(({ holdingId }) => explainOwnHolding(trainer.context, { holdingId })),
    )
    const lines = explained.map(({ explained: each }) =>
      each?.lines?.map(({ id, credited, counted }) => ({ id, credited, counted })),
    )
    expect(lines[0]?.[0]?.id).toBe(lines[1]?.[0]?.id)
    expect(lines.map((each) => each?.[0]?.credited).sort()).toEqual([1000, 12_000])
  })

  it('names the smallest change for each in its unit', async () => {
    const { holdings } = await showStanding(trainer.context)
    const changes = await Promise.all(
      holdings.map(({ holdingId }) => explainOwnHolding(trainer.context, { holdingId })),
    )
    expect(
      Object.fromEntries(changes.map(({ credential, explained }) => [credential.code, explained?.change?.en])),
    ).toEqual({
      TEST: expect.stringMatching(/^1\.9 more units|^1\.9 units more/),
      HOURS: expect.stringMatching(/19\.9 hours more|20 hours more|19\.9 more hours/),
    })
  })

  it('shows a reader without the ledger no line of it, and the person with both holdings', async () => {
    const staff = await org.person({ unit: 'root', roles: ['staff'] })
    const { holdings } = await getPerson(staff.context, { personId: trainer.personId })
    expect(holdings.map(({ source }) => source)).toEqual(['declared', 'declared'])
    const [first] = holdings
    const asked = { personId: trainer.personId, holdingId: first?.holdingId ?? '' }
    expect((await explainHoldingOf(staff.context, asked)).explained?.lines).toBe(null)
    expect((await explainHoldingOf(registrar.context, asked)).explained?.lines).toEqual([])
    const rival = await createOrganisation(server.database)
    const foreign = await rival.person({ unit: 'root', roles: ['registrar'] })
    await expect(explainHoldingOf(foreign.context, asked)).rejects.toMatchObject({ code: 'holding.unknown' })
  })
})
