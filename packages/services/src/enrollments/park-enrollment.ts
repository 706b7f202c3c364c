import type { Transaction } from '@gs/db'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import { offeredCourses } from '../courses/offered-courses.ts'
import { worthToPerson } from '../courses/worth-to-person.ts'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { standingsOf } from '../standings/index.ts'

export interface Parking {
  readonly courseId: string
  readonly key: string
}

export interface Parked {
  readonly enrollmentId: string
  /** 'YYYY-MM-DD': the first day from which its credit serves in full for every holding; null where none is known. */
  readonly until: string | null
}

/**
 * Keeps a course for later: an open enrollment is parked with all that was done in it, a course not begun yet gets an
 * enrollment that is parked from the beginning. The day is found here, by the rules, and is not the caller's word.
 * Refuses with `course.unknown` and, while an attempt is open, `enrollment.attempt-open`.
 */
export async function parkEnrollment(ctx: ServiceContext, input: Parking): Promise<Parked> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'enrollments.park', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const until = await keepUntil(ctx, door.tx, input.courseId)
    const place = { orgId, personId, courseId: input.courseId, until }
    const enrollmentId = (await parkOpen(door.tx, place)) ?? (await parkNew(ctx, door.tx, place))
    door.audit({
      id: ctx.ids.next(),
      action: 'enrollment.parked',
      subjectKind: 'enrollment',
      subjectId: enrollmentId,
      personId,
      after: { courseId: input.courseId, until },
    })
    return { enrollmentId, until }
  })
}

/** The latest of the days from which the course counts in full for the holdings for which it would be burnt today. */
async function keepUntil(ctx: ServiceContext, tx: Transaction, courseId: string): Promise<string | null> {
  const { orgId, personId } = ctx.actor
  const offered = await offeredCourses(tx, { orgId, personId })
  const course = offered.find((each) => each.id === courseId)
  if (!course) throw refuse('not-found', 'course.unknown')
  const planned = offered.filter((each) => each.enrollment?.status === 'active')
  const { standings } = await standingsOf(tx, { orgId, personId, asOf: ctx.clock })
  const days = worthToPerson(course, { standings, planned }).flatMap(({ fullFrom }) => fullFrom ?? [])
  return days.sort().at(-1) ?? null
}

interface Place {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly courseId: string
  readonly until: string | null
}

async function parkOpen(tx: Transaction, { orgId, personId, courseId, until }: Place): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string; answering: boolean }>({
    name: 'enrollment-to-park',
    text: `select e.id, exists (select 1 from attempts a where a.org_id = e.org_id and a.enrollment_id = e.id
        and a.status = 'open') as answering
      from enrollments e where e.org_id = $1 and e.person_id = $2 and e.course_id = $3 and e.status <> 'completed'
      order by (e.status = 'active') desc, (e.status = 'parked') desc, e.created_at desc limit 1 for update of e`,
    values: [orgId, personId, courseId],
  })
  const open = rows[0]
  if (!open) return undefined
  if (open.answering) throw refuse('conflict', 'enrollment.attempt-open')
  await tx.client.query({
    name: 'enrollment-park',
    text: `update enrollments set status = 'parked', parked_until = $3 where org_id = $1 and id = $2`,
    values: [orgId, open.id, until],
  })
  return open.id
}

async function parkNew(
  ctx: ServiceContext,
  tx: Transaction,
  { orgId, personId, courseId, until }: Place,
): Promise<string> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'enrollment-park-new',
    text: `insert into enrollments (org_id, id, person_id, course_id, version_id, status, started_on, parked_until)
      select $1, $2, $3, $4, v.id, 'parked', $5, $6 from course_versions v where v.org_id = $1 and v.course_id = $4
      order by v.version desc limit 1
      on conflict (org_id, person_id, course_id) where status = 'parked' do update set parked_until = excluded.parked_until
      returning id`,
    values: [orgId, ctx.ids.next(), personId, courseId, formatDay(ctx.clock.today()), until],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'course.unknown')
  return row.id
}
