import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { attemptIn, callForAttempt } from './attempt-row.ts'

export interface TakeOver {
  readonly attemptId: string
  /** The random name that a browser keeps of itself. */
  readonly device: string
  readonly key: string
}

/**
 * Goes on with the actor's own open attempt on this device. Where it went on on another, that one can save and submit
 * nothing any more and is told so at its next word. Refuses with `attempt.unknown` and `attempt.closed`.
 */
export async function takeOverAttempt(ctx: ServiceContext, input: TakeOver): Promise<{ readonly device: string }> {
  const { orgId, personId } = ctx.actor
  const { attemptId, device } = input
  const call = {
    scope: ownScope(ctx),
    name: 'quizzes.take-over-attempt',
    key: input.key,
    body: input,
    first: callForAttempt({ orgId, personId, attemptId }, true),
  }
  return command(ctx, call, async ({ tx, first, audit }) => {
    const attempt = attemptIn(first)
    if (attempt.status !== 'open') throw refuse('conflict', 'attempt.closed')
    await tx.client.query({
      name: 'attempt-take-over',
      text: 'update attempts set device = $4 where org_id = $1 and person_id = $2 and id = $3',
      values: [orgId, personId, attemptId, device],
    })
    audit({
      id: ctx.ids.next(),
      action: 'attempt.gone-on',
      subjectKind: 'attempt',
      subjectId: attemptId,
      personId,
      after: { fromAnotherDevice: attempt.device !== null && attempt.device !== device },
    })
    return { device }
  })
}
