import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { drawForm, judgeStart } from '@gs/domain/quizzes'
import { requireEnrollment, stateOfEnrollment } from '../enrollments/enrollment-row.ts'
import { command, ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { type OpenAttempt, openAttemptOf } from './read-attempt.ts'
import { settleAttempt } from './settle-attempt.ts'

export interface AttemptStart {
  readonly enrollmentId: string
  readonly key: string
}

/**
 * Begins an attempt at the quiz of an enrollment, or goes on with the one that is open: form and deadline are fixed
 * here, on the server. Refuses with `enrollment.unknown`, `attempt.enrollment-completed`, `attempt.enrollment-withdrawn`,
 * `attempt.not-ready` and `attempt.too-soon` (with the instant from which the next may begin).
 */
export async function startAttempt(ctx: ServiceContext, input: AttemptStart): Promise<OpenAttempt> {
  await settleExpired(ctx, input.enrollmentId)
  const { orgId, personId } = ctx.actor
  const { enrollmentId } = input
  const call = { scope: ownScope(ctx), name: 'quizzes.start-attempt', key: input.key, body: input }
  const { attemptId } = await command(ctx, call, async (door) => {
    const { tx } = door
    const enrollment = await requireEnrollment(tx, { orgId, personId, enrollmentId }, true)
    const lately = await attemptsLately(tx, orgId, enrollmentId)
    const found = { id: ctx.ids.next(), subjectKind: 'attempt', personId }
    if (lately.open) {
      door.audit({ ...found, action: 'attempt.gone-on', subjectId: lately.open })
      return { attemptId: lately.open }
    }
    const { body, progress } = await stateOfEnrollment(tx, orgId, enrollment)
    const judged = judgeStart({
      enrollment: enrollment.status,
      ready: progress.ready,
      begunLately: lately.begun,
      attemptsADay: body.attemptsADay,
    })
    if (!judged.ok) throw refuse('conflict', judged.error, { params: { nextAt: lately.nextAt ?? '' } })
    const attemptId = ctx.ids.next()
    await tx.client.query({
      name: 'attempt-start',
      text: `insert into attempts (org_id, id, enrollment_id, person_id, number, status, form, deadline_at)
        values ($1, $2, $3, $4, $5, 'open', $6, clock_timestamp() + make_interval(mins => $7))`,
      values: [
        orgId,
        attemptId,
        enrollmentId,
        personId,
        lately.last + 1,
        JSON.stringify(drawForm(body, ctx.ids.secret())),
        body.quizMinutes,
      ],
    })
    door.audit({
      ...found,
      action: 'attempt.started',
      subjectId: attemptId,
      after: { enrollmentId, number: lately.last + 1, version: enrollment.version },
    })
    return { attemptId }
  })
  return read(ctx, ownScope(ctx), (tx) => openAttemptOf(tx, { orgId, personId, attemptId }))
}

interface Lately {
  readonly open: string | null
  readonly last: number
  readonly begun: number
  readonly nextAt: string | null
}

async function attemptsLately(tx: Transaction, orgId: OrgId, enrollmentId: string): Promise<Lately> {
  const { rows } = await tx.client.query<Lately>({
    name: 'attempts-lately',
    text: `select max(id::text) filter (where status = 'open') as open, coalesce(max(number), 0) as last,
        (count(*) filter (where started_at > clock_timestamp() - interval '1 day'))::int as begun,
        to_char(min(started_at) filter (where started_at > clock_timestamp() - interval '1 day') at time zone 'UTC'
          + interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt"
      from attempts where org_id = $1 and enrollment_id = $2`,
    values: [orgId, enrollmentId],
  })
  return rows[0] ?? { open: null, last: 0, begun: 0, nextAt: null }
}

/** An attempt whose time is over is submitted as it was saved, before another may begin. */
async function settleExpired(ctx: ServiceContext, enrollmentId: string): Promise<void> {
  const { orgId, personId } = ctx.actor
  const expired = await read(ctx, ownScope(ctx), async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'attempt-expired',
      text: `select id from attempts where org_id = $1 and enrollment_id = $2 and status = 'open'
        and deadline_at <= clock_timestamp()`,
      values: [orgId, enrollmentId],
    })
    return rows
  })
  for (const { id } of expired) await settleAttempt(ctx, { orgId, personId, attemptId: id, cause: 'deadline' })
}
