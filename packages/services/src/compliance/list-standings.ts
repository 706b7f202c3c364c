import type { ComplianceFilter, Sort } from '@gs/domain/compliance'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { orderOf, whereOf } from './where.ts'

/** One holding as the list shows it. Amounts in thousandths of the pack's unit. */
export interface StandingListed {
  readonly holdingId: string
  readonly personId: string
  readonly personName: string
  readonly unitName: string | null
  readonly credentialCode: string
  readonly source: 'confirmed' | 'declared'
  readonly status: string
  readonly inForce: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly missing: readonly string[]
  readonly expiresOn: string | null
  readonly nextChangeOn: string | null
}

export interface ListStandings {
  readonly filter: ComplianceFilter
  readonly sort: Sort
  readonly page: number
}

/** The statement of one page of the list and of the number of all rows, as one snapshot. */
export function listStatement(orgId: Parameters<typeof whereOf>[0], { filter, sort, page }: ListStandings) {
  const where = whereOf(orgId, filter)
  const values = [...where.values, (page - 1) * PAGE_SIZE]
  const text = `select (select count(*)::int from standings s where ${where.text}) as total,
    coalesce((select jsonb_agg(to_jsonb(r) - 'position' order by r.position) from (
      select q.*, (select u.name from units u where u.org_id = $1 and u.path = q."unitPath") as "unitName" from (
        select row_number() over (order by ${orderOf(sort)}) as position, s.holding_id as "holdingId", s.person_id as "personId",
          s.person_name as "personName", s.unit_path as "unitPath", s.credential_code as "credentialCode", s.source, s.status,
          s.in_force as "inForce", s.required, s.counted, s.needed, s.missing, s.expires_on as "expiresOn",
          s.next_change_on as "nextChangeOn"
        from standings s where ${where.text} order by ${orderOf(sort)} limit ${PAGE_SIZE} offset $${values.length}) q) r), '[]') as rows`
  return { text, values }
}

/** One page of the holdings in reach that the filter names. */
export async function listStandings(ctx: ServiceContext, wanted: ListStandings): Promise<Page<StandingListed>> {
  return read(ctx, reachFor(ctx, 'compliance.read'), async (tx) => {
    const { rows } = await tx.client.query<{ total: number; rows: readonly StandingListed[] }>(
      listStatement(ctx.actor.orgId, wanted),
    )
    return pageOf(rows[0], wanted.page)
  })
}
