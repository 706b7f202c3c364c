import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { Amount } from '@gs/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { postAward, previewAward } from '../awards/index.ts'
import { keepFile } from '../files/index.ts'
import { showOwnRecord, verifyRecord } from '../issuance/index.ts'
import { systemScope } from '../kernel/index.ts'
import { submitAttempt } from '../quizzes/index.ts'
import { applyForRenewal, approveRenewal } from '../renewals/index.ts'
import { decideSubmission, handInActivity } from '../reviews/index.ts'
import {
  addHolding,
  answerAll,
  createOrganisation,
  createTestCourse,
  dayFrom,
  learnAll,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '../testing/index.ts'
import { verifyStandings } from '../verification/index.ts'
import { explainOwnHolding, moveStandingsOn, showStanding } from './index.ts'

// The server counts its days in UTC, the body in New York: its last day ends five hours after the server's.
const BEFORE = '2027-03-01T20:00:00Z'
const BETWEEN = '2027-03-02T03:00:00Z'
const AFTER = '2027-03-02T05:00:00Z'

let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson
let holdingId: string

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => server.drop())

/** Somebody whose term ends on 1 March 2027 by the clock of a zone. */
async function certified(zone: string | null): Promise<void> {
  org = await createOrganisation(server.database, '2027-03-01')
  const place = { database: server.database, orgId: org.orgId, today: dayFrom('2027-03-01') }
  await publishTestPack(place, zone)
  registrar = await org.person({ roles: ['registrar'] })
  trainer = await org.person({ name: 'Ana' })
  const { personId } = trainer
  holdingId = await addHolding(place, { personId, issuedOn: dayFrom('2025-03-01'), expiresOn: dayFrom('2027-03-01') })
}

const stored = () =>
  withRead(server.database, systemScope(org.orgId), async ({ client }) => {
    const { rows } = await client.query<{ on: string; known: string; status: string; counted: number; at: string }>(
      'select as_of as on, known_on as known, status, counted, computed_at as at from standings where holding_id = $1',
      [holdingId],
    )
    return rows[0]
  })

const own = async () => (await showStanding(trainer.context)).holdings[0]

const faults = async () => {
  const { differences, breaches } = await verifyStandings(registrar.context)
  return [...differences, ...breaches].filter(({ orgId }) => orgId === org.orgId)
}

const award = {
  activity: 'Workshop',
  activityType: 'course' as const,
  completedOn: dayFrom('2027-02-20'),
  credits: [{ packId: TEST_PACK.id, category: '', amount: 2000 as Amount }],
}

const post = () =>
  postAward(registrar.context, {
    ...award,
    personId: trainer.personId,
    key: randomUUID(),
    reason: 'The certificate was seen.',
  })

const entries = () =>
  server.asOwner<{ completed: string; filed: string; known: string; format: number; days: unknown }>(
    `select completed_on::text as completed, filed_on::text as filed, known_on::text as known, payload_format as format,
      convert_from(payload, 'UTF8')::jsonb -> 15 as days from ledger_entries where org_id = $1 order by seq`,
    [org.orgId],
  )

