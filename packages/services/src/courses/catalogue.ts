import type { CourseBody } from '@gs/domain/courses'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { standingsOf } from '../standings/index.ts'
import { courseBodiesOf } from './course-body.ts'
import { type OfferedCourse, offeredCourses } from './offered-courses.ts'
import { type HoldingWorth, worthToPerson } from './worth-to-person.ts'

export interface CatalogueCourse {
  readonly id: string
  readonly code: string
  readonly kind: OfferedCourse['kind']
  readonly title: string
  readonly subtitle: string
  readonly language: string
  readonly hours: number
  readonly lessons: number
  readonly questions: number
  readonly owned: boolean
  readonly enrollment: OfferedCourse['enrollment']
  readonly worth: readonly HoldingWorth[]
  /** Titles of the courses begun and not finished beside this one: where they are why it would waste. */
  readonly beside: readonly string[]
}

/** The catalogue for the actor: each published course with what it is worth to each of the actor's holdings today. */
export async function listCatalogue(ctx: ServiceContext): Promise<readonly CatalogueCourse[]> {
  const { orgId, personId } = ctx.actor
  return read(ctx, ownScope(ctx), async (tx) => {
    const offered = await offeredCourses(tx, { orgId, personId })
    const bodies = await courseBodiesOf(
      tx,
      orgId,
      offered.map((course) => course.versionId),
    )
    const { standings } = await standingsOf(tx, { orgId, personId, asOf: ctx.clock })
    const planned = offered.filter((course) => course.enrollment?.status === 'active')
    return offered.flatMap((course): CatalogueCourse[] => {
      const body = bodies.get(course.versionId)
      if (!body) return []
      const beside = planned.filter((other) => other.id !== course.id)
      return [
        {
          ...summaryOf(course, body),
          worth: worthToPerson(course, { standings, planned }),
          beside: beside.map((other) => bodies.get(other.versionId)?.title ?? other.code),
        },
      ]
    })
  })
}

/** What a list shows of a course. */
export const summaryOf = (course: OfferedCourse, body: CourseBody): Omit<CatalogueCourse, 'worth' | 'beside'> => ({
  id: course.id,
  code: course.code,
  kind: course.kind,
  title: body.title,
  subtitle: body.subtitle,
  language: body.language,
  hours: body.hours,
  lessons: body.lessons.length,
  questions: body.quizDraws,
  owned: course.owned,
  enrollment: course.enrollment,
})
