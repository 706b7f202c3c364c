import { withCommand, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { loadPacks } from '@gs/rulepacks'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { systemScope } from '../kernel/index.ts'
import { publishPacks } from '../rules/index.ts'
import { createOrganisation, dayFrom, type TestOrganisation, type TestPerson } from '../testing/index.ts'
import { verifyStandings } from '../verification/index.ts'
import { addPeople } from './add-people.ts'

const TODAY = '2026-11-20'
let server: TestDatabase
let org: TestOrganisation
let someone: TestPerson

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(server.database, TODAY)
  someone = await org.person()
  const command = { ...systemScope(org.orgId), name: 'test', key: 'publish-packs', body: null, knownOn: dayFrom(TODAY) }
  await withCommand(server.database, command, async ({ tx, audit }) => {
    audit({ id: someone.context.ids.next(), action: 'test', subjectKind: 'test', subjectId: 'packs' })
    await publishPacks(tx, { orgId: org.orgId, packs: loadPacks(), today: dayFrom(TODAY) })
    return null
  })
})
afterAll(() => server.drop())

it('spreads a population over every credential that is offered, and stores the standings that verify finds', async () => {
  await addPeople(someone.context, { slug: org.orgId, count: 900, progress: () => undefined })
  const { held, offered, statuses } = await withRead(server.database, systemScope(org.orgId), async ({ client }) => {
    const one = async (text: string): Promise<string[]> =>
      (await client.query<{ value: string }>(text)).rows.map(({ value }) => value)
    return {
      held: await one('select distinct credential_code as value from holdings order by 1'),
      offered: await one('select code as value from credentials order by 1'),
      statuses: await one('select distinct status as value from standings order by 1'),
    }
  })
  expect(held).toEqual(offered)
  expect(statuses.length).toBeGreaterThan(6)
  const { differences, breaches } = await verifyStandings(someone.context)
  expect(differences.slice(0, 5)).toEqual([])
  expect(breaches).toEqual([])
})
