import type { CourseBody } from '@gs/domain/courses'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'

export interface NewCourse {
  readonly code: string
  readonly title: string
  readonly language: CourseBody['language']
  readonly key: string
}

/** A draft with nothing in it yet but its name. */
const emptyBody = ({ code, title, language }: NewCourse): CourseBody => ({
  code,
  title,
  subtitle: '',
  summary: '',
  language,
  kind: 'course',
  hours: 0,
  outcomes: [],
  passMark: 70,
  quizDraws: 10,
  quizMinutes: 20,
  completion: '',
  sources: [],
  lessons: [],
  questions: [],
})

/** Begins a course as a draft that nobody else sees. Refuses with `course.code-taken`. */
export async function createCourse(ctx: ServiceContext, input: NewCourse): Promise<{ readonly courseId: string }> {
  const { orgId, personId } = ctx.actor
  const scope = scopeFor(ctx, 'courses.write')
  return command(ctx, { scope, name: 'courses.create', key: input.key, body: input }, async (door) => {
    const { tx } = door
    const courseId = ctx.ids.next()
    const { rowCount } = await tx.client.query(
      "insert into courses (org_id, id, code, kind) values ($1, $2, $3, 'course') on conflict (org_id, code) do nothing",
      [orgId, courseId, input.code],
    )
    if (rowCount === 0) throw refuse('conflict', 'course.code-taken', { field: 'code' })
    await tx.client.query('insert into course_drafts (org_id, course_id, body, updated_by) values ($1, $2, $3, $4)', [
      orgId,
      courseId,
      JSON.stringify(emptyBody(input)),
      personId,
    ])
    door.audit({
      id: ctx.ids.next(),
      action: 'course.created',
      subjectKind: 'course',
      subjectId: courseId,
      after: { code: input.code },
    })
    return { courseId }
  })
}
