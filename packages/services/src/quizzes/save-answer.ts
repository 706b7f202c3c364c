import { type SavedAnswer, saveAnswerAtOnce, saveAnswerInSession } from '@gs/db'
import { type Deps, refuse, type ServiceContext } from '../kernel/index.ts'

export interface AnswerInput {
  readonly attemptId: string
  readonly question: string
  readonly choice: readonly string[]
  readonly seq: number
  readonly device?: string | undefined
}

/** `saved`: this choice stands. `newer`: an answer with a higher number stands; it is answered with, to be shown. */
export interface AnswerReceipt {
  readonly state: 'saved' | 'newer'
  readonly seq: number
  readonly choice: readonly string[]
  readonly savedAt: string
}

/**
 * Saves one answer of the actor's own open attempt, before its deadline by the database's clock. What it answers with
 * is committed. Refuses with `attempt.unknown`, `attempt.closed`, `attempt.expired`, `attempt.elsewhere`, and with the faults of the domain's
 * `judgeChoice`.
 */
export async function saveAnswer(ctx: ServiceContext, input: AnswerInput): Promise<AnswerReceipt> {
  const { orgId, personId } = ctx.actor
  return receiptOf(await saveAnswerAtOnce(ctx.database, { orgId, personId, ...input }))
}

/**
 * The same for the holder of a session of the portal that nobody has looked for yet: that is done in the same trip.
 * Answers nothing where the session does not live.
 */
export async function saveHoldersAnswer(
  { database }: Pick<Deps, 'database'>,
  sessionHash: Buffer,
  input: AnswerInput,
): Promise<AnswerReceipt | undefined> {
  const saved = await saveAnswerInSession(database, sessionHash, input)
  return saved === null ? undefined : receiptOf(saved)
}

function receiptOf(saved: SavedAnswer): AnswerReceipt {
  switch (saved.state) {
    case 'saved':
    case 'newer':
      return { ...saved, savedAt: new Date(saved.savedAt).toISOString() }
    case 'unknown':
      throw refuse('not-found', 'attempt.unknown')
    case 'closed':
    case 'expired':
    case 'elsewhere':
      throw refuse('conflict', `attempt.${saved.state}`)
    default:
      throw refuse('unprocessable', saved.state)
  }
}
