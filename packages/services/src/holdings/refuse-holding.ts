import { command, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { loadCredentialNames, refreshStandings } from '../standings/index.ts'
import { endLocked, lockOthersDeclared, NEVER_HELD } from './lock-holding.ts'

export interface RefuseHolding {
  readonly key: string
  readonly holdingId: string
  /** What the holder is told. */
  readonly reason: string
}

/**
 * A registrar refuses what a holder declared, with the reason. Refusals: `holding.unknown`, `holding.ended`, `holding.confirmed` (409),
 * `decision.own` (403).
 */
export async function refuseHolding(ctx: ServiceContext, { key, holdingId, reason }: RefuseHolding): Promise<null> {
  const scope = scopeFor(ctx, 'holdings.write')
  return command(ctx, { scope, name: 'holdings.refuse', key, body: { holdingId, reason } }, async (door) => {
    const { orgId } = ctx.actor
    const { personId, credential } = await lockOthersDeclared(ctx, door.tx, holdingId)
    await endLocked(ctx, door.tx, { holdingId, kind: 'refused', on: NEVER_HELD, reason })
    await refreshStandings(door.tx, ctx, { orgId, personId })
    await queueMail(door.tx, ctx, {
      orgId,
      to: { personId },
      template: 'holding-decided',
      event: holdingId,
      data: {
        title: (await loadCredentialNames(door.tx, orgId))(credential),
        outcome: 'refused',
        note: reason,
        path: '/holdings',
      },
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'holding.refused',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      reason,
      after: { credential },
    })
    return null
  })
}
