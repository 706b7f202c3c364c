import type { Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { refuse } from '../kernel/index.ts'

export interface RenewalRow {
  readonly id: string
  readonly personId: PersonId
  readonly holdingId: string
  readonly cycle: number
  readonly status: 'applied' | 'approved' | 'refused' | 'withdrawn'
  /** 'YYYY-MM-DD' */
  readonly appliedOn: string
  readonly credential: string
  /** As the body calls it: what its record is headed with. */
  readonly credentialName: string
  readonly packId: string
}

/**
 * An application, locked until the transaction ends, and with it the person's ledger: no award is reversed while its
 * credits are being allocated. Refuses with `renewal.unknown` where the scope does not reach it.
 */
export async function lockRenewal(tx: Transaction, orgId: OrgId, renewalId: string): Promise<RenewalRow> {
  const { rows } = await tx.client.query<RenewalRow>({
    name: 'renewal-lock',
    text: `select r.id, r.person_id as "personId", r.holding_id as "holdingId", r.cycle_number as cycle, r.status,
        r.applied_on as "appliedOn", h.credential_code as credential, c.name as "credentialName", h.pack_id as "packId"
      from renewals r
      join holdings h on h.org_id = r.org_id and h.id = r.holding_id
      join credentials c on c.org_id = h.org_id and c.code = h.credential_code
      where r.org_id = $1 and r.id = $2 for update of r`,
    values: [orgId, renewalId],
  })
  const renewal = rows[0]
  if (!renewal) throw refuse('not-found', 'renewal.unknown')
  await tx.client.query({
    name: 'renewal-lock-ledger',
    text: 'select 1 from ledger_heads where org_id = $1 and person_id = $2 for update',
    values: [orgId, renewal.personId],
  })
  return renewal
}

/** The application is decided; its row keeps when. */
export async function setDecided(
  tx: Transaction,
  { orgId, renewalId, status, on }: { orgId: OrgId; renewalId: string; status: 'approved' | 'refused'; on: string },
): Promise<void> {
  await tx.client.query({
    name: 'renewal-decide',
    text: 'update renewals set status = $3, decided_on = $4 where org_id = $1 and id = $2',
    values: [orgId, renewalId, status, on],
  })
}
