import type { PersonId } from '@gs/domain'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { requirePerson } from './require-person.ts'

export interface RecordSeen {
  readonly id: string
  readonly kind: 'certification' | 'specialization' | 'course'
  readonly number: string
  readonly title: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  /** `valid`, or what was done to it since. */
  readonly state: 'valid' | 'revoked' | 'superseded'
}

/** The records of a person, the latest first. Refusal: `person.unknown`. */
export async function personRecords(ctx: ServiceContext, personId: PersonId): Promise<readonly RecordSeen[]> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'records.read'), async (tx) => {
    await requirePerson(tx, orgId, personId)
    const { rows } = await tx.client.query<RecordSeen>({
      name: 'person-records',
      text: `select r.id, r.kind, r.number, r.title, r.issued_on as "issuedOn", r.expires_on as "expiresOn",
          coalesce((select e.kind from record_events e where e.org_id = r.org_id and e.record_id = r.id
            order by e.recorded_at desc limit 1), 'valid') as state
        from records r where r.org_id = $1 and r.person_id = $2 order by r.issued_on desc, r.created_at desc`,
      values: [orgId, personId],
    })
    return rows
  })
}
