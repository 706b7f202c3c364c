import type { Day } from '@gs/domain'
import { formatDay } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { type Asked, askedLines } from './asked-credits.ts'
import type { OutsideKind } from './details.ts'
import { heldPacks } from './held-packs.ts'
import { insertSubmission, type SubmissionCreated } from './insert-submission.ts'

export interface HandInActivity extends Asked {
  readonly key: string
  readonly kind: OutsideKind
  readonly title: string
  readonly provider: string
  readonly completedOn: Day
  readonly note: string | null
  readonly fileId: string | null
}

/**
 * Hands in an outside activity for review.
 * Refusals: `submission.in-future`, `submission.evidence-missing`, what `askedLines` refuses, `file.unknown`.
 */
export async function handInActivity(ctx: ServiceContext, input: HandInActivity): Promise<SubmissionCreated> {
  const { key, ...body } = input
  if (input.completedOn > ctx.clock.today())
    throw refuse('unprocessable', 'submission.in-future', { field: 'completedOn' })
  if (input.fileId === null) throw refuse('unprocessable', 'submission.evidence-missing', { field: 'file' })
  return command(ctx, { scope: ownScope(ctx), name: 'reviews.hand-in-activity', key, body }, async (door) => {
    const asked = askedLines(input, await heldPacks(door.tx, ctx.actor, ctx.clock.today()))
    const details = { kind: input.kind, asked, minutes: input.minutes, note: input.note }
    return insertSubmission(ctx, door, {
      kind: 'activity',
      title: input.title,
      provider: input.provider,
      completedOn: formatDay(input.completedOn),
      details,
      fileId: input.fileId,
    })
  })
}
