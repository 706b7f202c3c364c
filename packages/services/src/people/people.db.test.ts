import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { thousandths } from '@gs/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { postAward, reverseAward } from '../awards/index.ts'
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
import { listActions, listEvents, listLedger } from '../trail/index.ts'
import { getPerson, personLedger, personRecords, personSubmissions, searchPeople } from './index.ts'

let test: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson
let auditor: TestPerson
let south: TestPerson
let entryId: string

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  const place = { database: test.database, orgId: org.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  trainer = await org.person({ name: 'Marta' })
  registrar = await org.person({ unit: 'root', roles: ['registrar'], name: 'Rita' })
  auditor = await org.person({ unit: 'root', roles: ['auditor'], name: 'Aldo' })
  south = await org.person({ unit: 'south', roles: ['registrar', 'auditor', 'staff'], name: 'Sol' })
  await addHolding(place, {
    personId: trainer.personId,
    issuedOn: dayFrom('2025-06-01'),
    expiresOn: dayFrom('2027-06-01'),
  })
  org.setToday('2026-03-05')
  const posted = await postAward(registrar.context, {
    key: randomUUID(),
    personId: trainer.personId,
    activity: 'Workshop',
    activityType: 'course',
    completedOn: dayFrom('2026-02-01'),
    credits: [{ packId: TEST_PACK.id, category: '', amount: thousandths(800) }],
    reason: 'Certificate seen',
  })
  entryId = posted.entryId
  org.setToday('2026-03-09')
  await reverseAward(registrar.context, { key: randomUUID(), entryId, reason: 'Wrong person' })
  org.setToday('2026-03-10')
})
afterAll(() => test.drop())

const refusal = (code: string): Partial<Refusal> => ({ code })

describe('people', () => {
  it('are found by a part of the name or address, within reach', async () => {
    const found = await searchPeople(registrar.context, { search: 'mart', page: 1 })
    expect(found.rows).toMatchObject([
      { name: 'Person, Marta', unitName: 'North', holdings: [{ credentialCode: 'TEST' }] },
    ])
    expect((await searchPeople(registrar.context, { search: trainer.personId, page: 1 })).total).toBe(1)
    expect((await searchPeople(registrar.context, { search: '_', page: 1 })).total).toBe(0)
    expect((await searchPeople(registrar.context, { page: 1 })).total).toBe(4)
    expect((await searchPeople(south.context, { page: 1 })).rows.map(({ name }) => name)).toEqual(['Person, Sol'])
  })

  it('are seen with standing and reasons, as of a day', async () => {
    const now = await getPerson(registrar.context, { personId: trainer.personId })
    expect(now.person).toMatchObject({ units: ['All', 'North'], own: false })
    expect(now.holdings[0]).toMatchObject({ credentialCode: 'TEST', counted: 0, required: 2000 })
    const then = await getPerson(registrar.context, { personId: trainer.personId, asOf: dayFrom('2026-03-06') })
    expect(then.holdings[0]?.counted).toBe(800)
  })

  it('out of reach they do not exist, whatever is asked', async () => {
    const { personId } = trainer
    const asked = [
      () => getPerson(south.context, { personId }),
      () => personLedger(south.context, { personId }),
      () => personRecords(south.context, personId),
      () => personSubmissions(south.context, personId),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject(refusal('person.unknown'))
    await expect(getPerson(trainer.context, { personId })).rejects.toMatchObject(refusal('access.denied'))
    const staff = await org.person({ unit: 'root', roles: ['staff'] })
    await expect(personLedger(staff.context, { personId })).rejects.toMatchObject(refusal('access.denied'))
    await expect(personSubmissions(staff.context, personId)).rejects.toMatchObject(refusal('access.denied'))
  })

  it('show their ledger as known on a day, with its chain', async () => {
    const now = await personLedger(auditor.context, { personId: trainer.personId })
    expect(now.entries.map(({ kind, seq, reversedBy }) => ({ kind, seq, reversed: reversedBy !== null }))).toEqual([
      { kind: 'reversal', seq: 2, reversed: false },
      { kind: 'award', seq: 1, reversed: true },
    ])
    expect(now.chain).toMatchObject({ entries: 2, sound: true, fault: null })
    const then = await personLedger(auditor.context, { personId: trainer.personId, knownOn: dayFrom('2026-03-06') })
    expect(then.entries).toMatchObject([
      { id: entryId, reversedBy: null, actorName: 'Rita Person', reason: 'Certificate seen' },
    ])
  })
})

describe('the trail and the ledgers', () => {
  it('are filtered by action, actor, person and day', async () => {
    const events = (filter: object) => listEvents(auditor.context, { page: 1, ...filter })
    const awards = await events({ action: 'award.' })
    expect(awards.rows.map(({ action }) => action)).toEqual(['award.reversed', 'award.posted'])
    expect(awards.rows[0]).toMatchObject({
      actorName: 'Rita Person',
      personName: 'Marta Person',
      reason: 'Wrong person',
    })
    expect((await events({ action: 'award.', knownOn: dayFrom('2026-03-06') })).total).toBe(1)
    expect((await events({ actor: 'rita' })).total).toBe(2)
    expect((await events({ person: 'marta', from: dayFrom('2026-03-09') })).total).toBe(1)
    expect((await events({ personId: randomUUID() })).total).toBe(0)
    expect(await listActions(auditor.context)).toContain('award.posted')
  })

  it('reach no further than the auditor does', async () => {
    expect((await listEvents(south.context, { action: 'award.', page: 1 })).total).toBe(0)
    expect((await listLedger(south.context, { page: 1 })).total).toBe(0)
    await expect(listEvents(registrar.context, { page: 1 })).rejects.toMatchObject(refusal('access.denied'))
  })

  it('show entries as known on any day', async () => {
    const now = await listLedger(auditor.context, { page: 1 })
    expect(now.rows.map(({ kind }) => kind)).toEqual(['reversal', 'award'])
    expect(now.chains).toMatchObject([{ personId: trainer.personId, sound: true }])
    expect((await listLedger(auditor.context, { page: 1, knownOn: dayFrom('2026-03-06') })).total).toBe(1)
    expect((await listLedger(auditor.context, { page: 1, knownOn: dayFrom('2026-03-04') })).total).toBe(0)
    expect((await listLedger(auditor.context, { page: 1, packId: 'other' })).total).toBe(0)
    expect((await listLedger(auditor.context, { page: 1, kind: 'reversal', person: 'marta' })).total).toBe(1)
  })

  it('a changed entry is found, and where', async () => {
    const owner = new pg.Client({ connectionString: test.ownerUrl })
    await owner.connect()
    try {
      await owner.query(
        'begin; alter table ledger_entries disable trigger all; alter table ledger_entries no force row level security',
      )
      await owner.query(`update ledger_entries set payload = payload || '\\x20' where org_id = $1 and seq = 2`, [
        org.orgId,
      ])
      await owner.query('alter table ledger_entries force row level security; commit')
    } finally {
      await owner.end()
    }
    const { chain } = await personLedger(auditor.context, { personId: trainer.personId })
    expect(chain).toMatchObject({ sound: false, fault: 2 })
  })
})
