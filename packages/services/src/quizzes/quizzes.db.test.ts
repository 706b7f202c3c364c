import { randomBytes, randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { judgeChoice, type QuizForm } from '@gs/domain/quizzes'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startEnrollment } from '../enrollments/index.ts'
import { Refusal, type ServiceContext } from '../kernel/index.ts'
import {
  answerAll,
  createOrganisation,
  createTestCourse,
  learnAll,
  type TestCourse,
  type TestOrganisation,
  testCourseBody,
} from '../testing/index.ts'
import {
  closeExpiredAttempts,
  readAttempt,
  readResult,
  saveAnswer,
  saveHoldersAnswer,
  startAttempt,
  submitAttempt,
  takeOverAttempt,
} from './index.ts'

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
const expire = (attemptId: string) =>
  owner.query("update attempts set deadline_at = clock_timestamp() - interval '1 second' where id = $1", [attemptId])
const begin = async () => {
  const enrollmentId = await learnAll(trainer, course.courseId, course.body)
  return { enrollmentId, attempt: await startAttempt(trainer, { enrollmentId, key: randomUUID() }) }
}
/** Opens a session of the portal; answers the hash of its token. */
const openPortal = async ({ actor: { orgId, personId, accountId } }: ServiceContext): Promise<Buffer> => {
  const hash = randomBytes(32)
  await owner.query('insert into identity.accounts (id, email) values ($1, $2)', [accountId, `${accountId}@demo.test`])
  await owner.query(
    `insert into identity.sessions (id, token_hash, account_id, app, org_id, person_id, idle_seconds, expires_at)
      values ($1, $2, $3, 'web', $4, $5, 600, now() + interval '1 hour')`,
    [randomUUID(), hash, accountId, orgId, personId],
  )
  return hash
}
const answered = async (rightly = true) => {
  const enrollmentId = await learnAll(trainer, course.courseId, course.body)
  return { enrollmentId, attempt: await answerAll(trainer, { enrollmentId, body: course.body, rightly }) }
}

describe('an attempt', () => {
  it('begins only when everything before it is done, and goes on with the open one', async () => {
    const { enrollmentId } = await startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })
    await expect(startAttempt(trainer, { enrollmentId, key: randomUUID() })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'attempt.not-ready',
    })
    const { attempt } = await begin()
    const again = await startAttempt(trainer, { enrollmentId, key: randomUUID() })
    expect(again.attemptId).toBe(attempt.attemptId)
    expect(again.questions).toEqual(attempt.questions)
    expect(await count('attempts')).toBe(1)
  })

  it('begun twice at once is one', async () => {
    const enrollmentId = await learnAll(trainer, course.courseId, course.body)
    const begun = await Promise.all(
      Array.from({ length: 6 }, () => startAttempt(trainer, { enrollmentId, key: randomUUID() })),
    )
    expect(new Set(begun.map((attempt) => attempt.attemptId)).size).toBe(1)
  })

  it('begins anew where the open one is over, which is submitted as it was saved', async () => {
    const { attempt, enrollmentId } = await answered(false)
    await expire(attempt.attemptId)
    const next = await startAttempt(trainer, { enrollmentId, key: randomUUID() })
    expect(next.number).toBe(2)
    expect(await readResult(trainer, { attemptId: attempt.attemptId })).toMatchObject({ outcome: 'not-passed' })
  })

  it('is answered with its sheet when the same call comes again', async () => {
    const enrollmentId = await learnAll(trainer, course.courseId, course.body)
    const key = randomUUID()
    const first = await startAttempt(trainer, { enrollmentId, key })
    const again = await startAttempt(trainer, { enrollmentId, key })
    expect({ ...again, serverNow: '' }).toEqual({ ...first, serverNow: '' })
  })

  it('keeps its form when the course is published anew meanwhile', async () => {
    const { attempt } = await begin()
    await owner.query(
      `insert into course_versions (org_id, id, course_id, version, body, published_on)
        values ($1, gen_random_uuid(), $2, 2, $3, '2026-03-02')`,
      [org.orgId, course.courseId, JSON.stringify({ ...course.body, questions: [] })],
    )
    const seen = await readAttempt(trainer, { attemptId: attempt.attemptId })
    expect(seen).toMatchObject({ state: 'open', questions: attempt.questions })
  })

  it('is nobody else’s', async () => {
    const { attempt } = await begin()
    const other = (await org.person()).context
    const rival = (await (await createOrganisation(testing.database)).person()).context
    const { attemptId } = attempt
    const question = attempt.questions[0]?.key ?? ''
    for (const stranger of [other, rival]) {
      const unknown = { kind: 'not-found', code: 'attempt.unknown' }
      await expect(readAttempt(stranger, { attemptId })).rejects.toMatchObject(unknown)
      await expect(saveAnswer(stranger, { attemptId, question, choice: ['a'], seq: 1 })).rejects.toMatchObject(unknown)
      await expect(submitAttempt(stranger, { attemptId, key: randomUUID() })).rejects.toMatchObject(unknown)
      await expect(readResult(stranger, { attemptId })).rejects.toMatchObject(unknown)
    }
    expect(await count('attempt_answers')).toBe(0)
  })
})

