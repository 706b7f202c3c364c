import type { Call, Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { type Answers, type QuizForm, quizFormSchema } from '@gs/domain/quizzes'
import type { EnrollmentRow } from '../enrollments/enrollment-row.ts'
import { refuse } from '../kernel/index.ts'

export interface AttemptKey {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly attemptId: string
}

export interface SavedChoice {
  readonly question: string
  readonly choice: readonly string[]
  readonly seq: number
  readonly savedAt: string
}

/** An attempt and what is saved of it. Instants are ISO text. */
export interface AttemptRow {
  readonly id: string
  readonly enrollmentId: string
  readonly enrollmentStatus: EnrollmentRow['status']
  /** The published version of the course that is asked about. */
  readonly versionId: string
  readonly number: number
  readonly status: 'open' | 'submitted'
  readonly form: QuizForm
  readonly startedAt: string
  readonly deadlineAt: string
  readonly submittedAt: string | null
  /** The database's clock at this look. */
  readonly now: string
  /** The same as the database wrote it, to the microsecond. */
  readonly exactNow: string
  readonly points: number | null
  readonly max: number | null
  readonly passed: boolean | null
  /** On which it goes on; none where no device has said so. */
  readonly device: string | null
  readonly outcome: 'awarded' | 'refused' | 'under-review' | 'not-passed' | null
  readonly saved: readonly SavedChoice[]
}

/**
 * The call that reads a person's own attempt; locked together with its enrollment (no answer is saved and no attempt begun
 * meanwhile) where it is to be changed.
 */
export const callForAttempt = ({ orgId, personId, attemptId }: AttemptKey, lock = false): Call => ({
  name: 'app.attempt_of',
  args: [orgId, personId, attemptId, String(lock)],
})

interface StoredAttempt extends Omit<AttemptRow, 'form' | 'exactNow' | 'saved'> {
  readonly form: unknown
  readonly saved: readonly (readonly [question: string, choice: readonly string[], seq: number, savedAt: string])[]
}

/** What that call answers. Refuses with `attempt.unknown`. */
export function attemptIn(answer: unknown): AttemptRow {
  // The columns of the function, as the database's JSON.
  const row = answer as StoredAttempt | null | undefined
  if (!row) throw refuse('not-found', 'attempt.unknown')
  return {
    ...row,
    form: quizFormSchema.parse(row.form),
    startedAt: instant(row.startedAt),
    deadlineAt: instant(row.deadlineAt),
    submittedAt: row.submittedAt && instant(row.submittedAt),
    now: instant(row.now),
    exactNow: row.now,
    saved: row.saved
      .map(([question, choice, seq, savedAt]) => ({ question, choice, seq, savedAt: instant(savedAt) }))
      .sort((a, b) => (a.question < b.question ? -1 : 1)),
  }
}

/** The same of one that is only read, within a transaction. */
export async function requireAttempt(tx: Transaction, key: AttemptKey): Promise<AttemptRow> {
  const { rows } = await tx.client.query<{ attempt: unknown }>({
    name: 'attempt',
    text: 'select app.attempt_of($1, $2, $3, false) as attempt',
    values: [key.orgId, key.personId, key.attemptId],
  })
  return attemptIn(rows[0]?.attempt)
}

/** The database writes microseconds and an offset; we write as JavaScript does. */
export const instant = (text: string): string => new Date(text).toISOString()

export const answersOf = (saved: readonly SavedChoice[]): Answers =>
  new Map(saved.map(({ question, choice }) => [question, choice]))

/** Refuses with `attempt.elsewhere` where the open attempt goes on on another device than this, if that has a name. */
export function requireDevice({ status, device: here }: AttemptRow, device: string | undefined): void {
  if (device !== undefined && status === 'open' && here !== null && here !== device)
    throw refuse('conflict', 'attempt.elsewhere')
}
