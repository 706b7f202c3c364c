import { randomUUID } from 'node:crypto'
import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { formatDay } from '@gs/domain'
import { readCode, readNumber } from '@gs/domain/issuance'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ownScope, systemScope } from '../kernel/index.ts'
import {
  createOrganisation,
  createTestCourse,
  dayFrom,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { certificateOf } from './certificate-of.ts'
import { issueRecord, type NewRecord } from './issue-record.ts'
import { listOwnRecords, showOwnRecord } from './own-records.ts'
import { verifyRecord } from './verify-record.ts'

let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let stranger: TestPerson
let versionId: string
let enrollmentId: string

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(server.database)
  trainer = await org.person({ name: 'Ana' })
  stranger = await org.person({ name: 'Bo' })
  const course = await createTestCourse(server.database, org.orgId)
  versionId = course.versionId
  enrollmentId = randomUUID()
  await write(async ({ client }) => {
    await client.query(
      `insert into enrollments (org_id, id, person_id, course_id, version_id, status, started_on, completed_on)
        values ($1, $2, $3, $4, $5, 'completed', '2026-02-01', '2026-03-02')`,
      [org.orgId, enrollmentId, trainer.personId, course.courseId, versionId],
    )
  })
})
afterAll(() => server.drop())

type Tx = Parameters<Parameters<typeof withCommand>[2]>[0]['tx']

const write = (work: (tx: Tx) => Promise<void>): Promise<null> =>
  withCommand(
    server.database,
    { ...systemScope(org.orgId), name: 'test', key: randomUUID(), body: null, knownOn: dayFrom('2026-03-02') },
    async (door) => {
      door.audit({ id: randomUUID(), action: 'test', subjectKind: 'test', subjectId: 'test' })
      await work(door.tx)
      return null
    },
  )

const byPassing = (): NewRecord => ({
  orgId: org.orgId,
  personId: trainer.personId,
  kind: 'specialization',
  credentialCode: null,
  title: 'Course DEMO',
  holderName: 'Ana Person',
  issuedOn: dayFrom('2026-03-02'),
  expiresOn: null,
  cause: { kind: 'course-version', id: versionId },
  enrollmentId,
  decidedBy: null,
  details: { version: 1 },
})

const issue = (record: NewRecord, scope = ownScope(trainer.context)) =>
  withCommand(
    server.database,
    { ...scope, name: 'test.issue', key: randomUUID(), body: null, knownOn: record.issuedOn },
    (door) => issueRecord(door, trainer.context, record),
  )

describe('issuing a record', () => {
  it('gives it a checked number and code, and tells the trail in the same transaction', async () => {
    const issued = await issue(byPassing())
    expect(readNumber(issued.number)).toEqual({ ok: true, value: issued.number })
    expect(issued.number.startsWith('GS-2026-')).toBe(true)
    expect(readCode(issued.code)).toEqual({ ok: true, value: issued.code })
    const shown = await showOwnRecord(trainer.context, { recordId: issued.recordId })
    expect(shown).toMatchObject({
      number: issued.number,
      state: 'valid',
      holderName: 'Ana Person',
      issuer: 'Test Academy',
    })
    const { rows } = await rowsOf(`select action, person_id, after->>'number' as number from audit_events
      where subject_id = '${issued.recordId}'`)
    expect(rows).toEqual([{ action: 'record.issued', person_id: trainer.personId, number: issued.number }])
  })

  it('issues nothing without a cause that holds', async () => {
    const before = (await listOwnRecords(trainer.context)).length
    const decided = { cause: { kind: 'decision', id: randomUUID() }, enrollmentId: null } as const
    const faults: Partial<NewRecord>[] = [
      { cause: { kind: 'course-version', id: randomUUID() } },
      { enrollmentId: randomUUID() },
      { enrollmentId: null },
      { personId: stranger.personId },
      { decidedBy: stranger.personId },
      { ...decided, decidedBy: stranger.personId },
      { ...decided, decidedBy: trainer.personId },
    ]
    for (const fault of faults)
      await expect(issue({ ...byPassing(), ...fault }, systemScope(org.orgId))).rejects.toThrow('has no cause')
    expect(await listOwnRecords(trainer.context)).toHaveLength(before)
  })

  it('is never changed or deleted, by whatever statement', async () => {
    const { recordId } = await issue(byPassing())
    for (const statement of [`update records set title = 'x'`, 'delete from records', 'truncate records'])
      await expect(write(async ({ client }) => void (await client.query(statement)))).rejects.toThrow(
        /permission denied|append-only/,
      )
    expect((await showOwnRecord(trainer.context, { recordId })).title).toBe('Course DEMO')
  })

  it('numbers a thousand without a repeat', async () => {
    const numbers = new Set<string>()
    await withCommand(
      server.database,
      {
        ...ownScope(trainer.context),
        name: 'test.many',
        key: randomUUID(),
        body: null,
        knownOn: dayFrom('2026-03-02'),
      },
      async (door) => {
        for (let count = 0; count < 1000; count += 1)
          numbers.add((await issueRecord(door, trainer.context, byPassing())).number)
        return null
      },
    )
    expect(numbers.size).toBe(1000)
  })
})

