import type { Transaction } from '@gs/db'
import { formatDay, type OrgId } from '@gs/domain'
import type { CourseBody, Lesson } from '@gs/domain/courses'
import type { LessonState } from '@gs/domain/enrollments'
import { ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { type EnrollmentRow, requireEnrollment, stateOfEnrollment } from './enrollment-row.ts'

export interface AttemptLine {
  readonly id: string
  readonly number: number
  readonly status: 'open' | 'submitted'
  readonly startedAt: string
  readonly deadlineAt: string
  readonly submittedAt: string | null
  readonly percent: number | null
  readonly passed: boolean | null
}

export interface PlayerPage {
  readonly enrollment: EnrollmentRow
  readonly title: string
  readonly language: CourseBody['language']
  readonly completion: string
  readonly passMark: number
  readonly quizDraws: number
  readonly quizMinutes: number
  readonly outline: readonly (LessonState & Pick<Lesson, 'title' | 'minutes'>)[]
  readonly lessonsDone: number
  readonly practiceOwed: number
  readonly ready: boolean
  readonly resumeAt: string | null
  /** The lesson asked for, or the one to go on with. */
  readonly lesson: Lesson | null
  readonly practice: readonly {
    readonly id: string
    readonly practisedOn: string
    readonly what: string
    readonly howItWent: string
  }[]
  /** Newest first. */
  readonly attempts: readonly AttemptLine[]
  /** A newer version has been published since; this enrollment keeps its own. */
  readonly newerVersion: boolean
  /** The civil day, for the practice log. */
  readonly today: string
}

export interface PlayerQuestion {
  readonly enrollmentId: string
  readonly lesson?: string | undefined
}

/**
 * Everything the player shows of one enrollment, one lesson's content in it; never a question.
 * Refuses with `enrollment.unknown` and `lesson.unknown`.
 */
export async function readPlayer(ctx: ServiceContext, { enrollmentId, lesson }: PlayerQuestion): Promise<PlayerPage> {
  const { orgId, personId } = ctx.actor
  return read(ctx, ownScope(ctx), async (tx) => {
    const enrollment = await requireEnrollment(tx, { orgId, personId, enrollmentId })
    const { body, progress } = await stateOfEnrollment(tx, orgId, enrollment)
    const shown = body.lessons.find((each) => each.key === (lesson ?? progress.resumeAt))
    if (lesson !== undefined && !shown) throw refuse('not-found', 'lesson.unknown')
    const side = await besideOf(tx, orgId, { enrollment, lesson: shown?.key ?? '' })
    const { title, language, completion, passMark, quizDraws, quizMinutes } = body
    return {
      enrollment,
      title,
      language,
      completion,
      passMark,
      quizDraws,
      quizMinutes,
      outline: body.lessons.flatMap((each, index) => {
        const state = progress.lessons[index]
        return state ? [{ ...state, title: each.title, minutes: each.minutes }] : []
      }),
      lessonsDone: progress.lessonsDone,
      practiceOwed: progress.practiceOwed,
      ready: progress.ready,
      resumeAt: progress.resumeAt,
      lesson: shown ?? null,
      today: formatDay(ctx.clock.today()),
      ...side,
    }
  })
}

type Beside = Pick<PlayerPage, 'practice' | 'attempts' | 'newerVersion'>

async function besideOf(
  tx: Transaction,
  orgId: OrgId,
  { enrollment, lesson }: { readonly enrollment: EnrollmentRow; readonly lesson: string },
): Promise<Beside> {
  const { rows } = await tx.client.query<Beside>({
    name: 'player-beside',
    text: `select coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'practisedOn', p.practised_on, 'what', p.what,
          'howItWent', p.how_it_went) order by p.practised_on, p.created_at, p.id)
        from practice_entries p where p.org_id = $1 and p.enrollment_id = $2 and p.lesson_key = $3), '[]') as practice,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'status', a.status,
          'startedAt', a.started_at, 'deadlineAt', a.deadline_at, 'submittedAt', a.submitted_at,
          'percent', a.score_points * 100 / nullif(a.max_points, 0), 'passed', a.passed) order by a.number desc)
        from attempts a where a.org_id = $1 and a.enrollment_id = $2), '[]') as attempts,
      exists (select 1 from course_versions v where v.org_id = $1 and v.course_id = $4 and v.version > $5) as "newerVersion"`,
    values: [orgId, enrollment.id, lesson, enrollment.courseId, enrollment.version],
  })
  return rows[0] ?? { practice: [], attempts: [], newerVersion: false }
}
