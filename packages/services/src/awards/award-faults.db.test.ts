import { randomUUID } from 'node:crypto'
import { checkInvariants, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { thousandths } from '@gs/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { type PostAward, postAward } from './index.ts'

/** Every table that an award of the desk writes to. */
const WRITTEN = [
  'command_keys',
  'ledger_heads',
  'ledger_entries',
  'ledger_credits',
  'standings',
  'audit_events',
] as const

let test: TestDatabase
let owner: pg.Client
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  owner = new pg.Client({ connectionString: test.ownerUrl })
  await owner.connect()
  org = await createOrganisation(test.database)
  const place = { database: test.database, orgId: org.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  trainer = await org.person()
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  await addHolding(place, {
    personId: trainer.personId,
    issuedOn: dayFrom('2025-06-01'),
    expiresOn: dayFrom('2027-06-01'),
  })
  await owner.query(
    "create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$",
  )
})
afterAll(async () => {
  await owner.end()
  await test.drop()
})

const award = (): PostAward => ({
  key: randomUUID(),
  personId: trainer.personId,
  activity: 'Kettlebell day',
  activityType: 'course',
  completedOn: dayFrom('2026-02-01'),
  credits: [{ packId: TEST_PACK.id, category: '', amount: thousandths(100) }],
  reason: 'Certificate seen at the desk',
})

/** Every row of every table that an award writes, as text. */
const everything = async (): Promise<string> => {
  const seen: string[] = []
  for (const table of WRITTEN) {
    const { rows } = await owner.query<{ all: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as all from ${table} t where org_id = $1`,
      [org.orgId],
    )
    seen.push(`${table}\n${rows[0]?.all}`)
  }
  return seen.join('\n')
}

describe('C9: an award of which one write fails', () => {
  it.each(WRITTEN)('leaves nothing behind when %s cannot be written, and its key can be used again', async (table) => {
    const wanted = award()
    const before = await everything()
    await owner.query(
      `create trigger fail_here before insert or update on ${table} for each row execute function fail_here()`,
    )
    await expect(postAward(registrar.context, wanted)).rejects.toMatchObject({ code: '53100' })
    await owner.query(`drop trigger fail_here on ${table}`)
    expect(await everything()).toBe(before)
    const posted = await postAward(registrar.context, wanted)
    expect(await postAward(registrar.context, wanted)).toEqual(posted)
    const scope = { orgId: org.orgId, reach: '*' } as const
    expect(await withRead(test.database, scope, (tx) => checkInvariants(tx, org.orgId))).toEqual([])
  })
})
