import type { Transaction } from '@gs/db'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'

export interface EnrollmentStart {
  readonly courseId: string
  readonly key: string
}

/**
 * Enrols the actor in the newest version of a course. Who is in it already is answered with that enrollment; who has set
 * it aside or parked it takes it up again, with its version and all that was done. What it would waste is said before by the course's
 * page; the decision is the person's. Refuses with `course.unknown`.
 */
export async function startEnrollment(
  ctx: ServiceContext,
  input: EnrollmentStart,
): Promise<{ readonly enrollmentId: string }> {
  const { orgId, personId } = ctx.actor
  const { courseId } = input
  const call = { scope: ownScope(ctx), name: 'enrollments.start', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const of = { orgId, personId, courseId }
    const startedOn = formatDay(ctx.clock.today())
    const taken =
      (await takeUpAgain(door.tx, of)) ??
      (await begin(door.tx, { ...of, enrollmentId: ctx.ids.next(), startedOn })) ??
      (await alreadyOpen(door.tx, of))
    door.audit({
      id: ctx.ids.next(),
      action: taken.action,
      subjectKind: 'enrollment',
      subjectId: taken.enrollmentId,
      personId,
      after: { courseId, on: startedOn },
    })
    return { enrollmentId: taken.enrollmentId }
  })
}

interface OfPerson {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly courseId: string
}

interface Taken {
  readonly enrollmentId: string
  readonly action: 'enrollment.started' | 'enrollment.taken-up-again' | 'enrollment.found-open'
}

async function takeUpAgain(tx: Transaction, { orgId, personId, courseId }: OfPerson): Promise<Taken | undefined> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'enrollment-take-up',
    text: `update enrollments e set status = 'active', parked_until = null where e.org_id = $1 and e.status in ('withdrawn', 'parked')
        and e.id = (select w.id from enrollments w where w.org_id = $1 and w.person_id = $2 and w.course_id = $3
          and w.status in ('withdrawn', 'parked') order by (w.status = 'parked') desc, w.created_at desc limit 1)
        and not exists (select 1 from enrollments o where o.org_id = $1 and o.person_id = $2 and o.course_id = $3
          and o.status = 'active')
      returning e.id`,
    values: [orgId, personId, courseId],
  })
  return rows[0] && { enrollmentId: rows[0].id, action: 'enrollment.taken-up-again' }
}

async function begin(
  tx: Transaction,
  { orgId, personId, courseId, enrollmentId, startedOn }: OfPerson & { enrollmentId: string; startedOn: string },
): Promise<Taken | undefined> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'course-newest',
    text: 'select id from course_versions where org_id = $1 and course_id = $2 order by version desc limit 1',
    values: [orgId, courseId],
  })
  const newest = rows[0]
  if (!newest) throw refuse('not-found', 'course.unknown')
  const { rowCount } = await tx.client.query({
    name: 'enrollment-start',
    text: `insert into enrollments (org_id, id, person_id, course_id, version_id, status, started_on)
      values ($1, $2, $3, $4, $5, 'active', $6)
      on conflict (org_id, person_id, course_id) where status = 'active' do nothing`,
    values: [orgId, enrollmentId, personId, courseId, newest.id, startedOn],
  })
  return rowCount === 1 ? { enrollmentId, action: 'enrollment.started' } : undefined
}

async function alreadyOpen(tx: Transaction, { orgId, personId, courseId }: OfPerson): Promise<Taken> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'enrollment-open',
    text: "select id from enrollments where org_id = $1 and person_id = $2 and course_id = $3 and status = 'active'",
    values: [orgId, personId, courseId],
  })
  const row = rows[0]
  if (!row) throw refuse('conflict', 'enrollment.changing')
  return { enrollmentId: row.id, action: 'enrollment.found-open' }
}
