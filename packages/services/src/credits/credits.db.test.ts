import { randomUUID } from 'node:crypto'
import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type Amount, addMonths, type EntryId } from '@gs/domain'
import { type AwardEntry, type CreditLine, reversalOf } from '@gs/domain/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { systemScope } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { applyForRenewal, approveRenewal } from '../renewals/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { showStatement } from './show-statement.ts'

const TODAY = '2026-03-02'
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
  org = await createOrganisation(server.database, TODAY)
  await publishTestPack({ database: server.database, orgId: org.orgId, today: dayFrom(TODAY) })
  trainer = await org.person()
})

type Entry = Parameters<typeof postEntry>[1]

const post = (entry: Entry, reason?: string): Promise<number> =>
  withCommand(
    server.database,
    { ...systemScope(org.orgId), name: 'test', key: randomUUID(), body: null, knownOn: dayFrom(TODAY) },
    (door) => {
      door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
      return postEntry(door.tx, entry, { activity: 'A talk', activityType: 'course', reason, idempotencyKey: entry.id })
    },
  )

const ofPack = (amount: number, category = '', packId: string = TEST_PACK.id): CreditLine => ({
  packId,
  category,
  amount: amount as Amount,
})

async function award(credits: readonly CreditLine[], completedOn = '2026-02-01'): Promise<AwardEntry> {
  const day = dayFrom(completedOn)
  const entry: AwardEntry = {
    kind: 'award',
    id: randomUUID() as EntryId,
    orgId: org.orgId,
    personId: trainer.personId,
    seq: 0,
    completedOn: day,
    filedOn: day,
    approvedOn: day,
    knownOn: dayFrom(TODAY),
    actorId: null,
    enrollmentId: null,
    submissionId: null,
    credits,
  }
  await post(entry)
  return entry
}

const account = async () => {
  const { accounts } = await showStatement(trainer.context)
  const [only] = accounts
  if (!only || accounts.length !== 1) throw new Error('one account was expected')
  return only
}

describe('the statement', () => {
  it('adds up, newest first, with the total after each line', async () => {
    await award([ofPack(1900)])
    await award([ofPack(200), ofPack(300, 'X')])
    const { lines, balance, unit } = await account()
    expect(lines.map(({ seq, amount, balance: total }) => [seq, amount, total])).toEqual([
      [2, 500, 2400],
      [1, 1900, 1900],
    ])
    expect(lines[0]?.categories).toEqual(['X'])
    expect(balance).toBe(2400)
    expect(unit.plural).toEqual({ en: 'units', es: 'unidades' })
  })

  it('shows what was taken back as a counter-entry with its reason, and removes nothing', async () => {
    const wrong = await award([ofPack(1900)])
    const by = { id: randomUUID() as EntryId, seq: 0, knownOn: dayFrom(TODAY), actorId: trainer.personId }
    await post(reversalOf(wrong, by), 'awarded to the wrong person')
    const { lines, balance } = await account()
    expect(lines).toMatchObject([
      { kind: 'reversal', amount: -1900, balance: 0, reason: 'awarded to the wrong person', counterpart: { seq: 1 } },
      { kind: 'award', amount: 1900, balance: 1900, counterpart: { seq: 2, knownOn: TODAY } },
    ])
    expect(balance).toBe(0)
  })

  it('says what a renewal has spent', async () => {
    const issuedOn = dayFrom('2025-03-02')
    const place = { database: server.database, orgId: org.orgId, today: dayFrom(TODAY) }
    const term = { personId: trainer.personId, issuedOn, expiresOn: addMonths(issuedOn, 24) }
    const holdingId = await addHolding(place, term)
    await withCommand(
      server.database,
      { ...systemScope(org.orgId), name: 'test', key: randomUUID(), body: null, knownOn: dayFrom(TODAY) },
      async (door) => {
        door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
        await door.tx.client.query(
          `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
            values ($1, $2, $3, 'cpr-aed', 'Heart House', '2025-03-01', '2027-03-31', true, '2025-03-01')`,
          [org.orgId, randomUUID(), trainer.personId],
        )
        return null
      },
    )
    await award([ofPack(1900)])
    const registrar = await org.person({ roles: ['registrar'] })
    const { renewalId } = await applyForRenewal(trainer.context, { key: randomUUID(), holdingId })
    await approveRenewal(registrar.context, { key: randomUUID(), renewalId, note: null })
    const { lines, spent } = await account()
    expect(spent).toBe(1900)
    expect(lines).toMatchObject([{ amount: 1900, spent: 1900 }])
    const { cards } = await showStatement(trainer.context)
    expect(cards).toMatchObject([{ type: 'cpr-aed', validThrough: '2027-03-31', handsOn: true }])
  })

  it('is one’s own alone, and leaves out bodies whose rules are not published here', async () => {
    await award([ofPack(1900), ofPack(19_000, '', 'unpublished')])
    expect((await account()).packId).toBe(TEST_PACK.id)
    const other = await org.person()
    expect(await showStatement(other.context)).toEqual({ accounts: [], cards: [] })
  })
})
