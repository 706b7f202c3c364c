import { command, ownScope, type ServiceContext } from '../kernel/index.ts'
import { refreshStandings } from '../standings/index.ts'
import { endLocked, lockOwnDeclared, NEVER_HELD } from './lock-holding.ts'

/** The holder takes back what nobody confirmed yet. Refusals: `holding.unknown`, `holding.ended`, `holding.confirmed` (409). */
export async function withdrawHolding(
  ctx: ServiceContext,
  { key, holdingId }: { readonly key: string; readonly holdingId: string },
): Promise<null> {
  const { orgId, personId } = ctx.actor
  return command(ctx, { scope: ownScope(ctx), name: 'holdings.withdraw', key, body: { holdingId } }, async (door) => {
    const holding = await lockOwnDeclared(ctx, door.tx, holdingId)
    await endLocked(ctx, door.tx, { holdingId, kind: 'withdrawn', on: NEVER_HELD, reason: null })
    await refreshStandings(door.tx, ctx, { orgId, personId })
    door.audit({
      id: ctx.ids.next(),
      action: 'holding.withdrawn',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      after: { credential: holding.credential },
    })
    return null
  })
}
