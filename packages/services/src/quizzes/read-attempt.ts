import type { Transaction } from '@gs/db'
import type { CourseBody } from '@gs/domain/courses'
import { isOpenAt, type SheetQuestion, sheetOf } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { type AttemptKey, type AttemptRow, requireAttempt, type SavedChoice } from './attempt-row.ts'
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
  /** The device on which it goes on, where one has said so. */
  readonly device: string | null
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
    return isOpen(attempt) ? sheetFor(attempt, await courseBodyOf(tx, orgId, attempt.versionId)) : attempt
  })
  if ('state' in seen) return seen
  if (seen.status === 'open') await settleAttempt(ctx, { ...key, cause: 'deadline' })
  return { state: 'submitted', attemptId, enrollmentId: seen.enrollmentId }
}

const isOpen = (attempt: AttemptRow): boolean =>
  attempt.status === 'open' && isOpenAt({ deadline: Date.parse(attempt.deadlineAt), now: Date.parse(attempt.now) })

/** The sheet of an attempt that is known to be open. */
export async function openAttemptOf(tx: Transaction, key: AttemptKey): Promise<OpenAttempt> {
  const attempt = await requireAttempt(tx, key)
  return sheetFor(attempt, await courseBodyOf(tx, key.orgId, attempt.versionId))
}

type Sheet = Pick<
  AttemptRow,
  'id' | 'enrollmentId' | 'number' | 'form' | 'startedAt' | 'deadlineAt' | 'now' | 'saved' | 'device'
>

/** The sheet of an open attempt over its version of the course. */
export const sheetFor = (attempt: Sheet, body: CourseBody): OpenAttempt => ({
  state: 'open',
  attemptId: attempt.id,
  enrollmentId: attempt.enrollmentId,
  title: body.title,
  language: body.language,
  number: attempt.number,
  passMark: body.passMark,
  startedAt: attempt.startedAt,
  deadlineAt: attempt.deadlineAt,
  serverNow: attempt.now,
  questions: sheetOf(attempt.form, body.questions),
  saved: attempt.saved,
  device: attempt.device,
})
