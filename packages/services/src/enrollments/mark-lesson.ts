import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { requireActiveEnrollment, stateOfEnrollment } from './enrollment-row.ts'

export interface LessonMark {
  readonly enrollmentId: string
  readonly lesson: string
  /** `opened`: where to go on next time. `done`: read to its end. */
  readonly mark: 'opened' | 'done'
  readonly key: string
}

export interface MarkedLesson {
  readonly lessonsDone: number
  /** Whether the quiz is open now. */
  readonly ready: boolean
}

/** Keeps where somebody is in a course. Refuses with `enrollment.unknown`, `enrollment.not-active`, `lesson.unknown`. */
export async function markLesson(ctx: ServiceContext, input: LessonMark): Promise<MarkedLesson> {
  const { orgId, personId } = ctx.actor
  const { enrollmentId, lesson, mark } = input
  const call = { scope: ownScope(ctx), name: 'enrollments.mark-lesson', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const { tx } = door
    const enrollment = await requireActiveEnrollment(tx, { orgId, personId, enrollmentId })
    const before = await stateOfEnrollment(tx, orgId, enrollment)
    if (!before.body.lessons.some((each) => each.key === lesson)) throw refuse('not-found', 'lesson.unknown')
    await tx.client.query({
      name: 'enrollment-last-lesson',
      text: 'update enrollments set last_lesson = $3 where org_id = $1 and id = $2 and last_lesson is distinct from $3',
      values: [orgId, enrollmentId, lesson],
    })
    if (mark === 'done')
      await tx.client.query({
        name: 'lesson-done',
        text: `insert into lesson_progress (org_id, enrollment_id, lesson_key, person_id) values ($1, $2, $3, $4)
          on conflict do nothing`,
        values: [orgId, enrollmentId, lesson, personId],
      })
    door.audit({
      id: ctx.ids.next(),
      action: `lesson.${mark}`,
      subjectKind: 'enrollment',
      subjectId: enrollmentId,
      personId,
      after: { lesson },
    })
    const { progress } = await stateOfEnrollment(tx, orgId, { ...enrollment, lastLesson: lesson })
    return { lessonsDone: progress.lessonsDone, ready: progress.ready }
  })
}
