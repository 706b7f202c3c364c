import type { ServiceContext } from '../kernel/index.ts'
import { type AttemptResult, readResult } from './read-result.ts'
import { settleAttempt } from './settle-attempt.ts'

export interface Submission {
  readonly attemptId: string
  readonly key: string
  readonly device?: string | undefined
}

/**
 * Submits the actor's own attempt and answers its result. It is submitted once: a second submission, with whichever
 * key and on whichever day, is answered as the first was. Refuses with `attempt.unknown` and `attempt.elsewhere`.
 */
export async function submitAttempt(
  ctx: ServiceContext,
  { attemptId, key, device }: Submission,
): Promise<AttemptResult> {
  const { orgId, personId } = ctx.actor
  const settlement = { orgId, personId, attemptId, cause: 'submitted' as const, key, requestId: ctx.requestId, device }
  return (await settleAttempt(ctx, settlement)) ?? readResult(ctx, { attemptId })
}
