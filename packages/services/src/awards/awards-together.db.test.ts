import { randomUUID } from 'node:crypto'
import { checkInvariants, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type PersonId, thousandths } from '@gs/domain'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
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
import { type PostAward, postAward } from './index.ts'

let test: TestDatabase
let owner: pg.Client
let org: TestOrganisation
let registrar: TestPerson
let trainers: readonly PersonId[]

/** An organisation with a registrar and trainers who have a ledger. */
async function organisation(people: number) {
  const made = await createOrganisation(test.database)
  const place = { database: test.database, orgId: made.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  const ids: PersonId[] = []
  for (let n = 0; n < people; n++) {
    const { personId } = await made.person()
    await addHolding(place, { personId, issuedOn: dayFrom('2025-06-01'), expiresOn: dayFrom('2027-06-01') })
    ids.push(personId)
  }
  const desk = await made.person({ unit: 'root', roles: ['registrar'] })
  // The first entry of a ledger makes its head, alone.
  for (const id of ids) await postAward(desk.context, award(id, 'First'))
  return { made, desk, ids }
}

const award = (personId: PersonId, activity: string, change: Partial<PostAward> = {}): PostAward => ({
  key: randomUUID(),
  personId,
  activity,
  activityType: 'course',
  completedOn: dayFrom('2026-02-01'),
  credits: [{ packId: TEST_PACK.id, category: '', amount: thousandths(100) }],
  reason: 'Certificate seen at the desk',
  ...change,
})

/** Transactions that wrote entries of an activity. */
const transactions = async (activity: string): Promise<number> => {
  const { rows } = await owner.query<{ count: number }>(
    'select count(distinct xmin::text)::int as count from ledger_entries where activity = $1',
    [activity],
  )
  return rows[0]?.count ?? 0
}

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  owner = new pg.Client({ connectionString: test.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  const { made, desk, ids } = await organisation(5)
  org = made
  registrar = desk
  trainers = ids
})
afterAll(async () => {
  await owner.end()
  await test.drop()
})

const first = (): PersonId => {
  const [id] = trainers
  if (!id) throw new Error('nobody is there')
  return id
}

const sound = async (): Promise<void> => {
  const { differences, breaches } = await verifyStandings(registrar.context)
  expect([...differences, ...breaches].filter(({ orgId }) => orgId === org.orgId)).toEqual([])
  const broken = await withRead(test.database, { orgId: org.orgId, reach: '*' }, (tx) => checkInvariants(tx, org.orgId))
  expect(broken).toEqual([])
}

describe('awards that are posted at once', () => {
  it('share a transaction, and each has its own entry, event, key and answer', async () => {
    const activity = `Together ${randomUUID()}`
    const wanted = trainers.map((id) => award(id, activity))
    const posted = await Promise.all(wanted.map((each) => postAward(registrar.context, each)))
    expect(await transactions(activity)).toBe(1)
    const { rows } = await owner.query(
      `select e.id as "entryId", e.person_id as person, e.seq, a.actor_id as actor from ledger_entries e
        join audit_events a on a.org_id = e.org_id and a.subject_id = e.id::text where e.activity = $1`,
      [activity],
    )
    const expected = posted.map(({ entryId }, n) => ({
      entryId,
      person: trainers[n],
      seq: 2,
      actor: registrar.personId,
    }))
    expect(rows).toHaveLength(expected.length)
    expect(rows).toEqual(expect.arrayContaining(expected))
    const again = await Promise.all(wanted.map((each) => postAward(registrar.context, each)))
    expect(again).toEqual(posted)
    expect(posted.map(({ standings }) => standings[0]?.counted)).toEqual(trainers.map(() => 200))
    await sound()
  })

  it('leave one that is refused or fails to itself', async () => {
    const activity = `Mixed ${randomUUID()}`
    await owner.query(`create function fail_once() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = '53100'; end $$`)
    await owner.query(
      `create trigger fail_once before insert on ledger_entries for each row when (new.reason = 'fails') execute function fail_once()`,
    )
    const [a, b, c, d, e] = trainers
    if (!(a && b && c && d && e)) throw new Error('five are needed')
    const results = await Promise.allSettled(
      [
        award(a, activity),
        award(b, activity, { credits: [{ packId: 'unheard-of', category: '', amount: thousandths(1) }] }),
        award(c, activity, { reason: 'fails' }),
        award(randomUUID() as PersonId, activity),
        award(d, activity, { completedOn: dayFrom('2026-03-03') }),
        award(e, activity),
      ].map((each) => postAward(registrar.context, each)),
    )
    const codes = results.map((each) => (each.status === 'rejected' ? each.reason.code : 'posted'))
    expect(codes).toEqual(['posted', 'pack.unknown', '53100', 'person.unknown', 'award.in-future', 'posted'])
    const { rows } = await owner.query('select person_id as id from ledger_entries where activity = $1', [activity])
    expect(rows.map(({ id }) => id).sort()).toEqual([a, e].sort())
    await owner.query('drop trigger fail_once on ledger_entries')
    await sound()
  })

  it('to one person follow each other', async () => {
    const activity = `Twice ${randomUUID()}`
    const posted = await Promise.all([1, 2, 3].map(() => postAward(registrar.context, award(first(), activity))))
    expect(posted.map(({ seq }) => seq).sort()).toEqual([2, 3, 4])
    await sound()
  })

  it('wait for no ledger that somebody else holds', async () => {
    await owner.query('begin')
    await owner.query('select 1 from ledger_heads where org_id = $1 and person_id = $2 for update', [
      org.orgId,
      first(),
    ])
    let heldIsPosted = false
    const held = postAward(registrar.context, award(first(), 'Held')).then((posted) => {
      heldIsPosted = true
      return posted
    })
    const free = await Promise.all(trainers.slice(1).map((id) => postAward(registrar.context, award(id, 'Free'))))
    expect(free.map(({ seq }) => seq)).toEqual([2, 2, 2, 2])
    expect(heldIsPosted).toBe(false)
    await owner.query('rollback')
    expect((await held).seq).toBe(2)
    await sound()
  })

  it('by several actors are each written in the scope of their own', async () => {
    const activity = `Scopes ${randomUUID()}`
    const rival = await organisation(1)
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    const [theirs] = rival.ids
    if (!theirs) throw new Error('the other organisation has nobody')
    const results = await Promise.allSettled([
      postAward(registrar.context, award(first(), activity)),
      postAward(rival.desk.context, award(theirs, activity)),
      postAward(rival.desk.context, award(first(), activity)),
      postAward(south.context, award(first(), activity)),
    ])
    expect(results.map((each) => (each.status === 'rejected' ? each.reason.code : 'posted'))).toEqual([
      'posted',
      'posted',
      'person.unknown',
      'person.unknown',
    ])
    expect(await transactions(activity)).toBe(2)
    await sound()
  })
})
