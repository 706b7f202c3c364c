import { type Day, formatDay } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { requireActiveEnrollment, stateOfEnrollment } from './enrollment-row.ts'

export interface PracticeEntry {
  readonly enrollmentId: string
  readonly lesson: string
  readonly practisedOn: Day
  readonly what: string
  readonly howItWent: string
  readonly key: string
}

/**
 * Logs what was tried on a client. Refuses with `enrollment.unknown`, `enrollment.not-active`, `lesson.unknown`,
 * `practice.in-future`.
 */
export async function logPractice(
  ctx: ServiceContext,
  input: PracticeEntry,
): Promise<{ readonly entryId: string; readonly ready: boolean }> {
  const { orgId, personId } = ctx.actor
  const { enrollmentId, lesson } = input
  if (input.practisedOn > ctx.clock.today()) throw refuse('invalid', 'practice.in-future', { field: 'practisedOn' })
  const call = { scope: ownScope(ctx), name: 'enrollments.log-practice', key: input.key, body: input }
  return command(ctx, call, async (door) => {
    const { tx } = door
    const enrollment = await requireActiveEnrollment(tx, { orgId, personId, enrollmentId })
    const { body } = await stateOfEnrollment(tx, orgId, enrollment)
    if (!body.lessons.some((each) => each.key === lesson)) throw refuse('not-found', 'lesson.unknown')
    const entryId = ctx.ids.next()
    const practisedOn = formatDay(input.practisedOn)
    await tx.client.query({
      name: 'practice-log',
      text: `insert into practice_entries (org_id, id, enrollment_id, person_id, lesson_key, practised_on, what, how_it_went)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [orgId, entryId, enrollmentId, personId, lesson, practisedOn, input.what, input.howItWent],
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'practice.logged',
      subjectKind: 'enrollment',
      subjectId: enrollmentId,
      personId,
      after: { entryId, lesson, practisedOn },
    })
    const { progress } = await stateOfEnrollment(tx, orgId, enrollment)
    return { entryId, ready: progress.ready }
  })
}
