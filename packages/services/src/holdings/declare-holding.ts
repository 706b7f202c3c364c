import { formatDay } from '@gs/domain'
import { command, ownScope, type ServiceContext } from '../kernel/index.ts'
import { endLocked, lockOwnDeclared, NEVER_HELD } from './lock-holding.ts'
import { putHolding, type StatedHolding } from './put-holding.ts'

export interface DeclareHolding extends StatedHolding {
  readonly key: string
  /** The declared holding in whose place this one is put: an edit, as long as nobody confirmed it. */
  readonly replaces: string | null
}

export interface HoldingDeclared {
  readonly holdingId: string
}

/**
 * The holder states a credential, or states it anew while nobody has confirmed it. It stands as declared everywhere
 * until a registrar confirms it. Refusals: as `putHolding`; `holding.unknown`, `holding.ended`, `holding.confirmed` for what it replaces.
 */
export async function declareHolding(ctx: ServiceContext, input: DeclareHolding): Promise<HoldingDeclared> {
  const { key, replaces, ...stated } = input
  const { personId } = ctx.actor
  const body = { ...stated, replaces }
  return command(ctx, { scope: ownScope(ctx), name: 'holdings.declare', key, body }, async (door) => {
    if (replaces !== null) {
      await lockOwnDeclared(ctx, door.tx, replaces)
      await endLocked(ctx, door.tx, { holdingId: replaces, kind: 'replaced', on: NEVER_HELD, reason: null })
    }
    const holdingId = await putHolding(ctx, door, { personId, stated, source: 'declared', replaces })
    door.audit({
      id: ctx.ids.next(),
      action: replaces === null ? 'holding.declared' : 'holding.edited',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      ...(replaces === null ? {} : { before: { holdingId: replaces } }),
      after: { credential: stated.credential, certifiedOn: formatDay(stated.certifiedOn) },
    })
    return { holdingId }
  })
}
