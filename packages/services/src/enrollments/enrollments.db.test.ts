import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { listCatalogue } from '../courses/index.ts'
import type { ServiceContext } from '../kernel/index.ts'
import { startAttempt } from '../quizzes/index.ts'
import {
  createOrganisation,
  createTestCourse,
  dayFrom,
  learnAll,
  type TestCourse,
  type TestOrganisation,
} from '../testing/index.ts'
import { logPractice, markLesson, readPlayer, startEnrollment, withdrawEnrollment } from './index.ts'

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