describe('the last day of a holding', () => {
  it('lasts until midnight where its body keeps its days', async () => {
    await certified('America/New_York')
    const seen = []
    for (const now of [BEFORE, BETWEEN, AFTER]) {
      org.setNow(now)
      const holding = await own()
      seen.push([holding?.status, holding?.daysLeft])
    }
    expect(seen).toEqual([
      ['due_soon', 0],
      ['due_soon', 0],
      ['lapsed', -1],
    ])
  })

  it('lasts until midnight on the server where the rules name no zone', async () => {
    await certified(null)
    org.setNow('2027-03-01T23:59:59Z')
    expect(await own()).toMatchObject({ status: 'due_soon', daysLeft: 0 })
    org.setNow('2027-03-02T00:00:00Z')
    expect(await own()).toMatchObject({ status: 'lapsed', daysLeft: -1 })
  })

  it("ends before the server's where the body is ahead of it", async () => {
    await certified('Pacific/Auckland')
    org.setNow('2027-03-01T10:59:59Z')
    expect(await own()).toMatchObject({ status: 'due_soon', daysLeft: 0 })
    org.setNow('2027-03-01T11:00:00Z')
    expect(await own()).toMatchObject({ status: 'lapsed', daysLeft: -1 })
  })

  it('is moved on by the clock job at that midnight, and by no run before it', async () => {
    await certified('America/New_York')
    org.setNow(BETWEEN)
    await moveStandingsOn(registrar.context)
    expect(await stored()).toMatchObject({ on: '2027-03-01', status: 'due_soon' })
    org.setNow(AFTER)
    await moveStandingsOn(registrar.context)
    const moved = await stored()
    expect(moved).toMatchObject({ on: '2027-03-02', known: '2027-03-02', status: 'lapsed' })
    await moveStandingsOn(registrar.context)
    expect(await stored()).toEqual(moved)
    expect(await faults()).toEqual([])
  })

  it('is moved on at once where the body is ahead of the server', async () => {
    await certified('Pacific/Auckland')
    org.setNow('2027-03-01T10:59:59Z')
    await moveStandingsOn(registrar.context)
    expect(await stored()).toMatchObject({ on: '2027-03-01', status: 'due_soon' })
    org.setNow('2027-03-01T11:00:00Z')
    await moveStandingsOn(registrar.context)
    expect(await stored()).toMatchObject({ on: '2027-03-02', known: '2027-03-02', status: 'lapsed' })
    expect(await faults()).toEqual([])
  })

  it('is the day on which an explanation stands, with all that is known by now', async () => {
    await certified('America/New_York')
    org.setNow(BETWEEN)
    expect(await explainOwnHolding(trainer.context, { holdingId })).toMatchObject({
      asOf: '2027-03-01',
      knownAt: '2027-03-02',
      today: '2027-03-02',
      explained: { status: 'due_soon' },
    })
  })
})

