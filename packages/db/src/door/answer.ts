import type { OrgId, PersonId } from '@gs/domain'
import type { Database } from '../connection/database.ts'
import { shareTrips } from '../connection/shared-trips.ts'

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
  const { orgId, personId, attemptId, question, choice, seq, device } = answer
  const { rows } = await pool.query<{ saved: SavedAnswer }>({
    name: 'answer-save',
    text: 'select app.save_answer_on($1, $2, $3, $4, $5, $6, $7, true) as saved',
    values: [orgId, personId, attemptId, question, JSON.stringify(choice), seq, device ?? null],
  })
  const row = rows[0]
  if (!row) throw new Error('an answer was neither saved nor refused')
  return row.saved
}

/**
 * The same in the name of whoever holds the live session of the portal with this hash; null where none lives. Answers that
 * come at once share a trip and its commit.
 */
export function saveAnswerInSession(
  database: Database,
  sessionHash: Buffer,
  answer: Answer,
): Promise<SavedAnswer | null> {
  let save = savers.get(database)
  if (!save) {
    save = saverOf(database)
    savers.set(database, save)
  }
  return save({ sessionHash, answer })
}

interface HeldAnswer {
  readonly sessionHash: Buffer
  readonly answer: Answer
}
type Saver = (held: HeldAnswer) => Promise<SavedAnswer | null>

const savers = new WeakMap<Database, Saver>()

/** Trips of answers under way at once: a second one would cost more than it saves those who wait. */
const TRIPS = 1

/** What a trip of its own is owed to: a lock that was not waited for, or a fault that left a whole trip undone. */
const ALONE = Symbol('alone')

function saverOf(database: Database): Saver {
  const share = shareTrips((together: readonly HeldAnswer[]) => saveTogether(database, together), {
    most: TRIPS,
    gather: true,
  })
  return async (held) => {
    const saved = await share(held)
    if (saved !== ALONE) return saved
    // Saved twice is saved once: the number of the answer decides.
    const [alone = null] = await saveAll(database, [held])
    if (alone?.state === 'busy') throw new Error('an answer that was to wait did not')
    return alone
  }
}

async function saveTogether(
  database: Database,
  together: readonly HeldAnswer[],
): Promise<readonly (SavedAnswer | null | typeof ALONE)[]> {
  // In one order everywhere, so that no two trips wait for each other's sessions.
  const ordered = [...together].sort((a, b) => Buffer.compare(a.sessionHash, b.sessionHash))
  try {
    const saved = await saveAll(database, ordered)
    return together.map((held) => {
      const answer = saved[ordered.indexOf(held)] ?? null
      return answer?.state === 'busy' ? ALONE : answer
    })
  } catch (error) {
    if (together.length === 1) throw error
    return together.map(() => ALONE)
  }
}

async function saveAll(
  { pool }: Database,
  held: readonly HeldAnswer[],
): Promise<readonly (SavedAnswer | Busy | null)[]> {
  const answers = held.map(({ answer }) => answer)
  const { rows } = await pool.query<{ saved: readonly (SavedAnswer | Busy | null)[] }>({
    name: 'answers-save',
    text: "select app.save_answers_in($1, 'web', $2, $3, $4, $5, $6) as saved",
    values: [
      held.map(({ sessionHash }) => sessionHash),
      answers.map(({ attemptId }) => attemptId),
      answers.map(({ question }) => question),
      answers.map(({ choice }) => JSON.stringify(choice)),
      answers.map(({ seq }) => seq),
      answers.map(({ device }) => device ?? null),
    ],
  })
  return rows[0]?.saved ?? []
}

/** Somebody submits the attempt or takes it over at this moment. */
interface Busy {
  readonly state: 'busy'
}
