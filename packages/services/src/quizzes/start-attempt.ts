import type { CommandWork } from '@gs/db'
import { drawForm, judgeStart } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { type EnrollmentRow, type ProgressRow, progressIn } from '../enrollments/enrollment-row.ts'
import { command, ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { instant } from './attempt-row.ts'
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
  const call = {
    scope: ownScope(ctx),
    name: 'quizzes.start-attempt',
    key: input.key,
    body: input,
    first: { name: 'app.attempts_lately', args: [orgId, personId, input.enrollmentId] } as const,
  }
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
  const lately = latelyIn(door.first)
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
  const now = instant(lately.now)
  const attempt = {
    id: ctx.ids.next(),
    enrollmentId,
    number: lately.last + 1,
    form: drawForm(body, ctx.ids.secret()),
    startedAt: now,
    deadlineAt: new Date(Date.parse(now) + body.quizMinutes * 60_000).toISOString(),
  }
  door.atEnd('app.begin_attempt', [
    orgId,
    attempt.id,
    enrollmentId,
    personId,
    String(attempt.number),
    JSON.stringify(attempt.form),
    lately.now,
    String(body.quizMinutes),
  ])
  door.audit({
    ...trail,
    action: 'attempt.started',
    subjectId: attempt.id,
    after: { enrollmentId, number: attempt.number, version: lately.version },
  })
  return sheetFor({ ...attempt, now, saved: [], device: null }, body)
}

interface Lately extends ProgressRow, Pick<EnrollmentRow, 'status' | 'versionId' | 'version' | 'lastLesson'> {
  /** The open attempt, while its time lasts. */
  readonly open: string | null
  /** The open attempt whose time is over. */
  readonly over: string | null
  readonly last: number
  readonly begun: number
  readonly nextAt: string | null
  /** The database's clock, to the microsecond. */
  readonly now: string
}

/** What was begun of an enrollment and how far its person is, behind its lock. Refuses with `enrollment.unknown`. */
function latelyIn(answer: unknown): Lately {
  // The columns of the function, as the database's JSON.
  const lately = answer as Lately | null
  if (!lately) throw refuse('not-found', 'enrollment.unknown')
  return lately
}
