import type { Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { refreshStandings } from '../standings/index.ts'
import { endLocked, lockHolding } from './lock-holding.ts'

export interface EndHolding {
  readonly key: string
  readonly holdingId: string
  /** The first day on which it is held no longer. */
  readonly on: Day
  readonly reason: string
}

/**
 * A registrar ends a holding: given back, taken away by its body, or entered in error. Everything that was earned and
 * every day before stay as they are. Refusals: `holding.unknown`, `decision.own` (403), `holding.declared` (409: it is
 * confirmed or refused instead), `holding.ended`, `holding.renewal-open` (409: that is decided first), `holding.ends-in-future`, `holding.ends-before-certification` (422).
 */
export async function endHolding(ctx: ServiceContext, input: EndHolding): Promise<null> {
  const { key, holdingId, on, reason } = input
  const scope = scopeFor(ctx, 'holdings.write')
  return command(ctx, { scope, name: 'holdings.end', key, body: { holdingId, on, reason } }, async (door) => {
    const { orgId } = ctx.actor
    const holding = await lockHolding(door.tx, orgId, holdingId)
    if (holding.personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
    if (holding.endedOn !== null) throw refuse('conflict', 'holding.ended')
    if (holding.source === 'declared') throw refuse('conflict', 'holding.declared')
    if (on > ctx.clock.today()) throw refuse('unprocessable', 'holding.ends-in-future', { field: 'on' })
    if (formatDay(on) < holding.certifiedOn)
      throw refuse('unprocessable', 'holding.ends-before-certification', { field: 'on' })
    await requireNoApplication(door.tx, orgId, holdingId)
    await endLocked(ctx, door.tx, { holdingId, kind: 'ended', on, reason })
    await refreshStandings(door.tx, ctx, { orgId, personId: holding.personId })
    door.audit({
      id: ctx.ids.next(),
      action: 'holding.ended',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId: holding.personId,
      reason,
      after: { credential: holding.credential, on: formatDay(on) },
    })
    return null
  })
}

async function requireNoApplication(tx: Transaction, orgId: OrgId, holdingId: string): Promise<void> {
  const { rows } = await tx.client.query(
    "select 1 from renewals where org_id = $1 and holding_id = $2 and status = 'applied'",
    [orgId, holdingId],
  )
  if (rows.length > 0) throw refuse('conflict', 'holding.renewal-open')
}
