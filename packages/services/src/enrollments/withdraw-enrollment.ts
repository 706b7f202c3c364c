import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { requireActiveEnrollment } from './enrollment-row.ts'

export interface Withdrawal {
  readonly enrollmentId: string
  readonly key: string
}

/**
 * Sets a course aside: it is planned no longer, and all that was done in it is kept for when it is started again.
 * Refuses with `enrollment.unknown`, `enrollment.not-active` and, while an attempt is open, `enrollment.attempt-open`.
 */
export async function withdrawEnrollment(
  ctx: ServiceContext,
  input: Withdrawal,
): Promise<{ readonly enrollmentId: string }> {
  const { orgId, personId } = ctx.actor
  const { enrollmentId } = input
  const call = { scope: ownScope(ctx), name: 'enrollments.withdraw', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const { tx } = door
    const enrollment = await requireActiveEnrollment(tx, { orgId, personId, enrollmentId })
    const { rowCount } = await tx.client.query({
      name: 'enrollment-withdraw',
      text: `update enrollments e set status = 'withdrawn' where e.org_id = $1 and e.id = $2
        and not exists (select 1 from attempts a where a.org_id = e.org_id and a.enrollment_id = e.id and a.status = 'open')`,
      values: [orgId, enrollmentId],
    })
    if (rowCount === 0) throw refuse('conflict', 'enrollment.attempt-open')
    door.audit({
      id: ctx.ids.next(),
      action: 'enrollment.withdrawn',
      subjectKind: 'enrollment',
      subjectId: enrollmentId,
      personId,
      before: { course: enrollment.courseCode, startedOn: enrollment.startedOn },
    })
    return { enrollmentId }
  })
}
