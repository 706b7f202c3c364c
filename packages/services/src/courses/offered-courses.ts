import type { Transaction } from '@gs/db'
import { type Amount, type OrgId, type PersonId, parseDay } from '@gs/domain'
import type { CourseApproval } from '@gs/domain/courses'

/** A published course as a person meets it: its newest version, what bodies give for it, and how far the person is. */
export interface OfferedCourse {
  readonly id: string
  readonly code: string
  readonly kind: 'specialization' | 'course'
  readonly versionId: string
  readonly version: number
  readonly owned: boolean
  /** The enrollment that is open, else the one that is parked, else the one completed last. */
  readonly enrollment: {
    readonly id: string
    readonly status: 'active' | 'parked' | 'completed'
    readonly versionId: string
    readonly startedOn: string
    readonly completedOn: string | null
    /** Of a parked one: the first day from which its credit serves in full. */
    readonly parkedUntil: string | null
  } | null
  readonly approvals: readonly CourseApproval[]
}

interface CourseRow extends Omit<OfferedCourse, 'approvals'> {
  readonly approvals: readonly StoredApproval[]
}

interface StoredApproval {
  readonly packId: string
  readonly category: string
  readonly amount: number
  readonly from: string
  readonly to: string | null
}

const OFFERED = `select c.id, c.code, c.kind, v.id as "versionId", v.version,
    c.owned_by_default or exists (select 1 from course_ownerships o
      where o.org_id = c.org_id and o.person_id = $2 and o.course_id = c.id) as owned,
    (select jsonb_build_object('id', e.id, 'status', e.status, 'versionId', e.version_id, 'startedOn', e.started_on,
        'completedOn', e.completed_on, 'parkedUntil', e.parked_until)
      from enrollments e where e.org_id = c.org_id and e.person_id = $2 and e.course_id = c.id and e.status <> 'withdrawn'
      order by (e.status = 'active') desc, (e.status = 'parked') desc, e.completed_on desc nulls last, e.created_at desc limit 1) as enrollment,
    coalesce((select jsonb_agg(jsonb_build_object('packId', k.pack_id, 'category', k.category, 'amount', k.amount_thousandths,
        'from', k.approved_from, 'to', k.approved_to) order by k.pack_id, k.category, k.approved_from)
      from course_credits k where k.org_id = c.org_id and k.course_id = c.id), '[]') as approvals
  from courses c
  join lateral (select id, version from course_versions v where v.org_id = c.org_id and v.course_id = c.id
    order by version desc limit 1) v on true
  where c.org_id = $1 order by c.kind desc, c.code`

/** Every published course of the organisation, for one person, in one trip. */
export async function offeredCourses(
  tx: Transaction,
  { orgId, personId }: { readonly orgId: OrgId; readonly personId: PersonId },
): Promise<readonly OfferedCourse[]> {
  const { rows } = await tx.client.query<CourseRow>({
    name: 'courses-offered',
    text: OFFERED,
    values: [orgId, personId],
  })
  return rows.map((row) => ({ ...row, approvals: row.approvals.map(approvalOf) }))
}

/** An approval as the rules read it. */
export function approvalOf(stored: StoredApproval): CourseApproval {
  const from = parseDay(stored.from)
  const to = stored.to === null ? null : parseDay(stored.to)
  if (!from.ok || (to && !to.ok)) throw new Error('the database holds a date that is none')
  return {
    packId: stored.packId,
    category: stored.category,
    amount: stored.amount as Amount,
    from: from.value,
    to: to ? to.value : null,
  }
}
