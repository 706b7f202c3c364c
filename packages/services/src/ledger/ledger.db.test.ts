import { randomUUID } from 'node:crypto'
import { CommandConflict, checkInvariants, type Scope, withCommand, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type EntryId, type OrgId, thousandths } from '@gs/domain'
import { type AwardEntry, reversalOf } from '@gs/domain/ledger'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createOrganisation, dayFrom, type TestOrganisation, type TestPerson } from '../testing/index.ts'
import { type NewEntry, postEntry } from './post-entry.ts'

let test: TestDatabase
let org: TestOrganisation
beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
})
afterAll(() => test.drop())

const scope = (): Scope => ({ orgId: org.orgId, reach: '*' })
const today = dayFrom('2026-03-02')

const newAward = (person: TestPerson, amount = 100): NewEntry => ({
  kind: 'award',
  id: randomUUID() as EntryId,
  orgId: org.orgId,
  personId: person.personId,
  completedOn: today,
  filedOn: null,
  approvedOn: today,
  knownOn: today,
  actorId: null,
  enrollmentId: null,
  submissionId: null,
  credits: [{ packId: 'pack-a', category: '', amount: thousandths(amount) }],
})

interface Posting {
  readonly key?: string
  readonly body?: unknown
  readonly entry: NewEntry
}

const post = ({ key = randomUUID(), body = null, entry }: Posting): Promise<{ seq: number }> =>
  withCommand(test.database, { ...scope(), name: 'test.award', key, body, knownOn: today }, async ({ tx, audit }) => {
    const seq = await postEntry(tx, entry, { activity: 'Workshop', activityType: 'course', idempotencyKey: key })
    audit({
      id: randomUUID(),
      action: 'award.posted',
      subjectKind: 'entry',
      subjectId: entry.id,
      personId: entry.personId,
    })
    return { seq }
  })

const breaches = () => withRead(test.database, scope(), (tx) => checkInvariants(tx, org.orgId))
const count = async (sql: string, values: unknown[]): Promise<number> =>
  withRead(
    test.database,
    scope(),
    async ({ client }) => (await client.query<{ n: number }>(sql, values)).rows[0]?.n ?? -1,
  )
const entriesOf = (personId: string): Promise<number> =>
  count('select count(*)::int as n from ledger_entries where org_id = $1 and person_id = $2', [org.orgId, personId])

/** Runs the works with at most `lanes` at once, and answers what became of each. */
async function inLanes<T>(lanes: number, works: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const results: PromiseSettledResult<T>[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let index = next++; index < works.length; index = next++) {
        const work = works[index]
        if (work) results[index] = (await Promise.allSettled([work()]))[0] as PromiseSettledResult<T>
      }
    }),
  )
  return results
}

