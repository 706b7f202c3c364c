import type { CommandWork } from '@gs/db'
import { formatDay } from '@gs/domain'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import { standingsOf } from '../standings/index.ts'
import { arithmeticOf } from './arithmetic.ts'

export interface ApplyForRenewal {
  readonly key: string
  readonly holdingId: string
}

export interface RenewalApplied {
  readonly renewalId: string
  readonly appliedOn: string
}

/**
 * The holder applies to renew the current cycle; the arithmetic of the day is kept with the application.
 * Refusals: `holding.unknown`, `holding.not-confirmed`, `renewal.not-possible` (422), `renewal.already-applied` (409).
 */
export async function applyForRenewal(
  ctx: ServiceContext,
  { key, holdingId }: ApplyForRenewal,
): Promise<RenewalApplied> {
  const call = { scope: ownScope(ctx), name: 'renewals.apply', key, body: { holdingId } }
  return command(ctx, call, (door) => apply(ctx, door, holdingId))
}

async function apply(ctx: ServiceContext, door: CommandWork, holdingId: string): Promise<RenewalApplied> {
  const { orgId, personId } = ctx.actor
  const { person, standings } = await standingsOf(door.tx, { orgId, personId, asOf: ctx.clock })
  const judged = standings.find(({ holding }) => holding.id === holdingId)
  if (!judged) throw refuse('not-found', 'holding.unknown')
  if (judged.holding.source === 'declared') throw refuse('unprocessable', 'holding.not-confirmed')
  if (judged.standing.canRenew !== true) throw refuse('unprocessable', 'renewal.not-possible')
  const arithmetic = arithmeticOf(judged, { person })
  // Filed on the day that it is for the body.
  const appliedOn = formatDay(judged.at.asOf)
  const renewalId = ctx.ids.next()
  const cycle = judged.holding.cycles.at(-1)?.number ?? 1
  const { rowCount } = await door.tx.client.query({
    name: 'renewal-apply',
    text: `insert into renewals (org_id, id, person_id, holding_id, cycle_number, status, applied_on, arithmetic)
      values ($1, $2, $3, $4, $5, 'applied', $6, $7) on conflict do nothing`,
    values: [orgId, renewalId, personId, holdingId, cycle, appliedOn, JSON.stringify(arithmetic)],
  })
  if (rowCount === 0) throw refuse('conflict', 'renewal.already-applied')
  door.audit({
    id: ctx.ids.next(),
    action: 'renewal.applied',
    subjectKind: 'renewal',
    subjectId: renewalId,
    personId,
    after: { holdingId, cycle, required: arithmetic.required, counted: arithmetic.counted, packId: arithmetic.packId },
  })
  return { renewalId, appliedOn }
}
