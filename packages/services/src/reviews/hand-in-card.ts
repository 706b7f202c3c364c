import { formatDay } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { type CardDetails, storedCard } from './details.ts'
import { heldPacks } from './held-packs.ts'
import { insertSubmission, type SubmissionCreated } from './insert-submission.ts'

export interface HandInCard extends CardDetails {
  readonly key: string
  readonly fileId: string | null
}

/**
 * Hands in a renewed card (such as CPR/AED) to be confirmed.
 * Refusals: `submission.in-future`, `submission.evidence-missing`, `card.ends-before-it-begins`, `card.type`, `file.unknown`.
 */
export async function handInCard(
  ctx: ServiceContext,
  { key, fileId, ...card }: HandInCard,
): Promise<SubmissionCreated> {
  if (card.issuedOn > ctx.clock.today()) throw refuse('unprocessable', 'submission.in-future', { field: 'issuedOn' })
  if (card.validThrough !== null && card.validThrough < card.issuedOn)
    throw refuse('unprocessable', 'card.ends-before-it-begins', { field: 'validThrough' })
  if (fileId === null) throw refuse('unprocessable', 'submission.evidence-missing', { field: 'file' })
  const body = { fileId, ...card }
  return command(ctx, { scope: ownScope(ctx), name: 'reviews.hand-in-card', key, body }, async (door) => {
    const packs = await heldPacks(door.tx, ctx.actor, ctx.clock.today())
    const known = packs.some((pack) => pack.cards.some(({ type }) => type === card.type))
    if (!known) throw refuse('unprocessable', 'card.type', { field: 'type' })
    return insertSubmission(ctx, door, {
      kind: 'card',
      title: card.type,
      provider: card.issuer,
      completedOn: formatDay(card.issuedOn),
      details: storedCard(card),
      fileId,
    })
  })
}
