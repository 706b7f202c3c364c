import { formatDay } from '@gs/domain'
import type { CourseBody } from '@gs/domain/courses'
import { DEFAULT_ATTEMPTS_A_DAY } from '@gs/domain/quizzes'
import { ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { standingsOf } from '../standings/index.ts'
import { type CatalogueCourse, summaryOf } from './catalogue.ts'
import { courseBodiesOf } from './course-body.ts'
import { offeredCourses } from './offered-courses.ts'
import { worthToPerson } from './worth-to-person.ts'

export interface CoursePage extends CatalogueCourse {
  /** 'YYYY-MM-DD': the day of every figure. */
  readonly today: string
  readonly summary: string
  readonly completion: string
  readonly outcomes: readonly string[]
  readonly sources: CourseBody['sources']
  readonly passMark: number
  readonly quizMinutes: number
  readonly attemptsADay: number
  readonly outline: readonly {
    readonly key: string
    readonly title: string
    readonly minutes: number
    readonly practiceEntries: number
  }[]
}

/** One published course for the actor, by its code. Refuses with `course.unknown`. */
export async function readCoursePage(ctx: ServiceContext, { code }: { readonly code: string }): Promise<CoursePage> {
  const { orgId, personId } = ctx.actor
  const today = ctx.clock.today()
  return read(ctx, ownScope(ctx), async (tx) => {
    const offered = await offeredCourses(tx, { orgId, personId })
    const course = offered.find((each) => each.code === code)
    if (!course) throw refuse('not-found', 'course.unknown')
    const planned = offered.filter((each) => each.enrollment?.status === 'active')
    const beside = planned.filter((other) => other.id !== course.id)
    const bodies = await courseBodiesOf(
      tx,
      orgId,
      [course, ...beside].map((each) => each.versionId),
    )
    const body = bodies.get(course.versionId)
    if (!body) throw refuse('not-found', 'course.unknown')
    const { standings } = await standingsOf(tx, { orgId, personId, asOf: ctx.clock })
    return {
      ...summaryOf(course, body),
      ...detailsOf(body),
      today: formatDay(today),
      worth: worthToPerson(course, { standings, planned }),
      beside: beside.map((other) => bodies.get(other.versionId)?.title ?? other.code),
    }
  })
}

const detailsOf = (body: CourseBody): Omit<CoursePage, keyof CatalogueCourse | 'today'> => ({
  summary: body.summary,
  completion: body.completion,
  outcomes: body.outcomes,
  sources: body.sources,
  passMark: body.passMark,
  quizMinutes: body.quizMinutes,
  attemptsADay: body.attemptsADay ?? DEFAULT_ATTEMPTS_A_DAY,
  outline: body.lessons.map(({ key, title, minutes, practice }) => ({
    key,
    title,
    minutes,
    practiceEntries: practice?.minEntries ?? 0,
  })),
})