describe('an answer', () => {
  it('is saved when it is acknowledged, and an older one never overwrites a newer one', async () => {
    const { attempt } = await begin()
    const { attemptId } = attempt
    const question = attempt.questions[0]?.key ?? ''
    const save = (choice: string[], seq: number) => saveAnswer(trainer, { attemptId, question, choice, seq })
    expect(await save(['a'], 5)).toMatchObject({ state: 'saved', seq: 5, choice: ['a'] })
    expect(await save(['c'], 4)).toMatchObject({ state: 'newer', seq: 5, choice: ['a'] })
    expect(await save(['a'], 5)).toMatchObject({ state: 'saved', seq: 5 })
    expect(await save(['d'], 9)).toMatchObject({ state: 'saved', seq: 9, choice: ['d'] })
    expect(await save([], 10)).toMatchObject({ state: 'saved', choice: [] })
    const seen = await readAttempt(trainer, { attemptId })
    expect(seen.state === 'open' && seen.saved.map(({ choice, seq }) => [choice, seq])).toEqual([[[], 10]])
  })

  it('is saved for whoever holds a live session of the portal, and for nobody else', async () => {
    const { attempt } = await begin()
    const { personId, accountId } = trainer.actor
    const hash = await openPortal(trainer)
    const question = attempt.questions[0]?.key ?? ''
    let seq = 0
    const save = (by = hash, { attemptId } = attempt) => {
      seq += 1
      return saveHoldersAnswer(trainer, by, { attemptId, question, choice: ['a'], seq })
    }
    const session = (change: string) =>
      owner.query(`update identity.sessions set ${change} where token_hash = $1`, [hash])
    expect(await save()).toMatchObject({ state: 'saved', seq: 1 })
    await expect(save(hash, { ...attempt, attemptId: randomUUID() })).rejects.toMatchObject({ code: 'attempt.unknown' })
    expect(await save(randomBytes(32))).toBeUndefined()
    for (const [broken, mended] of [
      ['revoked_at = now()', 'revoked_at = null'],
      ["expires_at = now() - interval '1 second'", "expires_at = now() + interval '1 hour'"],
      ["last_seen_at = now() - interval '601 seconds'", 'last_seen_at = now()'],
      ["app = 'admin'", "app = 'web'"],
    ] as const) {
      await session(broken)
      expect(await save(), broken).toBeUndefined()
      await session(mended)
      expect(await save(), mended).toMatchObject({ state: 'saved' })
    }
    await session("last_seen_at = now() - interval '61 seconds'")
    expect(await save()).toMatchObject({ state: 'saved' })
    const stale =
      "select 1 from identity.sessions where token_hash = $1 and last_seen_at < now() - interval '60 seconds'"
    expect(await rows(stale, [hash])).toEqual([])
    await owner.query('update identity.accounts set disabled_at = now() where id = $1', [accountId])
    expect(await save()).toBeUndefined()
    await owner.query('update identity.accounts set disabled_at = null where id = $1', [accountId])
    await owner.query("update people set status = 'suspended' where id = $1", [personId])
    expect(await save()).toBeUndefined()
  })

  it('that comes with others is saved as alone, each for its own person', async () => {
    const sitting = async (context: ServiceContext) => {
      const enrollmentId = await learnAll(context, course.courseId, course.body)
      const attempt = await startAttempt(context, { enrollmentId, key: randomUUID() })
      const question = attempt.questions[0]?.key ?? ''
      return { hash: await openPortal(context), attemptId: attempt.attemptId, question }
    }
    const others = [(await org.person()).context, (await org.person()).context]
    const [one, two, three] = await Promise.all([trainer, ...others].map(sitting))
    if (!one || !two || !three) throw new Error('three people sit')
    const save = (hash: Buffer, at: { attemptId: string; question: string }, choice = ['a'], seq = 1) =>
      saveHoldersAnswer(trainer, hash, { attemptId: at.attemptId, question: at.question, choice, seq })
    const fates = (asked: readonly Promise<unknown>[]) =>
      Promise.all(
        asked.map((each) =>
          each.then(
            (receipt) => (receipt as { state?: string } | undefined)?.state ?? 'no session',
            (error: unknown) => (error instanceof Refusal ? error.code : 'fault'),
          ),
        ),
      )
    // All come at once, so that they go in one trip.
    const together = [
      save(one.hash, one),
      save(two.hash, two),
      save(randomBytes(32), two),
      save(two.hash, three, ['b']),
    ]
    expect(await fates([...together, save(three.hash, three, ['z']), save(three.hash, three, ['c'], 7)])).toEqual([
      'saved',
      'saved',
      'no session',
      'attempt.unknown',
      'answer.unknown-option',
      'saved',
    ])
    // What the database cannot take is the fault of its own call alone.
    const faulty = [
      save(one.hash, one, ['b'], 2),
      save(two.hash, two, ['\u0000'], 2),
      save(three.hash, three, ['d'], 8),
    ]
    expect(await fates(faulty)).toEqual(['saved', 'fault', 'saved'])
    const kept = await rows('select attempt_id, choice, seq from attempt_answers where org_id = $1', [org.orgId])
    expect(new Map(kept.map(({ attempt_id, choice, seq }) => [attempt_id, [choice, seq]]))).toEqual(
      new Map([
        [one.attemptId, [['b'], 2]],
        [two.attemptId, [['a'], 1]],
        [three.attemptId, [['d'], 8]],
      ]),
    )
  })

  it('waits for nobody else whose attempt is held, and is saved when it is let go', async () => {
    const other = (await org.person()).context
    const held = await begin()
    const enrollmentId = await learnAll(other, course.courseId, course.body)
    const free = await startAttempt(other, { enrollmentId, key: randomUUID() })
    const hashes = [await openPortal(trainer), await openPortal(other)] as const
    const save = (hash: Buffer, { attemptId, questions }: typeof free, seq: number) =>
      saveHoldersAnswer(trainer, hash, { attemptId, question: questions[0]?.key ?? '', choice: ['a'], seq })
    await owner.query('begin')
    await owner.query('select from attempts where id = $1 for update', [held.attempt.attemptId])
    const first = save(hashes[1], free, 1)
    const waits = save(hashes[0], held.attempt, 1)
    const goes = save(hashes[1], free, 2)
    expect(await first).toMatchObject({ seq: 1 })
    expect(await goes).toMatchObject({ state: 'saved', seq: 2 })
    expect(await rows('select from attempt_answers where attempt_id = $1', [held.attempt.attemptId])).toEqual([])
    await owner.query('commit')
    expect(await waits).toMatchObject({ state: 'saved', seq: 1 })
  })

  it('of many at once in any order is in the end the newest', async () => {
    const { attempt } = await begin()
    const { attemptId } = attempt
    const question = attempt.questions[0]?.key ?? ''
    const seqs = Array.from({ length: 40 }, (_, index) => index + 1).sort(() => Math.random() - 0.5)
    await Promise.all(
      seqs.map((seq) => saveAnswer(trainer, { attemptId, question, choice: [seq === 40 ? 'd' : 'a'], seq })),
    )
    const [row] = await rows('select choice, seq from attempt_answers where attempt_id = $1', [attemptId])
    expect(row).toEqual({ choice: ['d'], seq: 40 })
  })

  it('is refused where the form or the time does not have it, and nothing is written', async () => {
    const { attempt } = await begin()
    const { attemptId } = attempt
    const single = attempt.questions.find((each) => each.type === 'single')?.key ?? ''
    const multiple = attempt.questions.find((each) => each.type === 'multiple')?.key ?? ''
    const undrawn = course.body.questions.find((each) => !attempt.questions.some((asked) => asked.key === each.key))
    const save = (question: string, choice: string[]) => saveAnswer(trainer, { attemptId, question, choice, seq: 1 })
    await expect(save(undrawn?.key ?? '', ['a'])).rejects.toMatchObject({ code: 'answer.not-in-form' })
    await expect(save(single, ['z'])).rejects.toMatchObject({ code: 'answer.unknown-option' })
    await expect(save(single, ['a', 'b'])).rejects.toMatchObject({ code: 'answer.one-only' })
    await expect(save(multiple, ['a', 'a'])).rejects.toMatchObject({ code: 'answer.repeated' })
    await expire(attemptId)
    await expect(save(single, ['a'])).rejects.toMatchObject({ kind: 'conflict', code: 'attempt.expired' })
    expect(await count('attempt_answers')).toBe(0)
  })
})

