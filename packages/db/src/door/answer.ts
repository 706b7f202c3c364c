import type { OrgId, PersonId } from '@gs/domain'
import type { Database } from '../connection/database.ts'

/** One answer, as the client sent it. */
export interface Answer {
  readonly attemptId: string
  readonly question: string
  readonly choice: readonly string[]
  /** The client's order of its answers: an older one never overwrites a newer one. */
  readonly seq: number
  /** The device that saves, where it has a name: refused where another has taken over. */
  readonly device?: string | undefined
}

/** An answer in somebody's name. */
export interface AnswerToSave extends Answer {
  readonly orgId: OrgId
  readonly personId: PersonId
}

/**
 * `saved`: the choice stands in the database. `newer`: another one with a higher number stands there (answered with it).
 * Everything else: nothing was written.
 */
export type SavedAnswer =
  | {
      readonly state: 'saved' | 'newer'
      readonly seq: number
      readonly choice: readonly string[]
      readonly savedAt: string
    }
  | { readonly state: 'unknown' | 'closed' | 'expired' | 'elsewhere' }
  | {
      readonly state: 'answer.not-in-form' | 'answer.unknown-option' | 'answer.one-only' | 'answer.repeated'
    }

/**
 * The door of the one hot write: scope, judgement and upsert in one statement and one trip, committed when it answers.
 * It leaves no audit event of its own: the attempt's start and submission are in the trail, and the submission hashes
 * all answers.
 */
export async function saveAnswerAtOnce({ pool }: Database, answer: AnswerToSave): Promise<SavedAnswer> {
  const { rows } = await pool.query<{ saved: SavedAnswer }>({
    name: 'answer-save',
    text: 'select app.save_answer_on($1, $2, $3, $4, $5, $6, $7) as saved',
    values: [answer.orgId, answer.personId, ...valuesOf(answer)],
  })
  const row = rows[0]
  if (!row) throw new Error('an answer was neither saved nor refused')
  return row.saved
}

/** The same in the name of whoever holds the live session of the portal with this hash; null where none lives. */
export async function saveAnswerInSession(
  { pool }: Database,
  sessionHash: Buffer,
  answer: Answer,
): Promise<SavedAnswer | null> {
  const { rows } = await pool.query<{ saved: SavedAnswer | null }>({
    name: 'answer-save-in-session',
    text: "select app.save_answer_in($1, 'web', $2, $3, $4, $5, $6) as saved",
    values: [sessionHash, ...valuesOf(answer)],
  })
  return rows[0]?.saved ?? null
}

const valuesOf = ({ attemptId, question, choice, seq, device }: Answer): readonly unknown[] => [
  attemptId,
  question,
  JSON.stringify(choice),
  seq,
  device ?? null,
]
