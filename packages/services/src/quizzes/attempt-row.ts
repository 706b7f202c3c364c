import type { Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { type Answers, type QuizForm, quizFormSchema } from '@gs/domain/quizzes'
import { refuse } from '../kernel/index.ts'

export interface AttemptKey {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly attemptId: string
}

export interface AttemptRow {
  readonly id: string
  readonly enrollmentId: string
  readonly number: number
  readonly status: 'open' | 'submitted'
  readonly form: QuizForm
  readonly startedAt: Date
  readonly deadlineAt: Date
  readonly submittedAt: Date | null
  /** The database's clock at this look. */
  readonly now: Date
  readonly points: number | null
  readonly max: number | null
  readonly passed: boolean | null
  readonly outcome: 'awarded' | 'refused' | 'under-review' | 'not-passed' | null
}

const ROW = `select id, enrollment_id as "enrollmentId", number, status, form, started_at as "startedAt",
    deadline_at as "deadlineAt", submitted_at as "submittedAt", clock_timestamp() as now, score_points as points,
    max_points as max, passed, outcome
  from attempts where org_id = $1 and person_id = $2 and id = $3`

/** A person's own attempt; locked (no answer is saved meanwhile) where it is to be changed. Refuses with `attempt.unknown`. */
export async function requireAttempt(
  tx: Transaction,
  { orgId, personId, attemptId }: AttemptKey,
  lock = false,
): Promise<AttemptRow> {
  const { rows } = await tx.client.query<Omit<AttemptRow, 'form'> & { form: unknown }>({
    name: lock ? 'attempt-locked' : 'attempt',
    text: lock ? `${ROW} for update` : ROW,
    values: [orgId, personId, attemptId],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'attempt.unknown')
  return { ...row, form: quizFormSchema.parse(row.form) }
}

export interface SavedChoice {
  readonly question: string
  readonly choice: readonly string[]
  readonly seq: number
  readonly savedAt: string
}

/** What has been saved of an attempt. */
export async function savedChoices(
  tx: Transaction,
  { orgId, attemptId }: Pick<AttemptKey, 'orgId' | 'attemptId'>,
): Promise<readonly SavedChoice[]> {
  const { rows } = await tx.client.query<Omit<SavedChoice, 'savedAt'> & { savedAt: Date }>({
    name: 'attempt-answers',
    text: `select question_key as question, choice, seq, saved_at as "savedAt" from attempt_answers
      where org_id = $1 and attempt_id = $2 order by question_key`,
    values: [orgId, attemptId],
  })
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }))
}

export const answersOf = (saved: readonly SavedChoice[]): Answers =>
  new Map(saved.map(({ question, choice }) => [question, choice]))