describe('two devices (D5)', () => {
  const phone = randomUUID()
  const desk = randomUUID()

  it('the newer takes over, the older is told, and nothing of either is lost', async () => {
    const { attempt } = await begin()
    const { attemptId, questions } = attempt
    const [one, two, three] = questions
    if (!one || !two || !three) throw new Error('too few questions')
    const first = (question: typeof one) => question.options.slice(0, 1).map(({ key }) => key)
    const take = (device: string) => takeOverAttempt(trainer, { attemptId, device, key: randomUUID() })
    const save = (device: string, question: typeof one, seq: number) =>
      saveAnswer(trainer, { attemptId, question: question.key, choice: first(question), seq, device })

    await take(phone)
    expect(await save(phone, one, 10)).toMatchObject({ state: 'saved' })
    await take(desk)
    const told = { kind: 'conflict', code: 'attempt.elsewhere' }
    await expect(save(phone, two, 20)).rejects.toMatchObject(told)
    await expect(submitAttempt(trainer, { attemptId, key: randomUUID(), device: phone })).rejects.toMatchObject(told)
    expect(await save(desk, three, 30)).toMatchObject({ state: 'saved' })
    const seen = await readAttempt(trainer, { attemptId })
    if (seen.state !== 'open') throw new Error('it is open')
    expect(seen.device).toBe(desk)
    expect(seen.saved.map(({ question }) => question).sort()).toEqual([one.key, three.key].sort())

    await take(phone)
    expect(await save(phone, two, 20)).toMatchObject({ state: 'saved' })
    await expect(save(desk, one, 40)).rejects.toMatchObject({ code: 'attempt.elsewhere' })
    await submitAttempt(trainer, { attemptId, key: randomUUID(), device: phone })
    await expect(take(desk)).rejects.toMatchObject({ code: 'attempt.closed' })
  })

  it('fifty takings at once leave one device, and answers of that one alone are saved after', async () => {
    const { attempt } = await begin()
    const { attemptId, questions } = attempt
    const devices = Array.from({ length: 50 }, () => randomUUID())
    await Promise.all(devices.map((device) => takeOverAttempt(trainer, { attemptId, device, key: randomUUID() })))
    const seen = await readAttempt(trainer, { attemptId })
    const holder = seen.state === 'open' ? seen.device : null
    expect(devices).toContain(holder)
    const question = questions[0]
    if (!question) throw new Error('no question')
    const choice = question.options.slice(0, 1).map(({ key }) => key)
    const saved = await Promise.allSettled(
      devices.map((device, at) =>
        saveAnswer(trainer, { attemptId, question: question.key, choice, seq: at + 1, device }),
      ),
    )
    expect(saved.map(({ status }, at) => (status === 'fulfilled' ? devices[at] : null)).filter(Boolean)).toEqual([
      holder,
    ])
  })
})

