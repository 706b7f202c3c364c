import type { Transaction } from '@gs/db'
import type { EnrollmentId, OrgId, PersonId } from '@gs/domain'
import type { CourseBody } from '@gs/domain/courses'
import { type CourseProgress, type Progress, progressOf } from '@gs/domain/enrollments'
import { courseBodyOf } from '../courses/course-body.ts'
import { refuse } from '../kernel/index.ts'

export interface EnrollmentKey {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly enrollmentId: string
}

export interface EnrollmentRow {
  readonly id: EnrollmentId
  readonly courseId: string
  readonly courseCode: string
  readonly courseKind: 'specialization' | 'course'
  readonly credentialCode: string | null
  readonly versionId: string
  readonly version: number
  readonly status: 'active' | 'completed' | 'withdrawn' | 'parked'
  readonly startedOn: string
  readonly completedOn: string | null
  readonly lastLesson: string | null
  /** Of a parked one: the first day from which its credit serves in full. */
  readonly parkedUntil: string | null
}

const ROW = `select e.id, e.course_id as "courseId", c.code as "courseCode", c.kind as "courseKind",
    c.credential_code as "credentialCode", e.version_id as "versionId", v.version, e.status, e.started_on as "startedOn",
    e.completed_on as "completedOn", e.last_lesson as "lastLesson", e.parked_until as "parkedUntil"
  from enrollments e join courses c on c.org_id = e.org_id and c.id = e.course_id
  join course_versions v on v.org_id = e.org_id and v.id = e.version_id
  where e.org_id = $1 and e.person_id = $2 and e.id = $3`

/** A person's own enrollment; locked where it is to be changed. Refuses with `enrollment.unknown`. */
export async function requireEnrollment(
  tx: Transaction,
  { orgId, personId, enrollmentId }: EnrollmentKey,
  lock = false,
): Promise<EnrollmentRow> {
  const { rows } = await tx.client.query<EnrollmentRow>({
    name: lock ? 'enrollment-locked' : 'enrollment',
    text: lock ? `${ROW} for update of e` : ROW,
    values: [orgId, personId, enrollmentId],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'enrollment.unknown')
  return row
}

/** The same, refusing with `enrollment.not-active` what is finished or withdrawn. */
export async function requireActiveEnrollment(tx: Transaction, key: EnrollmentKey): Promise<EnrollmentRow> {
  const enrollment = await requireEnrollment(tx, key, true)
  if (enrollment.status !== 'active') throw refuse('conflict', 'enrollment.not-active')
  return enrollment
}

export interface EnrollmentState {
  readonly body: CourseBody
  readonly progress: CourseProgress
}

/** How far the person is in enrollment $2 of organisation $1, as columns of SQL. */
const PROGRESS = `coalesce((select jsonb_agg(l.lesson_key) from lesson_progress l
      where l.org_id = $1 and l.enrollment_id = $2), '[]') as done,
    coalesce((select jsonb_object_agg(p.lesson_key, p.entries) from (select lesson_key, count(*) as entries
      from practice_entries where org_id = $1 and enrollment_id = $2 group by lesson_key) p), '{}') as practice`

export interface ProgressRow {
  readonly done: readonly string[]
  readonly practice: Readonly<Record<string, number>>
}

/** The content of an enrollment's own version, and how far its person is in it. */
export async function stateOfEnrollment(
  tx: Transaction,
  orgId: OrgId,
  enrollment: Pick<EnrollmentRow, 'id' | 'versionId' | 'lastLesson'>,
): Promise<EnrollmentState> {
  const body = await courseBodyOf(tx, orgId, enrollment.versionId)
  const { rows } = await tx.client.query<ProgressRow>({
    name: 'enrollment-progress',
    text: `select ${PROGRESS}`,
    values: [orgId, enrollment.id],
  })
  return { body, progress: progressIn(body, enrollment, rows[0]) }
}

/** How far that is in the content. */
export function progressIn(
  body: CourseBody,
  { lastLesson }: Pick<EnrollmentRow, 'lastLesson'>,
  row: ProgressRow | undefined,
): CourseProgress {
  const progress: Progress = {
    doneLessons: new Set(row?.done),
    practice: new Map(Object.entries(row?.practice ?? {})),
    lastLesson,
  }
  return progressOf(body, progress)
}
