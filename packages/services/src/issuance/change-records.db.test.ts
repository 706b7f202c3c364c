import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { submitAttempt } from '../quizzes/index.ts'
import {
  answerAll,
  createOrganisation,
  createTestCourse,
  learnAll,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '../testing/index.ts'
import { listOwnRecords, reissueRecord, revokeRecord, showOwnRecord, verifyRecord } from './index.ts'

let server: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson
let record: Awaited<ReturnType<typeof listOwnRecords>>[number]

beforeAll(async () => {
  server = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => server.drop())

beforeEach(async () => {
  org = await createOrganisation(server.database)
  trainer = await org.person({ name: 'Ana' })
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  const course = await createTestCourse(server.database, org.orgId, {
    body: testCourseBody('SPEC', 'specialization'),
    credentialCode: 'SPEC',
    credits: [{ packId: 'pack-one', amount: 1900 }],
  })
  const enrollmentId = await learnAll(trainer.context, course.courseId, course.body)
  const { attemptId } = await answerAll(trainer.context, { enrollmentId, body: course.body, rightly: true })
  await submitAttempt(trainer.context, { attemptId, key: randomUUID() })
  const [first] = await listOwnRecords(trainer.context)
  if (!first) throw new Error('passing issued no record')
  record = first
})

const decision = (recordId = record.id, reason = 'The name was misspelt') => ({ key: randomUUID(), recordId, reason })
const verify = (code: string) => verifyRecord(trainer.context, { code })
const trail = () =>
  server.asOwner<{ action: string; reason: string | null }>(
    `select action, reason from audit_events where org_id = $1 and subject_kind = 'record' order by recorded_at`,
    [org.orgId],
  )

describe('revoking a record', () => {
  it('tells whoever checks it, and to strangers not why; the credit stays', async () => {
    await revokeRecord(registrar.context, decision(record.id, 'The examination was sat by another'))
    const seen = await verify(record.code)
    expect(seen).toMatchObject({ state: 'revoked', number: record.number })
    expect(seen.events).toEqual([{ kind: 'revoked', knownOn: seen.asOf, successor: null }])
    expect(JSON.stringify(seen)).not.toContain('another')
    const own = await showOwnRecord(trainer.context, { recordId: record.id })
    expect(own.events).toMatchObject([{ kind: 'revoked', reason: 'The examination was sat by another' }])
    const entries = await server.asOwner('select 1 from ledger_entries where org_id = $1 and kind = $2', [
      org.orgId,
      'reversal',
    ])
    expect(entries).toEqual([])
    expect((await trail()).at(-1)).toEqual({ action: 'record.revoked', reason: 'The examination was sat by another' })
    expect(org.jobs.filter(({ name }) => name === 'mail').at(-1)?.data).toMatchObject({ template: 'record-revoked' })
  })

  it('is done once, also by two at the same moment', async () => {
    const both = await Promise.allSettled([
      revokeRecord(registrar.context, decision()),
      revokeRecord(registrar.context, decision()),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(revokeRecord(registrar.context, decision())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'record.already-revoked',
    })
  })
})

describe('reissuing a record', () => {
  it('makes a new one in the present name, for the same thing and term; the old one says so', async () => {
    await server.asOwner(`update people set given_name = 'Anna' where org_id = $1 and id = $2`, [
      org.orgId,
      trainer.personId,
    ])
    const issued = await reissueRecord(registrar.context, decision())
    expect(issued.number).not.toBe(record.number)
    const old = await verify(record.code)
    expect(old.state).toBe('superseded')
    expect(old.events).toEqual([{ kind: 'superseded', knownOn: old.asOf, successor: issued.number }])
    const fresh = await verify(issued.code)
    expect(fresh).toMatchObject({
      state: 'valid',
      title: record.title,
      kind: record.kind,
      expiresOn: record.expiresOn,
      holderName: `Anna ${record.holderName.split(' ').slice(1).join(' ')}`,
      events: [],
    })
    expect(
      (await trail())
        .slice(-2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['record.issued', 'record.superseded'])
    expect(org.jobs.filter(({ name }) => name === 'mail').at(-1)?.data).toMatchObject({ template: 'record-issued' })
    const [cause] = await server.asOwner<{ decided_by: string; outcome: string }>(
      'select d.decided_by, d.outcome from records r join decisions d on d.org_id = r.org_id and d.id = r.cause_id where r.org_id = $1 and r.id = $2',
      [org.orgId, issued.recordId],
    )
    expect(cause).toEqual({ decided_by: registrar.personId, outcome: 'reissued' })
  })

  it('replaces each record once, the newest, also when two begin at the same moment', async () => {
    const both = await Promise.allSettled([
      reissueRecord(registrar.context, decision()),
      reissueRecord(registrar.context, decision()),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const records = await listOwnRecords(trainer.context)
    expect(records.map(({ state }) => state).sort()).toEqual(['superseded', 'valid'])
    const newest = records.find(({ state }) => state === 'valid')
    if (!newest) throw new Error('one is valid')
    await reissueRecord(registrar.context, decision(newest.id))
    await expect(reissueRecord(registrar.context, decision())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'record.already-superseded',
    })
  })

  it('is the same answer for the same key', async () => {
    const once = decision()
    expect(await reissueRecord(registrar.context, once)).toEqual(await reissueRecord(registrar.context, once))
    expect(await listOwnRecords(trainer.context)).toHaveLength(2)
  })

  it('gives a revoked one a successor and leaves it revoked', async () => {
    await revokeRecord(registrar.context, decision())
    const issued = await reissueRecord(registrar.context, decision())
    expect((await verify(record.code)).state).toBe('revoked')
    expect((await verify(issued.code)).state).toBe('valid')
  })
})

describe('who may', () => {
  it('a registrar whose reach has the person, and nobody their own', async () => {
    const beside = await org.person({ unit: 'south', roles: ['registrar'] })
    const staff = await org.person({ unit: 'root', roles: ['staff'] })
    for (const change of [revokeRecord, reissueRecord]) {
      await expect(change(beside.context, decision())).rejects.toMatchObject({
        kind: 'not-found',
        code: 'record.unknown',
      })
      await expect(change(staff.context, decision())).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(change(trainer.context, decision())).rejects.toMatchObject({ kind: 'forbidden' })
    }
    expect((await verify(record.code)).state).toBe('valid')
  })
})
