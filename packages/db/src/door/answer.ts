import type { OrgId, PersonId } from '@gs/domain'
import type { Database } from '../connection/database.ts'

/** One answer of a taker, as the client sent it. */
export interface AnswerToSave {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly attemptId: string
  readonly question: string
  readonly choice: readonly string[]
  /** The client's order of its answers: an older one never overwrites a newer one. */
  readonly seq: number
  /** The device that saves, where it has a name: refused where another has taken over. */
  readonly device?: string | undefined
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
    values: [
      answer.orgId,
      answer.personId,
      answer.attemptId,
      answer.question,
      JSON.stringify(answer.choice),
      answer.seq,
      answer.device ?? null,
    ],
  })
  const row = rows[0]
  if (!row) throw new Error('an answer was neither saved nor refused')
  return row.saved
}
