import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { listStandings } from '../compliance/index.ts'
import { systemScope } from '../kernel/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { changePerson, memberAccess } from './index.ts'

let server: TestDatabase
let org: TestOrganisation
let admin: TestPerson
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
  admin = await org.person({ unit: 'root', roles: ['administrator'] })
  trainer = await org.person({ name: 'Ana' })
  const cycle = { issuedOn: dayFrom('2025-04-01'), expiresOn: dayFrom('2027-04-01') }
  await addHolding(place, { personId: trainer.personId, ...cycle })
})

const details = (unitId: string, personId: string = trainer.personId) => ({
  key: randomUUID(),
  personId,
  givenName: 'Anna Lena',
  familyName: 'Ortega',
  unitId,
})

const listed = async ({ context }: TestPerson) => {
  const { rows } = await listStandings(context, { filter: {}, sort: { by: 'name', direction: 'asc' }, page: 1 })
  return rows.map(({ personName, unitName }) => [personName, unitName])
}

const trail = () =>
  withRead(server.database, systemScope(org.orgId), async ({ client }) => {
    const { rows } = await client.query(
      "select actor_id, person_id, before, after from audit_events where action = 'person.changed'",
    )
    return rows
  })

describe('another name, another unit', () => {
  it('are in the lists at once, move the person into other reaches, and are kept in the trail', async () => {
    const north = await org.person({ unit: 'north', roles: ['staff'] })
    const south = await org.person({ unit: 'south', roles: ['staff'] })
    expect([await listed(north), await listed(south)]).toEqual([[['Person, Ana', 'North']], []])
    await changePerson(admin.context, details(org.south.id))
    expect([await listed(north), await listed(south)]).toEqual([[], [['Ortega, Anna Lena', 'South']]])
    expect(await memberAccess(admin.context, trainer.personId)).toMatchObject({
      name: 'Anna Lena Ortega',
      unitId: org.south.id,
      unitName: 'South',
    })
    expect(await trail()).toMatchObject([
      {
        actor_id: admin.personId,
        person_id: trainer.personId,
        before: { givenName: 'Ana', familyName: 'Person', unitPath: org.north.path },
        after: { givenName: 'Anna Lena', familyName: 'Ortega', unitPath: org.south.path },
      },
    ])
  })

  it('are one change for one key, and none where nothing is different', async () => {
    const change = details(org.south.id)
    await Promise.all([changePerson(admin.context, change), changePerson(admin.context, change)])
    expect(await trail()).toHaveLength(1)
    await expect(changePerson(admin.context, details(org.south.id))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'person.unchanged',
    })
    expect(await trail()).toHaveLength(1)
  })

  it('are given by nobody to themselves, out of reach, or without the role', async () => {
    await expect(changePerson(admin.context, details(org.south.id, admin.personId))).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'person.own-details',
    })
    const north = await org.person({ unit: 'north', roles: ['administrator'] })
    await expect(changePerson(north.context, details(org.south.id))).rejects.toMatchObject({ code: 'unit.unknown' })
    await expect(changePerson(north.context, details(org.rootUnitId))).rejects.toMatchObject({ code: 'unit.unknown' })
    const south = await org.person({ unit: 'south', roles: ['administrator'] })
    await expect(changePerson(south.context, details(org.south.id))).rejects.toMatchObject({ code: 'person.unknown' })
    const rival = await createOrganisation(server.database)
    const theirs = await rival.person({ unit: 'root', roles: ['administrator'] })
    await expect(changePerson(theirs.context, details(rival.south.id))).rejects.toMatchObject({
      code: 'person.unknown',
    })
    await expect(changePerson(admin.context, details(rival.south.id))).rejects.toMatchObject({ code: 'unit.unknown' })
    const registrar = await org.person({ unit: 'root', roles: ['registrar'] })
    await expect(changePerson(registrar.context, details(org.south.id))).rejects.toMatchObject({
      code: 'access.denied',
    })
    expect(await trail()).toEqual([])
  })
})
