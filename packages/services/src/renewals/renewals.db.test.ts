import { randomUUID } from 'node:crypto'
import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type Amount, addDays, addMonths, type EntryId, formatDay } from '@gs/domain'
import { type AwardEntry, reversalOf } from '@gs/domain/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { listOwnRecords } from '../issuance/index.ts'
import { systemScope } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { personLedger } from '../people/index.ts'
import { refreshStandings } from '../standings/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import {
  applyForRenewal,
  approveRenewal,
  listRenewals,
  refuseRenewal,
  showOwnRenewals,
  showRenewal,
  withdrawRenewal,
} from './index.ts'

const TODAY = '2026-03-02'
let server: TestDatabase
let org: TestOrganisation
let registrar: TestPerson
let trainer: TestPerson
let holdingId: string
let award: AwardEntry

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => server.drop())

// Everybody starts certified a year ago, with 2.0 of 2.0 earned in two awards and no card.
beforeEach(async () => {
  org = await createOrganisation(server.database, TODAY)
  const place = { database: server.database, orgId: org.orgId, today: dayFrom(TODAY) }
  await publishTestPack(place)
  registrar = await org.person({ roles: ['registrar'] })
  trainer = await org.person({ name: 'Ana' })
  holdingId = await certify(trainer)
  await giveCard(trainer)
  award = await give(trainer, 1900)
})

const key = () => randomUUID()

function certify(person: TestPerson): Promise<string> {
  const issuedOn = dayFrom('2025-03-02')
  const place = { database: server.database, orgId: org.orgId, today: dayFrom(TODAY) }
  return addHolding(place, { personId: person.personId, issuedOn, expiresOn: addMonths(issuedOn, 24) })
}

type Door = Parameters<Parameters<typeof withCommand>[2]>[0]
const write = <T>(work: (door: Door) => Promise<T>): Promise<T> =>
  withCommand(
    server.database,
    { ...systemScope(org.orgId), name: 'test', key: key(), body: null, knownOn: dayFrom(TODAY) },
    async (door) => {
      door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
      return work(door)
    },
  )

async function give(person: TestPerson, amount: number, completedOn = '2026-02-01'): Promise<AwardEntry> {
  const day = dayFrom(completedOn)
  const entry: AwardEntry = {
    kind: 'award',
    id: randomUUID() as EntryId,
    orgId: org.orgId,
    personId: person.personId,
    seq: 0,
    completedOn: day,
    filedOn: day,
    approvedOn: day,
    knownOn: day,
    actorId: null,
    enrollmentId: null,
    submissionId: null,
    credits: [{ packId: TEST_PACK.id, category: '', amount: amount as Amount }],
  }
  await write(async ({ tx }) => {
    await postEntry(tx, entry, { activity: 'A course', activityType: 'course', idempotencyKey: entry.id })
    await refreshStandings(tx, person.context, person.context.actor)
  })
  return entry
}

const giveCard = (person: TestPerson): Promise<void> =>
  write(async ({ tx }) => {
    await tx.client.query(
      `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
        values ($1, $2, $3, 'cpr-aed', 'Heart House', '2025-03-01', '2027-03-31', true, '2025-03-01')`,
      [org.orgId, randomUUID(), person.personId],
    )
    await refreshStandings(tx, person.context, person.context.actor)
  })

