import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { listCatalogue } from '../courses/index.ts'
import type { ServiceContext } from '../kernel/index.ts'
import { startAttempt } from '../quizzes/index.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  dayFrom,
  learnAll,
  publishTestPack,
  type TestCourse,
  type TestOrganisation,
} from '../testing/index.ts'
import { logPractice, markLesson, parkEnrollment, readPlayer, startEnrollment, withdrawEnrollment } from './index.ts'

let testing: TestDatabase
beforeAll(async () => {
  testing = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => testing?.drop())

let org: TestOrganisation
let trainer: ServiceContext
let course: TestCourse
let enrollmentId: string
beforeEach(async () => {
  org = await createOrganisation(testing.database)
  trainer = (await org.person()).context
  course = await createTestCourse(testing.database, org.orgId)
  ;({ enrollmentId } = await startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() }))
})

const mark = (lesson: string, how: 'opened' | 'done', ctx = trainer) =>
  markLesson(ctx, { enrollmentId, lesson, mark: how, key: randomUUID() })
const practise = (lesson: string, practisedOn = '2026-03-01', ctx = trainer) =>
  logPractice(ctx, {
    enrollmentId,
    lesson,
    practisedOn: dayFrom(practisedOn),
    what: '<b>Squat</b>',
    howItWent: 'Better than before',
    key: randomUUID(),
  })

it('enrols once, however often it is asked for', async () => {
  const again = await Promise.all(
    Array.from({ length: 5 }, () => startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })),
  )
  expect(new Set(again.map((each) => each.enrollmentId))).toEqual(new Set([enrollmentId]))
})

it('sets a course aside with all that was done, and takes it up again in its own version', async () => {
  await mark('one', 'done')
  const aside = () => withdrawEnrollment(trainer, { enrollmentId, key: randomUUID() })
  expect(await aside()).toEqual({ enrollmentId })
  await expect(aside()).rejects.toMatchObject({ code: 'enrollment.not-active' })
  await expect(mark('two', 'done')).rejects.toMatchObject({ code: 'enrollment.not-active' })
  expect((await listCatalogue(trainer)).map((each) => each.enrollment)).toEqual([null])
  const again = await Promise.all(
    Array.from({ length: 4 }, () => startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })),
  )
  expect(new Set(again.map((each) => each.enrollmentId))).toEqual(new Set([enrollmentId]))
  expect((await readPlayer(trainer, { enrollmentId })).lessonsDone).toBe(1)
})

it('sets no course aside while an attempt is open', async () => {
  const learner = (await org.person()).context
  const id = await learnAll(learner, course.courseId, course.body)
  await startAttempt(learner, { enrollmentId: id, key: randomUUID() })
  await expect(withdrawEnrollment(learner, { enrollmentId: id, key: randomUUID() })).rejects.toMatchObject({
    code: 'enrollment.attempt-open',
  })
})

it('resumes where somebody stopped, keeps what is done, and opens the quiz when all is done', async () => {
  expect((await readPlayer(trainer, { enrollmentId })).lesson?.key).toBe('one')
  await mark('one', 'done')
  await mark('two', 'opened')
  const resumed = await readPlayer(trainer, { enrollmentId })
  expect([resumed.lesson?.key, resumed.lessonsDone, resumed.practiceOwed, resumed.ready]).toEqual(['two', 1, 1, false])
  await mark('two', 'done')
  expect(await mark('three', 'done')).toEqual({ lessonsDone: 3, ready: false })
  expect((await practise('two')).ready).toBe(true)
  const player = await readPlayer(trainer, { enrollmentId, lesson: 'two' })
  expect(player.ready).toBe(true)
  expect(player.practice).toMatchObject([
    { practisedOn: '2026-03-01', what: '<b>Squat</b>', howItWent: 'Better than before' },
  ])
})

