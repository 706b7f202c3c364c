import type { CommandWork, Transaction } from '@gs/db'
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

/** Rolls the command back where the open attempt's time is over: it is submitted as it was saved, then another may begin. */
class TimeIsOver extends Error {
  readonly attemptId: string

  constructor(attemptId: string) {
    super('the open attempt is over')
    this.attemptId = attemptId
  }
}

/**
 * Begins an attempt at the quiz of an enrollment, or goes on with the one that is open: form and deadline are fixed
 * here, on the server. Refuses with `enrollment.unknown`, `attempt.enrollment-completed`, `attempt.enrollment-withdrawn`,
 * `attempt.not-ready` and `attempt.too-soon` (with the instant from which the next may begin).
 */
export async function startAttempt(ctx: ServiceContext, input: AttemptStart): Promise<OpenAttempt> {
  try {
    return await begin(ctx, input)
  } catch (error) {
    if (!(error instanceof TimeIsOver)) throw error
    const { orgId, personId } = ctx.actor
    await settleAttempt(ctx, { orgId, personId, attemptId: error.attemptId, cause: 'deadline' })
    return begin(ctx, input)
  }
}

async function begin(ctx: ServiceContext, input: AttemptStart): Promise<OpenAttempt> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'quizzes.start-attempt', key: input.key, body: input }
  // The sheet is not kept with the key: a repeated call reads it as it then is.
  let sheet: OpenAttempt | undefined
  const { attemptId } = await command(ctx, call, async (door) => {
    const begun = await goOnOrBegin(ctx, door, input.enrollmentId)
    sheet = await openAttemptOf(door.tx, { orgId, personId, attemptId: begun })
    return { attemptId: begun }
  })
  return sheet ?? read(ctx, ownScope(ctx), (tx) => openAttemptOf(tx, { orgId, personId, attemptId }))
}

async function goOnOrBegin(ctx: ServiceContext, door: CommandWork, enrollmentId: string): Promise<string> {
  const { orgId, personId } = ctx.actor
  const { tx } = door
  const enrollment = await requireEnrollment(tx, { orgId, personId, enrollmentId }, true)
  const lately = await attemptsLately(tx, orgId, enrollmentId)
  if (lately.over) throw new TimeIsOver(lately.over)
  const trail = { id: ctx.ids.next(), subjectKind: 'attempt', personId }
  if (lately.open) {
    door.audit({ ...trail, action: 'attempt.gone-on', subjectId: lately.open })
    return lately.open
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
  const number = lately.last + 1
  const form = JSON.stringify(drawForm(body, ctx.ids.secret()))
  await tx.client.query({
    name: 'attempt-start',
    text: `insert into attempts (org_id, id, enrollment_id, person_id, number, status, form, deadline_at)
      values ($1, $2, $3, $4, $5, 'open', $6, clock_timestamp() + make_interval(mins => $7))`,
    values: [orgId, attemptId, enrollmentId, personId, number, form, body.quizMinutes],
  })
  door.audit({
    ...trail,
    action: 'attempt.started',
    subjectId: attemptId,
    after: { enrollmentId, number, version: enrollment.version },
  })
  return attemptId
}

interface Lately {
  /** The open attempt, while its time lasts. */
  readonly open: string | null
  /** The open attempt whose time is over. */
  readonly over: string | null
  readonly last: number
  readonly begun: number
  readonly nextAt: string | null
}

async function attemptsLately(tx: Transaction, orgId: OrgId, enrollmentId: string): Promise<Lately> {
  const { rows } = await tx.client.query<Lately>({
    name: 'attempts-lately',
    text: `select max(id::text) filter (where status = 'open' and deadline_at > clock_timestamp()) as open,
        max(id::text) filter (where status = 'open' and deadline_at <= clock_timestamp()) as over, coalesce(max(number), 0) as last,
        (count(*) filter (where started_at > clock_timestamp() - interval '1 day'))::int as begun,
        to_char(min(started_at) filter (where started_at > clock_timestamp() - interval '1 day') at time zone 'UTC'
          + interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt"
      from attempts where org_id = $1 and enrollment_id = $2`,
    values: [orgId, enrollmentId],
  })
  return rows[0] ?? { open: null, over: null, last: 0, begun: 0, nextAt: null }
}
