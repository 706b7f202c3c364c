import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { DraftEdit } from '@gs/domain/courses'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { readPlayer, startEnrollment } from '../enrollments/index.ts'
import type { ServiceContext } from '../kernel/index.ts'
import { createOrganisation, createTestCourse, type TestCourse, type TestOrganisation } from '../testing/index.ts'
import {
  createCourse,
  listCatalogue,
  listCourses,
  publishCourse,
  readCoursePage,
  readDraft,
  readVersion,
  saveDraft,
} from './index.ts'

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
let author: ServiceContext
let second: ServiceContext
let trainer: ServiceContext
let course: TestCourse
beforeEach(async () => {
  org = await createOrganisation(testing.database)
  author = (await org.person({ unit: 'root', roles: ['author'], name: 'Ada' })).context
  second = (await org.person({ unit: 'root', roles: ['author'], name: 'Ben' })).context
  trainer = (await org.person()).context
  course = await createTestCourse(testing.database, org.orgId)
})

const lessonEdit = (title: string): DraftEdit => {
  const [lesson] = course.body.lessons
  if (!lesson) throw new Error('the test course has lessons')
  return { kind: 'lesson', lesson: { ...lesson, title } }
}
const save = (ctx: ServiceContext, revision: number, edit: DraftEdit) =>
  saveDraft(ctx, { courseId: course.courseId, revision, edit, key: randomUUID() })
const publish = (revision: number, note = 'What is new') =>
  publishCourse(author, { courseId: course.courseId, revision, note, key: randomUUID() })

describe('a draft', () => {
  it('is saved part by part; the second author on an old revision is told so, and nothing is lost', async () => {
    expect(await save(author, 1, lessonEdit('Ada’s title'))).toEqual({ revision: 2 })
    await expect(save(second, 1, lessonEdit('Ben’s title'))).rejects.toMatchObject({
      kind: 'stale',
      code: 'draft.stale',
      params: { revision: 2, by: 'Ada Person' },
    })
    const seen = await readDraft(second, { courseId: course.courseId })
    expect(seen.body.lessons[0]?.title).toBe('Ada’s title')
    expect(seen.changes).toEqual([{ kind: 'lesson', key: 'one', change: 'changed', name: 'Ada’s title' }])
    expect(seen.edits).toMatchObject([{ revision: 2, kind: 'lesson', part: 'one', by: 'Ada Person' }])
    expect(await save(second, 2, lessonEdit('Ben’s title'))).toEqual({ revision: 3 })
    for (let revision = 3; revision < 60; revision += 1) await save(author, revision, lessonEdit(`Title ${revision}`))
    const { edits } = await readDraft(author, { courseId: course.courseId })
    expect([edits.length, edits[0]?.revision, edits.at(-1)?.revision]).toEqual([50, 11, 60])
  })

  it('of 30 authors at once takes one save a revision (B8)', async () => {
    const saves = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => save(index % 2 ? author : second, 1, lessonEdit(`Title ${index}`))),
    )
    expect(saves.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of saves) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'draft.stale' })
  })

  it('refuses parts that are not there, and code that is taken', async () => {
    await expect(save(author, 1, { kind: 'remove', part: 'lesson', key: 'gone' })).rejects.toMatchObject({
      code: 'draft.part.unknown',
    })
    const other = { code: 'NEW', title: 'New', language: 'es' as const }
    const { courseId } = await createCourse(author, { ...other, key: randomUUID() })
    await expect(createCourse(author, { ...other, key: randomUUID() })).rejects.toMatchObject({
      code: 'course.code-taken',
    })
    const draft = await readDraft(author, { courseId })
    expect(draft).toMatchObject({ revision: 1, published: null })
    expect(draft.faults.map((fault) => fault.field)).toContain('lessons')
  })
})

