import type { CommandWork, Transaction } from '@gs/db'
import { formatDay, type PersonId } from '@gs/domain'
import type { RecordKind } from '@gs/domain/issuance'
import { refuse, type ServiceContext } from '../kernel/index.ts'

/** A record that somebody of the staff is about to revoke or to replace. */
export interface RecordToChange {
  readonly id: string
  readonly personId: PersonId
  readonly kind: RecordKind
  readonly credentialCode: string | null
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly expiresOn: string | null
  readonly enrollmentId: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly revoked: boolean
  readonly superseded: boolean
}

/**
 * A record in reach, held until the command ends so that two changes at once become one. Refusals: `record.unknown` (404),
 * `decision.own` (403).
 */
export async function requireRecord(ctx: ServiceContext, tx: Transaction, recordId: string): Promise<RecordToChange> {
  const { orgId, personId } = ctx.actor
  // The record itself can be locked by nobody: it never changes.
  await tx.client.query({
    name: 'record-hold',
    text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
    values: [recordId],
  })
  const { rows } = await tx.client.query<RecordToChange>({
    name: 'record-to-change',
    text: `select r.id, r.person_id as "personId", r.kind, r.credential_code as "credentialCode", r.number, r.title,
        r.holder_name as "holderName", r.expires_on as "expiresOn", r.enrollment_id as "enrollmentId", r.details,
        coalesce(bool_or(e.kind = 'revoked'), false) as revoked, coalesce(bool_or(e.kind = 'superseded'), false) as superseded
      from records r left join record_events e on e.org_id = r.org_id and e.record_id = r.id
      where r.org_id = $1 and r.id = $2 group by r.org_id, r.id`,
    values: [orgId, recordId],
  })
  const record = rows[0]
  if (!record) throw refuse('not-found', 'record.unknown')
  if (record.personId === personId) throw refuse('forbidden', 'decision.own')
  return record
}

export interface RecordChange {
  readonly record: RecordToChange
  readonly kind: 'revoked' | 'superseded'
  readonly reason: string
  readonly successorId?: string
}

/** Adds what befell a record; the record itself stays as it was. */
export async function addRecordEvent(ctx: ServiceContext, { tx }: CommandWork, change: RecordChange): Promise<void> {
  const { record, kind, reason, successorId = null } = change
  const { orgId, personId } = ctx.actor
  await tx.client.query({
    name: 'record-event',
    text: `insert into record_events (org_id, id, record_id, person_id, kind, reason, actor_id, known_on, successor_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      orgId,
      ctx.ids.next(),
      record.id,
      record.personId,
      kind,
      reason,
      personId,
      formatDay(ctx.clock.today()),
      successorId,
    ],
  })
}
