import { randomUUID } from 'node:crypto'
import { type Database, withCommand } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import { type CourseBody, courseBodySchema, type Question } from '@gs/domain/courses'
import { systemScope } from '../kernel/index.ts'
import { dayFrom } from './organisation.ts'

const LESSONS = ['one', 'two', 'three']

const option = (key: string, correct: boolean) => ({
  key,
  text: `Option ${key}`,
  correct,
  feedback: `SECRET feedback of ${key}`,
})

/** A single choice whose right option is `b`, or a multiple one whose right options are `a` and `b`. */
const questionOf = (lesson: string, index: number): Question => ({
  key: `${lesson}-${index}`,
  type: index % 3 === 2 ? 'multiple' : 'single',
  stem: `Question ${index} about ${lesson}?`,
  options: [option('a', index % 3 === 2), option('b', true), option('c', false), option('d', false)],
  feedback: `SECRET because of ${lesson} ${index}`,
  lesson,
  difficulty: 1,
})

/** A course of three lessons with twelve questions; the second lesson asks for one practice entry. */
export const testCourseBody = (code = 'DEMO', kind: CourseBody['kind'] = 'course'): CourseBody => ({
  code,
  title: `Course ${code}`,
  subtitle: 'for tests',
  summary: 'Three short lessons',
  language: 'en',
  kind,
  hours: 3,
  outcomes: ['Knows what the tests know'],
  passMark: 70,
  quizDraws: 11,
  quizMinutes: 20,
  completion: 'Read three lessons, log one practice entry, pass the quiz.',
  sources: [],
  lessons: LESSONS.map((key, index) => ({
    key,
    title: `Lesson ${key}`,
    minutes: 10,
    document: { schema: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: `Words of ${key}` }] }] },
    ...(index === 1 ? { practice: { prompt: 'Try it', minEntries: 1 } } : {}),
  })),
  questions: LESSONS.flatMap((lesson) => Array.from({ length: 4 }, (_, index) => questionOf(lesson, index))),
})

export interface TestCourse {
  readonly courseId: string
  readonly versionId: string
  readonly body: CourseBody
}

export interface TestCourseOptions {
  readonly body?: CourseBody
  readonly credentialCode?: string
  /** What bodies give, approved from the first day of 2020 unless said otherwise. */
  readonly credits?: readonly {
    readonly packId: string
    readonly amount: number
    readonly from?: Day
    readonly to?: Day
  }[]
}

/** A course with a draft and one published version of it. */
export async function createTestCourse(
  database: Database,
  orgId: OrgId,
  { body = testCourseBody(), credentialCode, credits = [] }: TestCourseOptions = {},
): Promise<TestCourse> {
  const courseId = randomUUID()
  const versionId = randomUUID()
  const checked = courseBodySchema.parse(body)
  const stored = JSON.stringify(checked)
  const today = dayFrom('2026-01-01')
  const command = { ...systemScope(orgId), name: 'test.course', key: randomUUID(), body: null, knownOn: today }
  await withCommand(database, command, async ({ tx: { client }, audit }) => {
    audit({ id: randomUUID(), action: 'test.arrange', subjectKind: 'course', subjectId: courseId })
    if (credentialCode)
      await client.query(
        `insert into credentials (org_id, code, kind, name, body, pack_id)
          values ($1, $2, 'specialization', $2, 'Test', 'test-specialization') on conflict do nothing`,
        [orgId, credentialCode],
      )
    await client.query('insert into courses (org_id, id, code, kind, credential_code) values ($1, $2, $3, $4, $5)', [
      orgId,
      courseId,
      checked.code,
      checked.kind,
      credentialCode ?? null,
    ])
    await client.query('insert into course_drafts (org_id, course_id, body) values ($1, $2, $3)', [
      orgId,
      courseId,
      stored,
    ])
    await client.query(
      'insert into course_versions (org_id, id, course_id, version, body, published_on) values ($1, $2, $3, 1, $4, $5)',
      [orgId, versionId, courseId, stored, formatDay(today)],
    )
    for (const { packId, amount, from, to } of credits)
      await client.query(
        `insert into course_credits (org_id, course_id, pack_id, amount_thousandths, approved_from, approved_to)
          values ($1, $2, $3, $4, $5, $6)`,
        [
          orgId,
          courseId,
          packId,
          amount,
          formatDay(from ?? dayFrom('2020-01-01')),
          to === undefined ? null : formatDay(to),
        ],
      )
    return null
  })
  return { courseId, versionId, body: checked }
}