async function rowsOf<Row extends object>(text: string): Promise<Row[]> {
  const client = await server.database.pool.connect()
  try {
    await client.query(`begin; select set_config('app.org', '${org.orgId}', true), set_config('app.reach', '*', true)`)
    return (await client.query<Row>(text)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const apply = async (): Promise<string> => (await applyForRenewal(trainer.context, { key: key(), holdingId })).renewalId

describe('applying', () => {
  it('keeps the arithmetic of the day, once for a cycle', async () => {
    const renewalId = await apply()
    const { history } = await showOwnRenewals(trainer.context)
    expect(history).toMatchObject([
      { renewalId, status: 'applied', cycle: 1, appliedOn: TODAY, decision: null, opened: null },
    ])
    expect(history[0]?.arithmetic).toMatchObject({
      required: 2000,
      counted: 2000,
      packId: TEST_PACK.id,
      packVersion: 1,
    })
    expect(history[0]?.arithmetic.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(2000)
    await expect(apply()).rejects.toMatchObject({ kind: 'conflict', code: 'renewal.already-applied' })
  })

  it('is one however often the same click arrives, and one of many that arrive together', async () => {
    const call = { key: key(), holdingId }
    const first = await applyForRenewal(trainer.context, call)
    expect(await applyForRenewal(trainer.context, call)).toEqual(first)
    await withdrawRenewal(trainer.context, { key: key(), renewalId: first.renewalId })
    const all = await Promise.allSettled(Array.from({ length: 6 }, apply))
    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await rowsOf(`select 1 from renewals where status = 'applied'`)).toHaveLength(1)
  })

  it('is refused before everything is there, and for what is somebody else’s', async () => {
    const poor = await org.person()
    const poorHolding = await certify(poor)
    await expect(applyForRenewal(poor.context, { key: key(), holdingId: poorHolding })).rejects.toMatchObject({
      code: 'renewal.not-possible',
    })
    await expect(applyForRenewal(poor.context, { key: key(), holdingId })).rejects.toMatchObject({
      kind: 'not-found',
      code: 'holding.unknown',
    })
    expect(await rowsOf('select 1 from renewals')).toEqual([])
  })
})

describe('approving', () => {
  it('closes the cycle, posts its allocations, opens the next from the old expiry and issues the record, in one step', async () => {
    const renewalId = await apply()
    const approved = await approveRenewal(registrar.context, { key: key(), renewalId, note: null })
    const from = addDays(addMonths(dayFrom('2025-03-02'), 24), 1)
    const to = addMonths(dayFrom('2025-03-02'), 48)
    expect(approved.nextCycle).toEqual({ from: formatDay(from), to: formatDay(to) })
    expect(await rowsOf('select number, starts_on, expires_on, renewal_id from cycles order by number')).toEqual([
      { number: 1, starts_on: '2025-03-02', expires_on: '2027-03-02', renewal_id: null },
      { number: 2, starts_on: formatDay(from), expires_on: formatDay(to), renewal_id: renewalId },
    ])
    expect(
      await rowsOf(
        'select entry_id, card_id is not null as card, amount_thousandths as amount from allocations order by amount_thousandths',
      ),
    ).toEqual([
      { entry_id: null, card: true, amount: 100 },
      { entry_id: award.id, card: false, amount: 1900 },
    ])
    expect(await rowsOf('select outcome, decided_by, subject_id from decisions')).toEqual([
      { outcome: 'approved', decided_by: registrar.personId, subject_id: renewalId },
    ])
    // Whoever would take the award back is told first.
    const { spent } = await personLedger(registrar.context, { personId: trainer.personId })
    expect(spent).toMatchObject([{ entryId: award.id, cycle: 1 }])
    const [record] = await listOwnRecords(trainer.context)
    expect(record).toMatchObject({
      id: approved.recordId,
      kind: 'certification',
      expiresOn: formatDay(to),
      state: 'valid',
    })
    expect(await rowsOf('select cycle_number, counted, expires_on from standings')).toMatchObject([
      { cycle_number: 2, counted: expect.any(Number), expires_on: formatDay(to) },
    ])
    expect(org.jobs).toMatchObject([
      {
        name: 'mail',
        data: {
          template: 'renewal-decided',
          to: { personId: trainer.personId },
          data: { title: { en: 'Test certification', es: 'Certificación de prueba' } },
        },
      },
    ])
    const { history } = await showOwnRenewals(trainer.context)
    expect(history).toMatchObject([{ status: 'approved', opened: approved.nextCycle, arithmetic: { counted: 2000 } }])
  })

  it('happens once, whoever tries again and however many at a time', async () => {
    const renewalId = await apply()
    const second = await org.person({ roles: ['registrar'] })
    const tries = await Promise.allSettled(
      [registrar, second, registrar, second, registrar].map(({ context }) =>
        approveRenewal(context, { key: key(), renewalId, note: null }),
      ),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of tries)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ kind: 'conflict', code: 'renewal.decided' })
    expect(await rowsOf('select 1 from cycles')).toHaveLength(2)
    expect(await rowsOf('select 1 from decisions')).toHaveLength(1)
    expect(await rowsOf('select 1 from records')).toHaveLength(1)
    expect(await rowsOf('select 1 from allocations')).toHaveLength(2)
  })

  it('is nobody’s own', async () => {
    const both = await org.person({ roles: ['registrar'] })
    const own = await certify(both)
    await giveCard(both)
    await give(both, 1900)
    const { renewalId } = await applyForRenewal(both.context, { key: key(), holdingId: own })
    const decision = { renewalId, note: null }
    await expect(approveRenewal(both.context, { key: key(), ...decision })).rejects.toMatchObject({
      code: 'decision.own',
    })
    await expect(refuseRenewal(both.context, { key: key(), ...decision, reasonCode: 'credits' })).rejects.toMatchObject(
      { code: 'decision.own' },
    )
    expect((await showRenewal(both.context, { renewalId })).own).toBe(true)
    expect(await rowsOf('select 1 from decisions')).toEqual([])
    await approveRenewal(registrar.context, { key: key(), ...decision })
  })

  it('ends where the registrar’s reach ends, and needs the role', async () => {
    const renewalId = await apply()
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    const staff = await org.person({ roles: ['staff'] })
    const rival = await (await createOrganisation(server.database)).person({ roles: ['registrar'], unit: 'root' })
    for (const { context } of [south, rival]) {
      const unknown = { kind: 'not-found', code: 'renewal.unknown' }
      await expect(approveRenewal(context, { key: key(), renewalId, note: null })).rejects.toMatchObject(unknown)
      await expect(showRenewal(context, { renewalId })).rejects.toMatchObject(unknown)
      expect((await listRenewals(context, { filter: 'waiting', page: 1 })).total).toBe(0)
    }
    const denied = { kind: 'forbidden', code: 'access.denied' }
    await expect(approveRenewal(staff.context, { key: key(), renewalId, note: null })).rejects.toMatchObject(denied)
    const credential = { code: 'TEST', name: TEST_PACK.credential.name }
    expect((await listRenewals(registrar.context, { filter: 'waiting', page: 1 })).rows).toMatchObject([
      { renewalId, credential, waited: 0, required: 2000, counted: 2000 },
    ])
    expect(await showRenewal(registrar.context, { renewalId })).toMatchObject({ renewal: { credential } })
    expect(await showOwnRenewals(trainer.context)).toMatchObject({ holdings: [{ name: credential.name }] })
  })

  it('is judged anew: what was reversed since the application no longer renews', async () => {
    const renewalId = await apply()
    const reversal = reversalOf(award, {
      id: randomUUID() as EntryId,
      seq: 0,
      knownOn: dayFrom(TODAY),
      actorId: registrar.personId,
    })
    await write(({ tx }) =>
      postEntry(tx, reversal, {
        activity: 'A course',
        activityType: 'course',
        reason: 'by mistake',
        idempotencyKey: key(),
      }),
    )
    const shown = await showRenewal(registrar.context, { renewalId })
    expect(shown).toMatchObject({
      changed: true,
      now: { canRenew: false },
      renewal: { arithmetic: { canRenew: true } },
    })
    await expect(approveRenewal(registrar.context, { key: key(), renewalId, note: null })).rejects.toMatchObject({
      code: 'renewal.not-possible',
    })
    expect(await rowsOf('select 1 from allocations')).toEqual([])
    expect(await rowsOf('select 1 from cycles')).toHaveLength(1)
  })

  it('takes nothing from the holder by coming late', async () => {
    org.setToday('2027-02-20')
    const renewalId = await apply()
    org.setToday('2027-03-20')
    expect((await approveRenewal(registrar.context, { key: key(), renewalId, note: null })).nextCycle).toEqual({
      from: '2027-03-03',
      to: '2029-03-02',
    })
  })

  it('never allocates more of an award than it holds, over all cycles', async () => {
    await give(trainer, 1500, '2026-02-10')
    await approveRenewal(registrar.context, { key: key(), renewalId: await apply(), note: null })
    const over = await rowsOf(`select a.entry_id from allocations a
      join lateral (select sum(l.amount_thousandths) as held from ledger_credits l
        where l.org_id = a.org_id and l.entry_id = a.entry_id and l.pack_id = a.pack_id) l on true
      group by a.entry_id, a.pack_id, l.held having sum(a.amount_thousandths) > l.held`)
    expect(over).toEqual([])
    const [{ sum }] = (await rowsOf<{ sum: string }>('select sum(amount_thousandths) from allocations')) as [
      { sum: string },
    ]
    expect(Number(sum)).toBe(2000)
    org.setToday('2027-03-10')
    await expect(apply()).rejects.toMatchObject({ code: 'renewal.not-possible' })
  })
})

describe('refusing', () => {
  it('keeps the cycle open, says why, and lets the holder apply again', async () => {
    const renewalId = await apply()
    await expect(
      refuseRenewal(registrar.context, { key: key(), renewalId, reasonCode: 'other', note: null }),
    ).rejects.toMatchObject({ code: 'decision.note-missing', field: 'note' })
    await refuseRenewal(registrar.context, {
      key: key(),
      renewalId,
      reasonCode: 'evidence',
      note: 'Please add the certificate.',
    })
    const { history } = await showOwnRenewals(trainer.context)
    expect(history).toMatchObject([
      { status: 'refused', decision: { reasonCode: 'evidence', note: 'Please add the certificate.' }, opened: null },
    ])
    expect(await rowsOf('select 1 from allocations')).toEqual([])
    expect(await rowsOf('select 1 from cycles')).toHaveLength(1)
    await expect(approveRenewal(registrar.context, { key: key(), renewalId, note: null })).rejects.toMatchObject({
      code: 'renewal.decided',
    })
    expect(await apply()).not.toBe(renewalId)
    expect((await listRenewals(registrar.context, { filter: 'decided', page: 1 })).rows).toMatchObject([
      { renewalId, status: 'refused' },
    ])
  })

  it('cannot be undone by withdrawing, which is the holder’s alone', async () => {
    const renewalId = await apply()
    const other = await org.person()
    await expect(withdrawRenewal(other.context, { key: key(), renewalId })).rejects.toMatchObject({
      code: 'renewal.unknown',
    })
    await refuseRenewal(registrar.context, { key: key(), renewalId, reasonCode: 'credits', note: null })
    await expect(withdrawRenewal(trainer.context, { key: key(), renewalId })).rejects.toMatchObject({
      code: 'renewal.decided',
    })
  })
})
