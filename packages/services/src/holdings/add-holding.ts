import { formatDay, type PersonId } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { putHolding, type StatedHolding } from './put-holding.ts'

export interface AddHolding extends Omit<StatedHolding, 'fileId'> {
  readonly key: string
  readonly personId: PersonId
}

/**
 * A registrar enters a credential that somebody holds; it is confirmed from the beginning.
 * Refusals: `person.unknown`, `decision.own` (403), and as `putHolding`.
 */
export async function addHolding(ctx: ServiceContext, input: AddHolding): Promise<{ readonly holdingId: string }> {
  const { key, personId, ...stated } = input
  if (personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
  const scope = scopeFor(ctx, 'holdings.write')
  return command(ctx, { scope, name: 'holdings.add', key, body: { personId, ...stated } }, async (door) => {
    await requirePerson(door.tx, ctx.actor.orgId, personId)
    const holdingId = await putHolding(ctx, door, {
      personId,
      stated: { ...stated, fileId: null },
      source: 'confirmed',
      replaces: null,
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'holding.added',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      after: { credential: stated.credential, certifiedOn: formatDay(stated.certifiedOn) },
    })
    return { holdingId }
  })
}