describe('publishing', () => {
  it('makes a new version; people on the old one keep it, newcomers get the new one', async () => {
    const early = await startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })
    await save(author, 1, lessonEdit('Renamed'))
    const { version, versionId } = await publish(2)
    expect(version).toBe(2)
    const player = await readPlayer(trainer, { enrollmentId: early.enrollmentId })
    expect([player.outline[0]?.title, player.newerVersion]).toEqual(['Lesson one', true])
    const newcomer = (await org.person()).context
    const late = await startEnrollment(newcomer, { courseId: course.courseId, key: randomUUID() })
    const fresh = await readPlayer(newcomer, { enrollmentId: late.enrollmentId })
    expect([fresh.outline[0]?.title, fresh.newerVersion]).toEqual(['Renamed', false])
    expect((await readVersion(author, { versionId })).body.lessons[0]?.title).toBe('Renamed')
    const [listed] = await listCourses(author)
    expect(listed?.versions.map(({ version: v, note, people }) => [v, note, people])).toEqual([
      [2, 'What is new', 1],
      [1, '', 1],
    ])
  })

  it('refuses faults, a stale revision, and what changes nothing', async () => {
    await expect(publish(1)).rejects.toMatchObject({ kind: 'conflict', code: 'draft.unchanged' })
    await expect(publish(7)).rejects.toMatchObject({ kind: 'stale', code: 'draft.stale' })
    await save(author, 1, lessonEdit(''))
    await expect(publish(2)).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'draft.faults',
      field: 'lessons.one.title',
      params: { faults: 1 },
    })
  })

  it('once is once for one key', async () => {
    await save(author, 1, lessonEdit('Renamed'))
    const call = { courseId: course.courseId, revision: 2, note: 'n', key: randomUUID() }
    const both = await Promise.all([publishCourse(author, call), publishCourse(author, call)])
    expect(both[0]).toEqual(both[1])
    expect((await listCourses(author))[0]?.versions).toHaveLength(2)
  })
})

describe('the catalogue', () => {
  it('shows published courses alone, and never a question or a key', async () => {
    await createCourse(author, { code: 'HIDDEN', title: 'Hidden', language: 'en', key: randomUUID() })
    const catalogue = await listCatalogue(trainer)
    expect(catalogue.map((each) => [each.code, each.lessons, each.questions, each.enrollment])).toEqual([
      ['DEMO', 3, 11, null],
    ])
    const page = await readCoursePage(trainer, { code: 'DEMO' })
    expect(page.outline.map((each) => [each.key, each.practiceEntries])).toEqual([
      ['one', 0],
      ['two', 1],
      ['three', 0],
    ])
    const { enrollmentId } = await startEnrollment(trainer, { courseId: course.courseId, key: randomUUID() })
    const player = await readPlayer(trainer, { enrollmentId })
    expect(JSON.stringify([catalogue, page, player])).not.toMatch(/SECRET|correct|stem/)
    await expect(readCoursePage(trainer, { code: 'HIDDEN' })).rejects.toMatchObject({ code: 'course.unknown' })
  })
})

describe('who may', () => {
  it('a trainer neither reads nor writes drafts; a reader writes nothing; another organisation sees nothing', async () => {
    const { courseId } = course
    const denied = { kind: 'forbidden', code: 'access.denied' }
    const calls = (ctx: ServiceContext) => [
      () => save(ctx, 1, lessonEdit('x')),
      () => publishCourse(ctx, { courseId, revision: 1, note: 'n', key: randomUUID() }),
      () => createCourse(ctx, { code: 'X', title: 'x', language: 'en', key: randomUUID() }),
    ]
    const registrar = (await org.person({ unit: 'root', roles: ['registrar'] })).context
    for (const ctx of [trainer, registrar])
      for (const call of calls(ctx)) await expect(call()).rejects.toMatchObject(denied)
    await expect(readDraft(trainer, { courseId })).rejects.toMatchObject(denied)
    await expect(listCourses(trainer)).rejects.toMatchObject(denied)
    expect((await readDraft(registrar, { courseId })).revision).toBe(1)
    const rivals = await createOrganisation(testing.database)
    const rival = (await rivals.person({ unit: 'root', roles: ['author'] })).context
    await expect(readDraft(rival, { courseId })).rejects.toMatchObject({ code: 'course.unknown' })
    await expect(readVersion(rival, { versionId: course.versionId })).rejects.toMatchObject({
      code: 'course.version-unknown',
    })
    await expect(startEnrollment(rival, { courseId, key: randomUUID() })).rejects.toMatchObject({
      code: 'course.unknown',
    })
    expect(await listCourses(rival)).toEqual([])
  })
})