describe('the judgement of an answer', () => {
  it('in the database is the one of the domain', async () => {
    const { attempt } = await begin()
    const { attemptId } = attempt
    const [row] = await rows<{ form: QuizForm }>('select form from attempts where id = $1', [attemptId])
    if (!row) throw new Error('the attempt is not stored')
    const asked = [...attempt.questions.map((question) => question.key), 'one-3', 'nowhere']
    const options = ['a', 'b', 'c', 'd', 'z']
    let seq = 0
    for (const question of asked)
      for (const choice of [[], ...options.map((one) => [one]), ['a', 'b'], ['a', 'a'], ['b', 'z'], ['d', 'c', 'b']]) {
        seq += 1
        const judged = judgeChoice(row.form, question, choice)
        const saved = saveAnswer(trainer, { attemptId, question, choice, seq })
        if (judged.ok) expect(await saved).toMatchObject({ state: 'saved', choice })
        else await expect(saved).rejects.toMatchObject({ kind: 'unprocessable', code: judged.error })
      }
  })
})

describe('a submission (D7)', () => {
  it('is one, whether doubled at once, repeated with another key, or replayed the next day', async () => {
    const { attempt } = await answered()
    const { attemptId } = attempt
    const key = randomUUID()
    const first = await Promise.all([
      submitAttempt(trainer, { attemptId, key }),
      submitAttempt(trainer, { attemptId, key }),
      submitAttempt(trainer, { attemptId, key: randomUUID() }),
    ])
    org.setToday('2026-03-03')
    const later = await submitAttempt(trainer, { attemptId, key })
    for (const result of [...first, later]) {
      expect(result).toMatchObject({ passed: true, percent: 100, outcome: 'awarded' })
      expect(result.submittedAt).toBe(first[0].submittedAt)
      expect(result.posted?.record?.number).toBe(first[0].posted?.record?.number)
    }
    for (const table of ['ledger_entries', 'records']) expect(await count(table)).toBe(1)
    expect(org.jobs.filter((job) => job.name === 'mail')).toHaveLength(1)
    expect(
      await rows("select 1 from audit_events where org_id = $1 and action = 'attempt.submitted'", [org.orgId]),
    ).toHaveLength(1)
  })

  it('of 20 people, each sent ten times at once with ten keys: 20 submissions, awards and records', async () => {
    const keys = Array.from({ length: 10 }, () => randomUUID())
    for (let person = 0; person < 20; person += 1) {
      const learner = (await org.person()).context
      const enrollmentId = await learnAll(learner, course.courseId, course.body)
      const { attemptId } = await answerAll(learner, { enrollmentId, body: course.body })
      const sent = await Promise.all(
        keys.map((key) => submitAttempt(learner, { attemptId, key: `${attemptId}:${key}` })),
      )
      expect(new Set(sent.map((result) => `${result.submittedAt} ${result.posted?.record?.number}`)).size).toBe(1)
    }
    const submitted = "select 1 from audit_events where org_id = $1 and action = 'attempt.submitted'"
    expect(await rows(submitted, [org.orgId])).toHaveLength(20)
    for (const table of ['ledger_entries', 'records']) expect(await count(table)).toBe(20)
  })

  it('and the autosave at the same moment: either counted or refused, never lost in between', async () => {
    for (let round = 0; round < 12; round += 1) {
      const learner = (await org.person()).context
      const enrollmentId = await learnAll(learner, course.courseId, course.body)
      const { attemptId, questions } = await startAttempt(learner, { enrollmentId, key: randomUUID() })
      const saves = questions.map((question, index) =>
        saveAnswer(learner, { attemptId, question: question.key, choice: ['b'], seq: index + 1 }),
      )
      const [result, ...receipts] = await Promise.allSettled([
        submitAttempt(learner, { attemptId, key: randomUUID() }),
        ...saves,
      ])
      expect(result.status).toBe('fulfilled')
      const acknowledged = questions
        .filter((_, index) => receipts[index]?.status === 'fulfilled')
        .map((each) => each.key)
      const stored = await rows<{ question_key: string }>(
        'select question_key from attempt_answers where attempt_id = $1',
        [attemptId],
      )
      expect(stored.map((row) => row.question_key).sort()).toEqual([...acknowledged].sort())
      const final = await readResult(learner, { attemptId })
      const graded = final.feedback
        .filter((each) => each.options.some((option) => option.chosen))
        .map((each) => each.key)
      expect(graded.sort()).toEqual([...acknowledged].sort())
    }
  })

  it('after expiry counts what was saved before it; the next look is enough', async () => {
    const { attempt } = await answered()
    await expire(attempt.attemptId)
    expect(await readAttempt(trainer, { attemptId: attempt.attemptId })).toMatchObject({ state: 'submitted' })
    expect(await readResult(trainer, { attemptId: attempt.attemptId })).toMatchObject({ passed: true, percent: 100 })
    expect(await submitAttempt(trainer, { attemptId: attempt.attemptId, key: randomUUID() })).toMatchObject({
      percent: 100,
    })
    expect(await count('records')).toBe(1)
  })

  it('is made by the job for those who never come back, and by no other before its time', async () => {
    const { attempt } = await answered(false)
    const other = (await org.person()).context
    const enrollmentId = await learnAll(other, course.courseId, course.body)
    const open = await startAttempt(other, { enrollmentId, key: randomUUID() })
    await expire(attempt.attemptId)
    await closeExpiredAttempts(trainer)
    expect(await closeExpiredAttempts(trainer)).toBe(0)
    expect(await readResult(trainer, { attemptId: attempt.attemptId })).toMatchObject({
      passed: false,
      outcome: 'not-passed',
    })
    await expect(readResult(other, { attemptId: open.attemptId })).rejects.toMatchObject({ code: 'attempt.open' })
  })

  it('fixes the answers by their hash, and takes no answer after it', async () => {
    const { attempt } = await answered()
    const { attemptId } = attempt
    await submitAttempt(trainer, { attemptId, key: randomUUID() })
    const question = attempt.questions[0]?.key ?? ''
    await expect(saveAnswer(trainer, { attemptId, question, choice: ['a'], seq: 99 })).rejects.toMatchObject({
      code: 'attempt.closed',
    })
    const [row] = await rows<{ length: number }>(
      'select octet_length(answers_hash) as length from attempts where id = $1',
      [attemptId],
    )
    expect(row?.length).toBe(32)
  })
})
