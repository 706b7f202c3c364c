import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'

export interface EnrollmentStart {
  readonly courseId: string
  readonly key: string
}

/**
 * Enrols the actor in the newest version of a course; who is in it already is answered with that enrollment. What it
 * would waste is said before by the course's page; the decision is the person's. Refuses with `course.unknown`.
 */
export async function startEnrollment(
  ctx: ServiceContext,
  input: EnrollmentStart,
): Promise<{ readonly enrollmentId: string }> {
  const { orgId, personId } = ctx.actor
  const { courseId } = input
  const call = { scope: ownScope(ctx), name: 'enrollments.start', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const { tx } = door
    const { rows } = await tx.client.query<{ id: string; version: number }>({
      name: 'course-newest',
      text: 'select id, version from course_versions where org_id = $1 and course_id = $2 order by version desc limit 1',
      values: [orgId, courseId],
    })
    const newest = rows[0]
    if (!newest) throw refuse('not-found', 'course.unknown')
    const startedOn = formatDay(ctx.clock.today())
    const made = await tx.client.query<{ id: string }>({
      name: 'enrollment-start',
      text: `insert into enrollments (org_id, id, person_id, course_id, version_id, status, started_on)
        values ($1, $2, $3, $4, $5, 'active', $6)
        on conflict (org_id, person_id, course_id) where status = 'active' do nothing returning id`,
      values: [orgId, ctx.ids.next(), personId, courseId, newest.id, startedOn],
    })
    const enrollmentId = made.rows[0]?.id ?? (await openEnrollment(tx, { orgId, personId, courseId }))
    door.audit({
      id: ctx.ids.next(),
      action: made.rowCount === 1 ? 'enrollment.started' : 'enrollment.found-open',
      subjectKind: 'enrollment',
      subjectId: enrollmentId,
      personId,
      after: { courseId, version: newest.version, startedOn },
    })
    return { enrollmentId }
  })
}

async function openEnrollment(
  tx: Transaction,
  { orgId, personId, courseId }: { orgId: string; personId: string; courseId: string },
): Promise<string> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select id from enrollments where org_id = $1 and person_id = $2 and course_id = $3 and status = 'active'",
    [orgId, personId, courseId],
  )
  const row = rows[0]
  if (!row) throw refuse('conflict', 'enrollment.changing')
  return row.id
}
