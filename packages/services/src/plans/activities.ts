import type { Transaction } from '@gs/db'
import { type Amount, type Day, earlierDay, laterDay } from '@gs/domain'
import type { CourseBody } from '@gs/domain/courses'
import type { ActivityCredit, PlannedActivity } from '@gs/domain/planner'
import { courseBodiesOf, type OfferedCourse, offeredCourses } from '../courses/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { storedDay } from '../standings/stored-day.ts'

/** A course as the planner sees it, and how far its person is. */
export interface CourseActivity extends PlannedActivity {
  readonly code: string
  /** Thousandths of an hour of the whole course, and what of them is done. */
  readonly wholeHours: Amount
  readonly doneHours: Amount
  /** Hours done in this course by the day they were done on. */
  readonly doneByDay: readonly { readonly day: string; readonly hours: number }[]
  readonly state: 'new' | 'active' | 'set-aside'
}

interface OfferRow {
  readonly id: string
  readonly price: number
  readonly from: string | null
  readonly until: string | null
  readonly card: string | null
  readonly months: number | null
  readonly state: 'active' | 'withdrawn' | null
  readonly done: readonly { readonly lesson: string; readonly day: string }[]
}

// Of an open or a set-aside enrollment all that was done counts: it is taken up again where it was left.
const OFFERS = `select c.id, c.price_thousandths as price, c.available_from as "from", c.available_until as until,
    c.card_type as card, c.card_months as months, e.status as state,
    coalesce((select jsonb_agg(jsonb_build_object('lesson', l.lesson_key, 'day', l.done_at::date))
      from lesson_progress l where l.org_id = c.org_id and l.enrollment_id = e.id), '[]') as done
  from courses c
  left join lateral (select id, status from enrollments e where e.org_id = c.org_id and e.person_id = $2
    and e.course_id = c.id and e.status <> 'completed' order by (e.status = 'active') desc, e.created_at desc limit 1) e on true
  where c.org_id = $1`

interface Horizon {
  readonly asOf: Day
  readonly until: Day
}

/** Every published course that the person has not finished, as something that could be planned. */
export async function activitiesOf(
  tx: Transaction,
  person: PersonKey,
  horizon: Horizon,
): Promise<readonly CourseActivity[]> {
  const offered = (await offeredCourses(tx, person)).filter((course) => course.enrollment?.status !== 'completed')
  const { rows } = await tx.client.query<OfferRow>({
    name: 'plan-offers',
    text: OFFERS,
    values: [person.orgId, person.personId],
  })
  const offers = new Map(rows.map((row) => [row.id, row]))
  const bodies = await courseBodiesOf(
    tx,
    person.orgId,
    offered.map(({ versionId }) => versionId),
  )
  return offered.flatMap((course) => {
    const body = bodies.get(course.versionId)
    const offer = offers.get(course.id)
    return body && offer ? [activityOf(course, { body, offer, horizon })] : []
  })
}

function activityOf(
  course: OfferedCourse,
  { body, offer, horizon }: { body: CourseBody; offer: OfferRow; horizon: Horizon },
): CourseActivity {
  const approvals = course.approvals.filter(
    ({ from, to }) => from <= horizon.until && (to === null || to >= horizon.asOf),
  )
  const doneByDay = offer.done.flatMap(({ lesson, day }) => {
    const hours = hoursOfLesson(body, lesson)
    return hours > 0 ? [{ day, hours }] : []
  })
  const wholeHours = (body.hours * 1000) as Amount
  const doneHours = Math.min(
    wholeHours,
    doneByDay.reduce((sum, { hours }) => sum + hours, 0),
  ) as Amount
  return {
    id: course.id,
    code: course.code,
    name: body.title,
    hours: (wholeHours - doneHours) as Amount,
    wholeHours,
    doneHours,
    doneByDay,
    state: offer.state === null ? 'new' : offer.state === 'active' ? 'active' : 'set-aside',
    price: offer.price as Amount,
    // What is begun has been paid for.
    owned: course.owned || offer.state !== null,
    repeatable: false,
    ...windowOf(offer, approvals),
    credits: creditsOf(approvals),
    card: offer.card === null || offer.months === null ? null : { type: offer.card, validMonths: offer.months },
  }
}

/** A lesson's share of a course's hours; the quiz has its own. */
export function hoursOfLesson(body: CourseBody, key: string): number {
  const lesson = body.lessons.find((each) => each.key === key)
  const minutes = body.lessons.reduce((sum, each) => sum + each.minutes, body.quizMinutes)
  return lesson ? Math.floor((body.hours * 1000 * lesson.minutes) / minutes) : 0
}

/** The days on which it can be finished and every approval holds. */
function windowOf(
  offer: OfferRow,
  approvals: OfferedCourse['approvals'],
): Pick<PlannedActivity, 'availableFrom' | 'availableUntil'> {
  let from = offer.from === null ? null : storedDay(offer.from)
  let until = offer.until === null ? null : storedDay(offer.until)
  for (const approval of approvals) {
    from = from === null ? approval.from : laterDay(from, approval.from)
    if (approval.to !== null) until = until === null ? approval.to : earlierDay(until, approval.to)
  }
  return { availableFrom: from, availableUntil: until }
}

/** One credit a pack: a body that gives several categories for one course is planned with the largest of them. */
function creditsOf(approvals: OfferedCourse['approvals']): ActivityCredit[] {
  const best = new Map<string, ActivityCredit>()
  for (const { packId, category, amount } of approvals)
    if (amount > (best.get(packId)?.credits ?? 0))
      best.set(packId, { packId, credits: amount, category: category === '' ? null : category })
  return [...best.values()]
}