it('refuses a day ahead, an unknown lesson, and what is not one’s own', async () => {
  await expect(practise('two', '2026-03-03')).rejects.toMatchObject({
    code: 'practice.in-future',
    field: 'practisedOn',
  })
  await expect(practise('nowhere')).rejects.toMatchObject({ code: 'lesson.unknown' })
  await expect(mark('nowhere', 'done')).rejects.toMatchObject({ code: 'lesson.unknown' })
  await expect(readPlayer(trainer, { enrollmentId, lesson: 'nowhere' })).rejects.toMatchObject({
    code: 'lesson.unknown',
  })
  const colleague = (await org.person({ roles: ['registrar', 'author'], rolesAt: 'root' })).context
  const calls = [
    () => mark('one', 'done', colleague),
    () => practise('two', '2026-03-01', colleague),
    () => readPlayer(colleague, { enrollmentId }),
  ]
  for (const call of calls)
    await expect(call()).rejects.toMatchObject({ kind: 'not-found', code: 'enrollment.unknown' })
})

it('parks a course with all that was done, and one that is not begun, and takes both up again', async () => {
  await mark('one', 'done')
  const park = (courseId = course.courseId) => parkEnrollment(trainer, { courseId, key: randomUUID() })
  // This person holds nothing: nothing would be burnt, so no day is named.
  expect(await park()).toEqual({ enrollmentId, until: null })
  expect(await park()).toEqual({ enrollmentId, until: null })
  await expect(mark('two', 'done')).rejects.toMatchObject({ code: 'enrollment.not-active' })
  await expect(startAttempt(trainer, { enrollmentId, key: randomUUID() })).rejects.toMatchObject({ kind: 'conflict' })
  expect((await listCatalogue(trainer)).map((each) => each.enrollment?.status)).toEqual(['parked'])
  expect(await startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })).toEqual({ enrollmentId })
  expect((await readPlayer(trainer, { enrollmentId })).lessonsDone).toBe(1)

  const other = (await org.person()).context
  const never = await Promise.all(
    Array.from({ length: 4 }, () => parkEnrollment(other, { courseId: course.courseId, key: randomUUID() })),
  )
  expect(new Set(never.map((each) => each.enrollmentId)).size).toBe(1)
  const begun = await startEnrollment(other, { courseId: course.courseId, key: randomUUID() })
  expect(begun.enrollmentId).toBe(never[0]?.enrollmentId)
  await expect(park(randomUUID())).rejects.toMatchObject({ code: 'course.unknown' })
})

it('names the day from which a parked course counts in full, and forgets it when it is taken up again', async () => {
  const place = { database: testing.database, orgId: org.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  await testing.asOwner(
    `insert into course_credits (org_id, course_id, pack_id, category, amount_thousandths, approved_from)
     values ($1, $2, 'test-pack', '', 2500, '2020-01-01')`,
    [org.orgId, course.courseId],
  )
  const holder = await org.person()
  await addHolding(place, {
    personId: holder.personId,
    issuedOn: dayFrom('2026-01-01'),
    expiresOn: dayFrom('2028-01-01'),
  })
  // 2.5 units where 2.0 are needed: half a unit would be lost on any day, so none is named.
  expect((await parkEnrollment(holder.context, { courseId: course.courseId, key: randomUUID() })).until).toBeNull()
  await testing.asOwner('update course_credits set amount_thousandths = 1900 where course_id = $1', [course.courseId])
  const [worth] = (await listCatalogue(holder.context))[0]?.worth ?? []
  expect(worth).toMatchObject({ counts: 1900, burns: 0, fullFrom: null })
})

it('does not park while an attempt is open', async () => {
  const learner = (await org.person()).context
  const id = await learnAll(learner, course.courseId, course.body)
  await startAttempt(learner, { enrollmentId: id, key: randomUUID() })
  await expect(parkEnrollment(learner, { courseId: course.courseId, key: randomUUID() })).rejects.toMatchObject({
    code: 'enrollment.attempt-open',
  })
})
