import type { Transaction } from '@gs/db'
import { isOpenAt, type SheetQuestion, sheetOf } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { requireEnrollment } from '../enrollments/enrollment-row.ts'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { type AttemptKey, type AttemptRow, requireAttempt, type SavedChoice, savedChoices } from './attempt-row.ts'
import { settleAttempt } from './settle-attempt.ts'

/** An open attempt as its taker sees it: the sheet, what is saved, and the server's clock; no key, no feedback. */
export interface OpenAttempt {
  readonly state: 'open'
  readonly attemptId: string
  readonly enrollmentId: string
  readonly title: string
  readonly language: 'en' | 'es'
  readonly number: number
  readonly passMark: number
  readonly startedAt: string
  readonly deadlineAt: string
  readonly serverNow: string
  readonly questions: readonly SheetQuestion[]
  readonly saved: readonly SavedChoice[]
}

export interface SubmittedAttempt {
  readonly state: 'submitted'
  readonly attemptId: string
  readonly enrollmentId: string
}

/**
 * An attempt for going on with. One whose time is over is submitted as it was saved, and answered as submitted.
 * Refuses with `attempt.unknown`.
 */
export async function readAttempt(
  ctx: ServiceContext,
  { attemptId }: { readonly attemptId: string },
): Promise<OpenAttempt | SubmittedAttempt> {
  const { orgId, personId } = ctx.actor
  const key = { orgId, personId, attemptId }
  const seen = await read(ctx, ownScope(ctx), async (tx) => {
    const attempt = await requireAttempt(tx, key)
    return isOpen(attempt) ? await openSheet(tx, key, attempt) : attempt
  })
  if ('state' in seen) return seen
  if (seen.status === 'open') await settleAttempt(ctx, { ...key, cause: 'deadline' })
  return { state: 'submitted', attemptId, enrollmentId: seen.enrollmentId }
}

const isOpen = (attempt: AttemptRow): boolean =>
  attempt.status === 'open' && isOpenAt({ deadline: attempt.deadlineAt.getTime(), now: attempt.now.getTime() })

/** The sheet of an attempt that is known to be open. */
export async function openAttemptOf(tx: Transaction, key: AttemptKey): Promise<OpenAttempt> {
  return openSheet(tx, key, await requireAttempt(tx, key))
}

async function openSheet(tx: Transaction, key: AttemptKey, attempt: AttemptRow): Promise<OpenAttempt> {
  const enrollment = await requireEnrollment(tx, { ...key, enrollmentId: attempt.enrollmentId })
  const body = await courseBodyOf(tx, key.orgId, enrollment.versionId)
  return {
    state: 'open',
    attemptId: attempt.id,
    enrollmentId: attempt.enrollmentId,
    title: body.title,
    language: body.language,
    number: attempt.number,
    passMark: body.passMark,
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    serverNow: attempt.now.toISOString(),
    questions: sheetOf(attempt.form, body.questions),
    saved: await savedChoices(tx, key),
  }
}
