import type { CommandWork, Transaction } from '@gs/db'
import { drawForm, judgeStart } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { type EnrollmentKey, type EnrollmentRow, type ProgressRow, progressIn } from '../enrollments/enrollment-row.ts'
import { command, ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import type { AttemptRow } from './attempt-row.ts'
import { type OpenAttempt, openAttemptOf, sheetFor } from './read-attempt.ts'
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
    sheet = await goOnOrBegin(ctx, door, input.enrollmentId)
    return { attemptId: sheet.attemptId }
  })
  return sheet ?? read(ctx, ownScope(ctx), (tx) => openAttemptOf(tx, { orgId, personId, attemptId }))
}

async function goOnOrBegin(ctx: ServiceContext, door: CommandWork, enrollmentId: string): Promise<OpenAttempt> {
  const { orgId, personId } = ctx.actor
  const { tx } = door
  const lately = await attemptsLately(tx, { orgId, personId, enrollmentId })
  if (lately.over) throw new TimeIsOver(lately.over)
  const trail = { id: ctx.ids.next(), subjectKind: 'attempt', personId }
  if (lately.open) {
    door.audit({ ...trail, action: 'attempt.gone-on', subjectId: lately.open })
    return openAttemptOf(tx, { orgId, personId, attemptId: lately.open })
  }
  const body = await courseBodyOf(tx, orgId, lately.versionId)
  const judged = judgeStart({
    enrollment: lately.status,
    ready: progressIn(body, lately, lately).ready,
    begunLately: lately.begun,
    attemptsADay: body.attemptsADay,
  })
  if (!judged.ok) throw refuse('conflict', judged.error, { params: { nextAt: lately.nextAt ?? '' } })
  const attempt = { id: ctx.ids.next(), enrollmentId, number: lately.last + 1, form: drawForm(body, ctx.ids.secret()) }
  const clock = await insertAttempt(ctx, tx, { attempt, minutes: body.quizMinutes })
  door.audit({
    ...trail,
    action: 'attempt.started',
    subjectId: attempt.id,
    after: { enrollmentId, number: attempt.number, version: lately.version },
  })
  return sheetFor({ ...attempt, ...clock, saved: [], device: null }, body)
}

interface NewAttempt {
  readonly attempt: Pick<AttemptRow, 'id' | 'enrollmentId' | 'number' | 'form'>
  readonly minutes: number
}

/** Keeps form and deadline; answers the database's clock. */
async function insertAttempt(
  { actor }: ServiceContext,
  tx: Transaction,
  { attempt, minutes }: NewAttempt,
): Promise<Pick<AttemptRow, 'startedAt' | 'deadlineAt' | 'now'>> {
  const { rows } = await tx.client.query<{ startedAt: Date; deadlineAt: Date; now: Date }>({
    name: 'attempt-start',
    text: `insert into attempts (org_id, id, enrollment_id, person_id, number, status, form, deadline_at)
      values ($1, $2, $3, $4, $5, 'open', $6, clock_timestamp() + make_interval(mins => $7))
      returning started_at as "startedAt", deadline_at as "deadlineAt", clock_timestamp() as now`,
    values: [
      actor.orgId,
      attempt.id,
      attempt.enrollmentId,
      actor.personId,
      attempt.number,
      JSON.stringify(attempt.form),
      minutes,
    ],
  })
  const row = rows[0]
  if (!row) throw new Error('an attempt was not kept')
  return {
    startedAt: row.startedAt.toISOString(),
    deadlineAt: row.deadlineAt.toISOString(),
    now: row.now.toISOString(),
  }
}

interface Lately extends ProgressRow, Pick<EnrollmentRow, 'status' | 'versionId' | 'version' | 'lastLesson'> {
  /** The open attempt, while its time lasts. */
  readonly open: string | null
  /** The open attempt whose time is over. */
  readonly over: string | null
  readonly last: number
  readonly begun: number
  readonly nextAt: string | null
}

/** What was begun of an enrollment and how far its person is, behind its lock. Refuses with `enrollment.unknown`. */
async function attemptsLately(tx: Transaction, { orgId, personId, enrollmentId }: EnrollmentKey): Promise<Lately> {
  const { rows } = await tx.client.query<{ lately: Lately | null }>({
    name: 'attempts-lately',
    text: 'select app.attempts_lately($1, $2, $3) as lately',
    values: [orgId, personId, enrollmentId],
  })
  const lately = rows[0]?.lately
  if (!lately) throw refuse('not-found', 'enrollment.unknown')
  return lately
}
