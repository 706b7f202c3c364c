import { formatDay } from '@gs/domain'
import type { Words } from '@gs/domain/rules'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { loadCredentialNames } from '../standings/index.ts'

/** Which applications: those that wait, oldest first, or those decided, newest first. */
export type RenewalFilter = 'waiting' | 'decided'

export interface RenewalListRow {
  readonly renewalId: string
  readonly person: { readonly id: string; readonly name: string; readonly unit: string }
  readonly credential: { readonly code: string; readonly name: Words }
  readonly cycle: number
  readonly status: 'applied' | 'approved' | 'refused' | 'withdrawn'
  readonly appliedOn: string
  readonly decidedOn: string | null
  readonly expiresOn: string | null
  /** Days since the application. */
  readonly waited: number
  readonly required: number | null
  readonly counted: number | null
}

type StoredRow = Omit<RenewalListRow, 'credential'> & { readonly credential: string }

// One statement, so that the count is that of the rows and not of another instant.
const LIST = `with of_these as (
    select r.id as "renewalId",
      jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'unit', u.name) as person,
      h.credential_code as credential, r.cycle_number as cycle, r.status,
      r.applied_on as "appliedOn", r.decided_on as "decidedOn", k.expires_on as "expiresOn",
      ($3::date - r.applied_on) as waited,
      (r.arithmetic->>'required')::integer as required, (r.arithmetic->>'counted')::integer as counted, r.created_at
    from renewals r
    join people p on p.org_id = r.org_id and p.id = r.person_id
    join units u on u.org_id = p.org_id and u.id = p.unit_id
    join holdings h on h.org_id = r.org_id and h.id = r.holding_id
    left join cycles k on k.org_id = r.org_id and k.holding_id = r.holding_id and k.number = r.cycle_number
    where r.org_id = $1 and r.status = any ($2::text[]))
  select (select count(*)::integer from of_these) as total,
    coalesce((select jsonb_agg(to_jsonb(o) - 'created_at') from (select * from of_these
      order by case when $6 then created_at end, created_at desc, "renewalId" limit $4 offset $5) o), '[]') as rows`

/** The applications within the actor's reach. */
export function listRenewals(
  ctx: ServiceContext,
  { filter, page }: { readonly filter: RenewalFilter; readonly page: number },
): Promise<Page<RenewalListRow>> {
  return read(ctx, reachFor(ctx, 'renewals.decide'), async (tx) => {
    const names = await loadCredentialNames(tx, ctx.actor.orgId)
    const { rows } = await tx.client.query<{ rows: StoredRow[]; total: number }>({
      name: 'renewals-list',
      text: LIST,
      values: [
        ctx.actor.orgId,
        filter === 'waiting' ? ['applied'] : ['approved', 'refused', 'withdrawn'],
        formatDay(ctx.clock.today()),
        PAGE_SIZE,
        (page - 1) * PAGE_SIZE,
        filter === 'waiting',
      ],
    })
    const { rows: found, ...rest } = pageOf(rows[0], page)
    return {
      ...rest,
      rows: found.map((row) => ({ ...row, credential: { code: row.credential, name: names(row.credential) } })),
    }
  })
}
