import type { Transaction } from '@gs/db'
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
  readonly points: number | null
  readonly max: number | null
  readonly passed: boolean | null
  /** On which it goes on; none where no device has said so. */
  readonly device: string | null
  readonly outcome: 'awarded' | 'refused' | 'under-review' | 'not-passed' | null
  readonly saved: readonly SavedChoice[]
}

/**
 * A person's own attempt; locked together with its enrollment (no answer is saved and no attempt begun meanwhile) where
 * it is to be changed. Refuses with `attempt.unknown`.
 */
export async function requireAttempt(
  tx: Transaction,
  { orgId, personId, attemptId }: AttemptKey,
  lock = false,
): Promise<AttemptRow> {
  const { rows } = await tx.client.query<{ attempt: (Omit<AttemptRow, 'form'> & { form: unknown }) | null }>({
    name: 'attempt',
    text: 'select app.attempt_of($1, $2, $3, $4) as attempt',
    values: [orgId, personId, attemptId, lock],
  })
  const row = rows[0]?.attempt
  if (!row) throw refuse('not-found', 'attempt.unknown')
  return {
    ...row,
    form: quizFormSchema.parse(row.form),
    startedAt: instant(row.startedAt),
    deadlineAt: instant(row.deadlineAt),
    submittedAt: row.submittedAt && instant(row.submittedAt),
    now: instant(row.now),
    saved: row.saved.map((choice) => ({ ...choice, savedAt: instant(choice.savedAt) })),
  }
}

/** The database writes microseconds and an offset; we write as JavaScript does. */
const instant = (text: string): string => new Date(text).toISOString()

export const answersOf = (saved: readonly SavedChoice[]): Answers =>
  new Map(saved.map(({ question, choice }) => [question, choice]))