describe('reading records', () => {
  it('shows everybody their own, and nobody another’s', async () => {
    const { recordId } = await issue(byPassing())
    await expect(showOwnRecord(stranger.context, { recordId })).rejects.toMatchObject({
      kind: 'not-found',
      code: 'record.unknown',
    })
    expect(await listOwnRecords(stranger.context)).toEqual([])
  })

  it('is set as a certificate', async () => {
    const { recordId } = await issue(byPassing())
    const record = await showOwnRecord(trainer.context, { recordId })
    const pdf = Buffer.from(certificateOf(record, { locale: 'es', portal: 'http://localhost:3000' })).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/Lang (es)')
    expect(pdf).toContain(`/verify/${record.code}`)
  })
})

describe('verifying', () => {
  it('answers anybody who has the code, however it is typed, and says what became of the record', async () => {
    const { recordId, code, number } = await issue({ ...byPassing(), expiresOn: dayFrom('2026-03-10') })
    const verified = await verifyRecord(stranger.context, { code: code.toLowerCase().replaceAll('-', ' ') })
    expect(verified).toMatchObject({ number, state: 'valid', title: 'Course DEMO', issuer: 'Test Academy' })
    expect(Object.keys(verified)).not.toContain('id')
    org.setToday('2026-03-11')
    expect((await verifyRecord(stranger.context, { code })).state).toBe('expired')
    await write(async ({ client }) => {
      await client.query(
        `insert into record_events (org_id, id, record_id, person_id, kind, reason, known_on) values ($1, $2, $3, $4, 'revoked', 'issued in error', $5)`,
        [org.orgId, randomUUID(), recordId, trainer.personId, formatDay(dayFrom('2026-03-11'))],
      )
    })
    expect(await verifyRecord(stranger.context, { code })).toMatchObject({
      state: 'revoked',
      events: [{ kind: 'revoked' }],
    })
    org.setToday('2026-03-02')
    expect((await verifyRecord(stranger.context, { code })).state).toBe('valid')
  })

  it('tells a wrong code from an unknown one, and finds nothing by a part of it', async () => {
    const { code } = await issue(byPassing())
    const swapped = code.endsWith('0') ? `${code.slice(0, -1)}1` : `${code.slice(0, -1)}0`
    await expect(verifyRecord(stranger.context, { code: swapped })).rejects.toMatchObject({ code: 'code.check' })
    await expect(verifyRecord(stranger.context, { code: code.slice(0, 14) })).rejects.toMatchObject({
      code: 'code.malformed',
    })
    const unknown = '0000-0000-0000-0000-0000'
    await expect(verifyRecord(stranger.context, { code: unknown })).rejects.toMatchObject({ code: 'record.unknown' })
  })

  it('finds a record of any organisation without being in it', async () => {
    const { code } = await issue(byPassing())
    const other = await createOrganisation(server.database)
    const visitor = await other.person()
    expect((await verifyRecord(visitor.context, { code })).issuer).toBe('Test Academy')
  })
})

async function rowsOf(statement: string) {
  const client = await server.database.pool.connect()
  try {
    await client.query(`begin; select set_config('app.org', '${org.orgId}', true), set_config('app.reach', '*', true)`)
    return await client.query(statement)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
