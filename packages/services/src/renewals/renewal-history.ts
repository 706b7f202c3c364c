import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { Words } from '@gs/domain/rules'
import { loadCredentialNames } from '../standings/index.ts'
import type { Arithmetic } from './arithmetic.ts'

/** An application with what became of it; days 'YYYY-MM-DD'. */
export interface RenewalView {
  readonly renewalId: string
  readonly holdingId: string
  readonly credential: { readonly code: string; readonly name: Words }
  readonly cycle: number
  readonly status: 'applied' | 'approved' | 'refused' | 'withdrawn'
  readonly appliedOn: string
  readonly decision: {
    readonly on: string
    readonly by: string | null
    readonly reasonCode: string | null
    readonly note: string | null
  } | null
  /** As it was when the application was made. */
  readonly arithmetic: Arithmetic
  /** The cycle that it opened. */
  readonly opened: { readonly from: string; readonly to: string | null } | null
}

const HISTORY = `select r.id as "renewalId", r.holding_id as "holdingId",
    h.credential_code as credential, r.cycle_number as cycle, r.status,
    r.applied_on as "appliedOn", r.arithmetic,
    (select jsonb_build_object('on', d.decided_on, 'by', p.given_name || ' ' || p.family_name, 'reasonCode', d.reason_code,
        'note', d.note)
      from decisions d left join people p on p.org_id = d.org_id and p.id = d.decided_by
      where d.org_id = r.org_id and d.subject_id = r.id order by d.decided_at desc limit 1) as decision,
    (select jsonb_build_object('from', n.starts_on, 'to', n.expires_on)
      from cycles n where n.org_id = r.org_id and n.renewal_id = r.id) as opened
  from renewals r
  join holdings h on h.org_id = r.org_id and h.id = r.holding_id
  where r.org_id = $1 and r.person_id = $2
  order by r.applied_on desc, r.created_at desc`

/** Every application of a person, newest first. */
export async function renewalHistory(
  tx: Transaction,
  { orgId, personId }: { readonly orgId: OrgId; readonly personId: string },
): Promise<readonly RenewalView[]> {
  const names = await loadCredentialNames(tx, orgId)
  const { rows } = await tx.client.query<Omit<RenewalView, 'credential'> & { credential: string }>({
    name: 'renewal-history',
    text: HISTORY,
    values: [orgId, personId],
  })
  return rows.map((row) => ({ ...row, credential: { code: row.credential, name: names(row.credential) } }))
}