describe('the ledger under many hands', () => {
  it('B1: 300 awards to one trainer over 20 connections are all there once, in an unbroken chain', async () => {
    const person = await org.person()
    const results = await inLanes(
      20,
      Array.from({ length: 300 }, () => () => post({ entry: newAward(person) })),
    )
    expect(results.filter((result) => result.status === 'rejected')).toEqual([])
    expect(await entriesOf(person.personId)).toBe(300)
    expect(await breaches()).toEqual([])
  })

  it('B3: of two reversals at once of each of 500 awards, exactly one succeeds', async () => {
    const person = await org.person()
    const awards: AwardEntry[] = []
    for (let index = 0; index < 500; index++) {
      const entry = newAward(person) as Omit<AwardEntry, 'seq'>
      awards.push({ ...entry, seq: (await post({ entry })).seq })
    }
    const reverse = (award: AwardEntry) => () => {
      const { seq: _, ...reversal } = reversalOf(award, {
        id: randomUUID() as EntryId,
        seq: 0,
        knownOn: today,
        actorId: null,
      })
      return post({ entry: reversal })
    }
    const results = await inLanes(
      20,
      awards.flatMap((award) => [reverse(award), reverse(award)]),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(results.length - refused.length).toBe(500)
    expect(refused.every((result) => result.reason.code === '23505')).toBe(true)
    expect(
      await count('select sum(amount_thousandths)::int as n from ledger_credits where org_id = $1 and person_id = $2', [
        org.orgId,
        person.personId,
      ]),
    ).toBe(0)
    expect(await breaches()).toEqual([])
  })

  it('B4: each of 500 requests delivered five times, shuffled, takes effect once and is answered alike', async () => {
    const person = await org.person()
    const requests = Array.from({ length: 500 }, () => ({ key: randomUUID(), entry: newAward(person) }))
    const deliveries = requests.flatMap((request, index) => Array.from({ length: 5 }, () => ({ request, index })))
    // A fixed shuffle: the same multiplier walks through all places once.
    const shuffled = deliveries.map((_, place) => deliveries[(place * 1009) % deliveries.length] ?? deliveries[0])
    const results = await inLanes(
      20,
      shuffled.map(
        (delivery) => () =>
          post({ key: delivery?.request.key ?? '', entry: delivery?.request.entry ?? newAward(person) }),
      ),
    )
    const answers = new Map<number, Set<number>>()
    for (const [place, result] of results.entries()) {
      if (result.status === 'rejected') throw result.reason
      const index = shuffled[place]?.index ?? -1
      answers.set(index, (answers.get(index) ?? new Set()).add(result.value.seq))
    }
    expect(await entriesOf(person.personId)).toBe(500)
    expect([...answers.values()].every((seqs) => seqs.size === 1)).toBe(true)
    expect(answers.size).toBe(500)
    expect(await breaches()).toEqual([])
  })

  it('B5: of two bodies under one key, one takes effect and the other is refused', async () => {
    const person = await org.person()
    const results = await inLanes(
      20,
      Array.from({ length: 200 }, () => randomUUID()).flatMap((key) => [
        () => post({ key, body: { credits: 1 }, entry: newAward(person) }),
        () => post({ key, body: { credits: 2 }, entry: newAward(person) }),
      ]),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(200)
    for (const result of refused) {
      expect(result.reason).toBeInstanceOf(CommandConflict)
      expect(result.reason.code).toBe('command.other-body')
    }
    expect(await entriesOf(person.personId)).toBe(200)
  })

  it('C9: where any one insert of the command fails, nothing of it stays', async () => {
    const owner = new pg.Client({ connectionString: test.ownerUrl })
    await owner.connect()
    const person = await org.person()
    const written = ['command_keys', 'ledger_heads', 'ledger_entries', 'ledger_credits', 'audit_events']
    const rows = async (): Promise<number[]> =>
      Promise.all(
        written.map((table) => count(`select count(*)::int as n from ${table} where org_id = $1`, [org.orgId])),
      )
    await owner.query(
      "create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$",
    )
    for (const table of written) {
      const before = await rows()
      await owner.query(`create trigger fail_here before insert on ${table} for each row execute function fail_here()`)
      await expect(post({ entry: newAward(person) }), table).rejects.toMatchObject({ code: '53100' })
      await owner.query(`drop trigger fail_here on ${table}`)
      expect(await rows(), table).toEqual(before)
    }
    expect((await post({ entry: newAward(person) })).seq).toBe(1)
    await owner.end()
  })

  it('a changed byte in a stored entry is found', async () => {
    const owner = new pg.Client({ connectionString: test.ownerUrl })
    await owner.connect()
    const person = await org.person()
    for (let index = 0; index < 3; index++) await post({ entry: newAward(person) })
    await owner.query(
      'alter table ledger_entries disable trigger append_only; alter table ledger_entries no force row level security',
    )
    const where = 'where person_id = $1 and seq = 2'
    await owner.query(`update ledger_entries set payload = set_byte(payload, 10, 65) ${where}`, [person.personId])
    const found = await breaches()
    await owner.end()
    expect(found.map((breach) => breach.invariant)).toEqual(['I3-hash'])
  })

  it('a changed line of an entry is found', async () => {
    const owner = new pg.Client({ connectionString: test.ownerUrl })
    await owner.connect()
    const person = await org.person()
    await post({ entry: newAward(person) })
    expect((await breaches()).filter(({ invariant }) => invariant === 'I3-columns')).toEqual([])
    await owner.query(
      'alter table ledger_credits disable trigger append_only; alter table ledger_credits no force row level security',
    )
    const { rowCount } = await owner.query(
      'update ledger_credits set amount_thousandths = amount_thousandths + 1 where person_id = $1',
      [person.personId],
    )
    await owner.query(
      'alter table ledger_credits enable always trigger append_only; alter table ledger_credits force row level security',
    )
    const found = await breaches()
    await owner.end()
    expect(rowCount).toBeGreaterThan(0)
    expect(found.map((breach) => breach.invariant)).toContain('I3-columns')
  })

  it('shows a region nobody of another, whatever the query asks for', async () => {
    const south = await org.person({ unit: 'south' })
    await post({ entry: newAward(south) })
    const seen = (reach: Scope['reach'], personId?: Scope['personId']) =>
      withRead(test.database, { orgId: org.orgId, reach, personId }, async ({ client }) => {
        const { rows } = await client.query('select 1 from ledger_entries where person_id = $1', [south.personId])
        return rows.length
      })
    expect(await seen('*')).toBe(1)
    expect(await seen([org.south.path])).toBe(1)
    expect(await seen([org.north.path])).toBe(0)
    expect(await seen([], south.personId)).toBe(1)
    expect(await seen([])).toBe(0)
    const other = await createOrganisation(test.database)
    const across = await withRead(test.database, { orgId: other.orgId as OrgId, reach: '*' }, ({ client }) =>
      client.query('select 1 from ledger_entries'),
    )
    expect(across.rows).toEqual([])
  })
})
