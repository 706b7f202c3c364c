import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { addRecordEvent, requireRecord } from './record-to-change.ts'

export interface RecordDecision {
  readonly key: string
  readonly recordId: string
  readonly reason: string
}

/**
 * Revokes a record from today on: it stays in the register, and whoever checks it is told. Its credit and the ledger are
 * not touched. Refusals: `record.unknown` (404), `decision.own` (403), `record.already-revoked` (409).
 */
export async function revokeRecord(
  ctx: ServiceContext,
  { key, recordId, reason }: RecordDecision,
): Promise<{ readonly recordId: string }> {
  const call = { scope: scopeFor(ctx, 'records.write'), name: 'issuance.revoke', key, body: { recordId, reason } }
  return command(ctx, call, async (door) => {
    const record = await requireRecord(ctx, door.tx, recordId)
    if (record.revoked) throw refuse('conflict', 'record.already-revoked')
    await addRecordEvent(ctx, door, { record, kind: 'revoked', reason })
    const { locale } = await requirePerson(door.tx, ctx.actor.orgId, record.personId)
    await queueMail(door.tx, ctx, {
      orgId: ctx.actor.orgId,
      to: { personId: record.personId },
      locale,
      template: 'record-revoked',
      event: recordId,
      data: { title: record.title, number: record.number, reason, path: `/records/${recordId}` },
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'record.revoked',
      subjectKind: 'record',
      subjectId: recordId,
      personId: record.personId,
      reason,
      after: { number: record.number },
    })
    return { recordId }
  })
}
