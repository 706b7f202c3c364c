import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { ServiceContext } from '../kernel/index.ts'
import {
  answerAll,
  createOrganisation,
  createTestCourse,
  learnAll,
  rightChoice,
  type TestCourse,
  type TestOrganisation,
  testCourseBody,
} from '../testing/index.ts'
import { readAttempt, readResult, saveAnswer, startAttempt, submitAttempt } from './index.ts'

let testing: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  testing = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  owner = new pg.Client({ connectionString: testing.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await testing?.drop()
})

let org: TestOrganisation
let trainer: ServiceContext
let course: TestCourse
beforeEach(async () => {
  org = await createOrganisation(testing.database)
  trainer = (await org.person()).context
  course = await createTestCourse(testing.database, org.orgId, {
    body: testCourseBody('SPEC', 'specialization'),
    credentialCode: 'SPEC',
    credits: [
      { packId: 'pack-one', amount: 1900 },
      { packId: 'pack-two', amount: 12_000 },
    ],
  })
})

const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await owner.query<T>(text, values)).rows
const count = async (table: string): Promise<number> =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${table} where org_id = $1`, [org.orgId]))[0]?.n)
const answered = async (rightly = true) => {
  const enrollmentId = await learnAll(trainer, course.courseId, course.body)
  return { enrollmentId, attempt: await answerAll(trainer, { enrollmentId, body: course.body, rightly }) }
}

describe('passing', () => {
  it('posts completion, award for every body, record, trail and mail in one transaction', async () => {
    const { attempt, enrollmentId } = await answered()
    const result = await submitAttempt(trainer, { attemptId: attempt.attemptId, key: randomUUID() })
    expect(result.posted).toMatchObject({ completedOn: '2026-03-02', record: { title: 'Course SPEC' } })
    expect(result.posted?.award?.credits.map(({ packId, amount }) => [packId, amount])).toEqual([
      ['pack-one', 1900],
      ['pack-two', 12_000],
    ])
    expect(await rows('select status, completed_on::text from enrollments where id = $1', [enrollmentId])).toEqual([
      { status: 'completed', completed_on: '2026-03-02' },
    ])
    expect(
      await rows(
        'select kind, activity, activity_type, completed_on::text, approved_on::text, enrollment_id from ledger_entries where org_id = $1',
        [org.orgId],
      ),
    ).toEqual([
      {
        kind: 'award',
        activity: 'Course SPEC',
        activity_type: 'course',
        completed_on: '2026-03-02',
        approved_on: '2026-03-02',
        enrollment_id: enrollmentId,
      },
    ])
    expect(
      await rows('select kind, credential_code, expires_on, cause_kind, cause_id from records where org_id = $1', [
        org.orgId,
      ]),
    ).toEqual([
      {
        kind: 'specialization',
        credential_code: 'SPEC',
        expires_on: null,
        cause_kind: 'course-version',
        cause_id: course.versionId,
      },
    ])
    expect(org.jobs.map((job) => [job.name, job.data.template])).toEqual([['mail', 'course-passed']])
    const trail = await rows<{ action: string }>(
      "select distinct action from audit_events where org_id = $1 and action ~ '^(attempt|award|record|enrollment)'",
      [org.orgId],
    )
    expect(trail.map((row) => row.action).sort()).toEqual([
      'attempt.started',
      'attempt.submitted',
      'award.posted',
      'enrollment.completed',
      'enrollment.started',
      'record.issued',
    ])
  })

  it('posts nothing of it where one part fails', async () => {
    const { attempt, enrollmentId } = await answered()
    const broken = { ...trainer, queue: { enqueue: () => Promise.reject(new Error('queue is down')) } }
    await expect(submitAttempt(broken, { attemptId: attempt.attemptId, key: randomUUID() })).rejects.toThrow(
      'queue is down',
    )
    for (const table of ['ledger_entries', 'records']) expect(await count(table)).toBe(0)
    expect(await rows('select status from enrollments where id = $1', [enrollmentId])).toEqual([{ status: 'active' }])
    expect(await submitAttempt(trainer, { attemptId: attempt.attemptId, key: randomUUID() })).toMatchObject({
      passed: true,
    })
  })

  it('of a course that no body approves today gives the record and no award', async () => {
    const plain = await createTestCourse(testing.database, org.orgId, {
      body: testCourseBody('PLAIN'),
      credits: [{ packId: 'pack-one', amount: 500, to: trainer.clock.today(), from: trainer.clock.today() }],
    })
    org.setToday('2026-03-04')
    const enrollmentId = await learnAll(trainer, plain.courseId, plain.body)
    const attempt = await answerAll(trainer, { enrollmentId, body: plain.body })
    const result = await submitAttempt(trainer, { attemptId: attempt.attemptId, key: randomUUID() })
    expect(result).toMatchObject({ passed: true, outcome: 'refused', posted: { award: null } })
    expect(await count('ledger_entries')).toBe(0)
    expect(await rows('select kind, credential_code from records where org_id = $1', [org.orgId])).toEqual([
      { kind: 'course', credential_code: null },
    ])
  })

  it('not passing posts nothing but the result, and another attempt may begin until there were three in a day', async () => {
    const { attempt, enrollmentId } = await answered(false)
    const failed = await submitAttempt(trainer, { attemptId: attempt.attemptId, key: randomUUID() })
    expect(failed).toMatchObject({ passed: false, outcome: 'not-passed', posted: null, percent: 0 })
    for (let number = 2; number <= 3; number += 1) {
      const next = await startAttempt(trainer, { enrollmentId, key: randomUUID() })
      expect(next.number).toBe(number)
      await submitAttempt(trainer, { attemptId: next.attemptId, key: randomUUID() })
    }
    await expect(startAttempt(trainer, { enrollmentId, key: randomUUID() })).rejects.toMatchObject({
      code: 'attempt.too-soon',
    })
    expect(await count('ledger_entries')).toBe(0)
    expect(await count('records')).toBe(0)
  })
})

describe('before release (D9)', () => {
  it('no answer of the server holds a key or feedback; after it the result does', async () => {
    const enrollmentId = await learnAll(trainer, course.courseId, course.body)
    const attempt = await startAttempt(trainer, { enrollmentId, key: randomUUID() })
    const { attemptId } = attempt
    const question = attempt.questions[0]?.key ?? ''
    const receipt = await saveAnswer(trainer, {
      attemptId,
      question,
      choice: rightChoice(course.body, question),
      seq: 1,
    })
    const answers = JSON.stringify([attempt, receipt, await readAttempt(trainer, { attemptId })])
    expect(answers).not.toMatch(/SECRET|correct|feedback/)
    await expect(readResult(trainer, { attemptId })).rejects.toMatchObject({ code: 'attempt.open' })
    const result = await submitAttempt(trainer, { attemptId, key: randomUUID() })
    expect(JSON.stringify(result.feedback)).toContain('SECRET because of')
  })
})
