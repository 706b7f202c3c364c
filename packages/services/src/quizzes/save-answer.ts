import { saveAnswerAtOnce } from '@gs/db'
import { refuse, type ServiceContext } from '../kernel/index.ts'

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
  const saved = await saveAnswerAtOnce(ctx.database, { orgId, personId, ...input })
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
