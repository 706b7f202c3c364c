import { formatDay } from '@gs/domain'
import type { RenewalRefusal } from '@gs/domain/credentials'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { loadCredentialNames } from '../standings/index.ts'
import { recompute } from './approve-renewal.ts'
import { insertDecision } from './insert-decision.ts'
import { lockRenewal, setDecided } from './lock-renewal.ts'

export interface RefuseRenewal {
  readonly key: string
  readonly renewalId: string
  readonly reasonCode: RenewalRefusal
  /** What the holder is told; must be given with the reason `other`. */
  readonly note: string | null
}

/**
 * Refuses an application with a reason; nothing is allocated, the cycle stays open, the holder may apply again.
 * Refusals: `renewal.unknown`, `decision.own` (403), `renewal.decided` (409), `decision.note-missing` (422).
 */
export async function refuseRenewal(ctx: ServiceContext, input: RefuseRenewal): Promise<null> {
  const { key, ...body } = input
  if (input.reasonCode === 'other' && !input.note)
    throw refuse('unprocessable', 'decision.note-missing', { field: 'note' })
  const scope = scopeFor(ctx, 'renewals.decide')
  return command(ctx, { scope, name: 'renewals.refuse', key, body }, async (door) => {
    const { orgId, personId } = ctx.actor
    const renewal = await lockRenewal(door.tx, orgId, input.renewalId)
    if (renewal.personId === personId) throw refuse('forbidden', 'decision.own')
    if (renewal.status !== 'applied') throw refuse('conflict', 'renewal.decided')
    const { arithmetic } = await recompute(ctx, door.tx, renewal)
    const { reasonCode, note } = input
    const decision = { outcome: 'refused', reasonCode, note, arithmetic } as const
    const decisionId = await insertDecision(ctx, door.tx, { renewal, decision })
    await setDecided(door.tx, { orgId, renewalId: renewal.id, status: 'refused', on: formatDay(ctx.clock.today()) })
    await queueMail(door.tx, ctx, {
      orgId,
      to: { personId: renewal.personId },
      template: 'renewal-decided',
      event: decisionId,
      data: {
        title: (await loadCredentialNames(door.tx, orgId))(renewal.credential),
        outcome: 'refused',
        startsOn: null,
        expiresOn: null,
        note: note ?? '',
        path: '/renew',
      },
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'renewal.refused',
      subjectKind: 'renewal',
      subjectId: renewal.id,
      personId: renewal.personId,
      reason: reasonCode,
      after: { decisionId },
    })
    return null
  })
}
