import type { Statement } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { ComplianceFilter, Sort } from '@gs/domain/compliance'
import { reachFor, readRows, type ServiceContext } from '../kernel/index.ts'
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
export function listStatement(orgId: OrgId, { filter, sort, page }: ListStandings): Statement {
  const where = whereOf(orgId, filter)
  const values = [...where.values, (page - 1) * PAGE_SIZE]
  const text = `select (select count(*)::int from standings s where ${where.text}) as total,
    coalesce((select json_agg(json_build_object('holdingId', q.holding_id, 'personId', q.person_id,
        'personName', q.person_name, 'unitName', (select u.name from units u where u.org_id = $1 and u.path = q.unit_path),
        'credentialCode', q.credential_code, 'source', q.source, 'status', q.status, 'inForce', q.in_force,
        'required', q.required, 'counted', q.counted, 'needed', q.needed, 'missing', q.missing,
        'expiresOn', q.expires_on, 'nextChangeOn', q.next_change_on) order by q.position)
      from (select s.*, row_number() over (order by ${orderOf(sort)}) as position
        from standings s where ${where.text} order by ${orderOf(sort)} limit ${PAGE_SIZE} offset $${values.length}) q), '[]') as rows`
  return { text, values }
}

/** One page of the holdings in reach that the filter names. */
export async function listStandings(ctx: ServiceContext, wanted: ListStandings): Promise<Page<StandingListed>> {
  const rows = await readRows<{ total: number; rows: readonly StandingListed[] }>(
    ctx,
    reachFor(ctx, 'compliance.read'),
    listStatement(ctx.actor.orgId, wanted),
  )
  return pageOf(rows[0], wanted.page)
}
