import { randomUUID } from 'node:crypto'
import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { Amount, EntryId } from '@gs/domain'
import type { AwardEntry } from '@gs/domain/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startEnrollment } from '../enrollments/index.ts'
import { systemScope } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { applyForRenewal } from '../renewals/index.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '../testing/index.ts'
import { showStanding } from './show-standing.ts'

const TODAY = '2026-03-02'
let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let first: string
let second: string

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => server.drop())

// The story: certified today, a card on file, two courses owned, each worth what is missing.
beforeEach(async () => {
  org = await createOrganisation(server.database, TODAY)
  const place = { database: server.database, orgId: org.orgId, today: dayFrom(TODAY) }
  await publishTestPack(place)
  trainer = await org.person()
  await addHolding(place, { personId: trainer.personId, issuedOn: dayFrom(TODAY), expiresOn: dayFrom('2028-03-02') })
  first = await course('FIRST')
  second = await course('SECOND')
  await write(`insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
    values ('${org.orgId}', '${randomUUID()}', '${trainer.personId}', 'cpr-aed', 'Heart House', '2026-01-10', '2028-01-31', true, '2026-01-10')`)
})

async function course(code: string): Promise<string> {
  const credits = [{ packId: TEST_PACK.id, amount: 1900 }]
  const { courseId } = await createTestCourse(server.database, org.orgId, { body: testCourseBody(code), credits })
  await write(`insert into course_ownerships (org_id, person_id, course_id, since)
    values ('${org.orgId}', '${trainer.personId}', '${courseId}', '${TODAY}')`)
  return courseId
}

const write = (statement: string): Promise<null> =>
  withCommand(
    server.database,
    { ...systemScope(org.orgId), name: 'test', key: randomUUID(), body: null, knownOn: dayFrom(TODAY) },
    async (door) => {
      door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
      await door.tx.client.query(statement)
      return null
    },
  )

async function award(amount: number, completedOn: string): Promise<void> {
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
    knownOn: day,
    actorId: null,
    enrollmentId: null,
    submissionId: null,
    credits: [{ packId: TEST_PACK.id, category: '', amount: amount as Amount }],
  }
  await withCommand(
    server.database,
    { ...systemScope(org.orgId), name: 'test', key: randomUUID(), body: null, knownOn: day },
    async (door) => {
      door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
      await postEntry(door.tx, entry, { activity: 'Elsewhere', activityType: 'course', idempotencyKey: entry.id })
      return null
    },
  )
}

const shown = async () => {
  const { holdings } = await showStanding(trainer.context)
  const [holding] = holdings
  if (!holding || holdings.length !== 1) throw new Error('one holding was expected')
  return holding
}

describe('the standing page', () => {
  it('tells the story: 0.1 from the card, 1.9 missing, take one and keep the other', async () => {
    const holding = await shown()
    expect(holding).toMatchObject({
      status: 'active',
      required: 2000,
      counted: 100,
      needed: 1900,
      missing: ['credits'],
      expiresOn: '2028-03-02',
      daysLeft: 731,
      canRenew: false,
      parts: [{ kind: 'card', title: 'cpr-aed', amount: 100 }],
    })
    expect(holding.next).toMatchObject({
      code: 'take-one',
      courses: [
        { code: 'FIRST', amount: 1900 },
        { code: 'SECOND', amount: 1900 },
      ],
      keep: { courses: [], waste: 1900, from: '2028-03-03' },
    })
    expect(holding.cycles).toMatchObject([
      { number: 1, from: TODAY, to: '2028-03-02', state: 'current', earned: 0 },
      { number: 2, from: '2028-03-03', to: '2030-03-02', state: 'ahead' },
    ])
    expect(holding.marks.map(({ kind }) => kind)).toEqual(['earned', 'planned', 'planned'])
    for (const figure of ['counted', 'missing', 'dates'])
      expect(holding.reasons.filter((reason) => reason.figure === figure).length, figure).toBeGreaterThan(0)
    for (const reason of holding.reasons)
      expect([reason.rule, reason.source, reason.text, reason.textEs]).not.toContain('')
    expect(holding.rules).toMatchObject({ packId: TEST_PACK.id, version: 1 })
  })

  it('says to finish what was begun, and to keep the other', async () => {
    await startEnrollment(trainer.context, { courseId: second, key: randomUUID() })
    expect((await shown()).next).toMatchObject({
      code: 'take',
      started: true,
      courses: [{ code: 'SECOND' }],
      keep: { courses: [{ code: 'FIRST' }], waste: 1900, from: '2028-03-03' },
    })
  })

  it('says to apply once everything is there, and to wait once that is done', async () => {
    await award(1900, TODAY)
    const ready = await shown()
    expect(ready).toMatchObject({
      counted: 2000,
      needed: 0,
      canRenew: true,
      next: { code: 'renew', keep: { waste: 3800 } },
    })
    await applyForRenewal(trainer.context, { key: randomUUID(), holdingId: ready.holdingId })
    expect(await shown()).toMatchObject({ next: { code: 'application-open' }, application: { appliedOn: TODAY } })
  })

  it('marks what serves nothing as at risk', async () => {
    await award(1900, TODAY)
    await award(1900, TODAY)
    const holding = await shown()
    expect(holding.wasted).toBe(1900)
    const sum = (kind: string) =>
      holding.marks.filter((mark) => mark.kind === kind).reduce((total, mark) => total + (mark.amount ?? 0), 0)
    expect(sum('atRisk')).toBe(1900)
    expect(sum('earned')).toBe(2000)
  })

  it('shows nobody else’s, and teaches who has nothing', async () => {
    const other = await org.person()
    expect((await showStanding(other.context)).holdings).toEqual([])
    expect(first).not.toBe(second)
  })
})
