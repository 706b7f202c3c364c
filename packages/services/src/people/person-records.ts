import type { PersonId } from '@gs/domain'
import type { RecordState } from '@gs/domain/issuance'
import { RECORD_COLUMNS, type RecordView, type StoredRecord, viewOf } from '../issuance/record-view.ts'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { requirePerson } from './require-person.ts'

export interface RecordSeen {
  readonly id: string
  readonly kind: 'certification' | 'specialization' | 'course'
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly state: RecordState
  readonly superseded: boolean
}

/** The records of a person, the latest first. Refusal: `person.unknown`. */
export async function personRecords(ctx: ServiceContext, personId: PersonId): Promise<readonly RecordSeen[]> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'records.read'), async (tx) => {
    await requirePerson(tx, orgId, personId)
    const { rows } = await tx.client.query<StoredRecord>({
      name: 'person-records',
      text: `select ${RECORD_COLUMNS} from records r join organizations o on o.org_id = r.org_id
        where r.org_id = $1 and r.person_id = $2 order by r.issued_on desc, r.created_at desc`,
      values: [orgId, personId],
    })
    return rows.map((row) => seenOf(viewOf(row, ctx.clock)))
  })
}

const seenOf = ({
  id,
  kind,
  number,
  title,
  holderName,
  issuedOn,
  expiresOn,
  state,
  events,
}: RecordView): RecordSeen => ({
  id,
  kind,
  number,
  title,
  holderName,
  issuedOn,
  expiresOn,
  state,
  superseded: events.some((event) => event.kind === 'superseded'),
})