describe('between the midnights of server and body', () => {
  beforeEach(async () => {
    await certified('America/New_York')
    org.setNow(BETWEEN)
  })

  it('an award counts as soon as it is posted, and the stored standing can be computed again', async () => {
    expect((await previewAward(registrar.context, { ...award, personId: trainer.personId })).changes).toMatchObject([
      { counts: 2000, after: { status: 'due_soon', counted: 2000 } },
    ])
    await post()
    expect(await stored()).toMatchObject({ on: '2027-03-01', known: '2027-03-02', counted: 2000 })
    expect(await own()).toMatchObject({ counted: 2000, parts: [{ title: 'Workshop', amount: 2000 }] })
    expect(await faults()).toEqual([])
    org.setNow(AFTER)
    await moveStandingsOn(registrar.context)
    expect(await stored()).toMatchObject({ on: '2027-03-02', status: 'lapsed', counted: 2000 })
    expect(await faults()).toEqual([])
  })

  it('an award is filed on the day that it is for its body, under the hash of its entry', async () => {
    await post()
    expect(await entries()).toEqual([
      {
        completed: '2027-02-20',
        filed: '2027-03-02',
        known: '2027-03-02',
        format: 2,
        days: [[TEST_PACK.id, '2027-02-20', '2027-03-01']],
      },
    ])
    org.setNow(AFTER)
    await post()
    expect((await entries()).map(({ format, days }) => [format, days])).toEqual([
      [2, [[TEST_PACK.id, '2027-02-20', '2027-03-01']]],
      [1, null],
    ])
    expect(await faults()).toEqual([])
    // Changed by somebody who owns the database: the chain tells.
    await server.asOwner('alter table ledger_entries disable trigger user')
    await server.asOwner(
      `update ledger_entries set payload = convert_to(replace(convert_from(payload, 'UTF8'), '"2027-03-01"]', '"2027-02-01"]'), 'UTF8')
        where org_id = $1 and payload_format = 2`,
      [org.orgId],
    )
    await server.asOwner('alter table ledger_entries enable trigger user')
    expect((await faults()).length).toBeGreaterThan(0)
  })

  it('evidence is filed on the day that it is for its body, whenever it is decided', async () => {
    const { fileId } = await keepFile(trainer.context, {
      key: randomUUID(),
      purpose: 'evidence',
      name: 'talk.pdf',
      content: new TextEncoder().encode('%PDF-1.7\n%%EOF\n'),
    })
    const { submissionId } = await handInActivity(trainer.context, {
      key: randomUUID(),
      kind: 'petition',
      title: 'Strength congress',
      provider: 'Congress House',
      completedOn: award.completedOn,
      credits: award.credits,
      minutes: null,
      note: null,
      fileId,
    })
    org.setNow('2027-03-09T15:00:00Z')
    await decideSubmission(registrar.context, {
      key: randomUUID(),
      submissionId,
      outcome: 'approved',
      credits: award.credits,
      reasonCode: null,
      note: null,
    })
    expect(await entries()).toEqual([
      {
        completed: '2027-02-20',
        filed: '2027-03-02',
        known: '2027-03-09',
        format: 2,
        days: [[TEST_PACK.id, '2027-02-20', '2027-03-01']],
      },
    ])
    expect(await faults()).toEqual([])
  })

  it('a renewal is filed on the last day and approved on the next', async () => {
    await post()
    await card()
    const { renewalId, appliedOn } = await applyForRenewal(trainer.context, { key: randomUUID(), holdingId })
    expect(appliedOn).toBe('2027-03-01')
    org.setNow('2027-03-02T15:00:00Z')
    const { nextCycle } = await approveRenewal(registrar.context, { key: randomUUID(), renewalId, note: null })
    expect(nextCycle).toEqual({ from: '2027-03-02', to: '2029-03-01' })
    expect(await stored()).toMatchObject({ status: 'active', on: '2027-03-02' })
    expect(await faults()).toEqual([])
  })

  it('a record holds for strangers until the end of its last day there', async () => {
    await post()
    await card()
    const { renewalId } = await applyForRenewal(trainer.context, { key: randomUUID(), holdingId })
    const { recordId } = await approveRenewal(registrar.context, { key: randomUUID(), renewalId, note: null })
    const { code, expiresOn } = await showOwnRecord(trainer.context, { recordId })
    expect(expiresOn).toBe('2029-03-01')
    const seen = []
    for (const now of ['2029-03-02T04:59:59Z', '2029-03-02T05:00:00Z']) {
      org.setNow(now)
      const { state, asOf } = await verifyRecord(registrar.context, { code })
      seen.push([state, asOf])
    }
    expect(seen).toEqual([
      ['valid', '2029-03-01'],
      ['expired', '2029-03-02'],
    ])
  })

  it('a renewal after that midnight is too late', async () => {
    await post()
    await card()
    org.setNow(AFTER)
    await expect(applyForRenewal(trainer.context, { key: randomUUID(), holdingId })).rejects.toMatchObject({
      code: 'renewal.not-possible',
    })
  })

  it('a course that is passed is completed on the last day, by which its credit counts', async () => {
    const { courseId, body } = await createTestCourse(server.database, org.orgId, {
      body: testCourseBody('LAST'),
      credits: [
        { packId: TEST_PACK.id, amount: 1900 },
        { packId: 'elsewhere', amount: 5 },
      ],
    })
    const enrollmentId = await learnAll(trainer.context, courseId, body)
    const { attemptId } = await answerAll(trainer.context, { enrollmentId, body })
    const { posted } = await submitAttempt(trainer.context, { attemptId, key: randomUUID() })
    expect(posted).toMatchObject({ completedOn: '2027-03-02', standings: [{ counted: 1900, expiresOn: '2027-03-01' }] })
    expect(await entries()).toEqual([
      {
        completed: '2027-03-02',
        filed: '2027-03-02',
        known: '2027-03-02',
        format: 2,
        days: [[TEST_PACK.id, '2027-03-01', '2027-03-01']],
      },
    ])
    org.setNow('2027-03-05T12:00:00Z')
    expect(await explainOwnHolding(trainer.context, { holdingId })).toMatchObject({
      asOf: '2027-03-05',
      explained: { counted: 1900, lines: [{ completedOn: '2027-03-01', filedOn: '2027-03-01', counted: 1900 }] },
    })
    expect(await faults()).toEqual([])
  })
})

const card = () =>
  server.asOwner(
    `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
      values ($1, $2, $3, 'cpr-aed', 'Heart House', '2026-06-01', '2028-06-30', true, '2026-06-01')`,
    [org.orgId, randomUUID(), trainer.personId],
  )
