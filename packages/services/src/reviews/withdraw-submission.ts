import type { PersonId } from '@gs/domain'
import { afterEvent } from '@gs/domain/reviews'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { lockSubmission, setStatus } from './lock-submission.ts'

/** Takes back one's own submission while it waits. Refusals: `submission.unknown`, `submission.not-waiting`. */
export async function withdrawSubmission(
  ctx: ServiceContext,
  { key, submissionId }: { key: string; submissionId: string },
): Promise<{ status: 'withdrawn' }> {
  const scope = ownScope(ctx)
  return command(ctx, { scope, name: 'reviews.withdraw', key, body: { submissionId } }, async (door) => {
    const submission = await lockSubmission(door.tx, ctx.actor.orgId, submissionId)
    const next = afterEvent(
      { ...submission, personId: submission.personId as PersonId },
      { type: 'withdrawn', by: ctx.actor.personId },
    )
    if (!next.ok) throw refuse(next.error === 'submission.not-own' ? 'not-found' : 'conflict', next.error)
    await setStatus(door.tx, { orgId: ctx.actor.orgId, submissionId, status: next.value })
    door.audit({
      id: ctx.ids.next(),
      action: 'submission.withdrawn',
      subjectKind: 'submission',
      subjectId: submissionId,
      personId: ctx.actor.personId,
    })
    return { status: 'withdrawn' }
  })
}
