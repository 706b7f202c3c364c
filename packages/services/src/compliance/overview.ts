import { formatDay } from '@gs/domain'
import { type ComplianceFilter, inOrder, monthsFrom, type StatusCount } from '@gs/domain/compliance'
import type { StandingStatus } from '@gs/domain/rules'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { whereOf } from './where.ts'

export interface ComplianceOverview {
  readonly asOf: string
  /** Holdings that the filter names, and the people who hold them. */
  readonly holdings: number
  readonly people: number
  /** Holdings beside them that their holders declared and nobody confirmed: in none of the other figures. */
  readonly declared: number
  readonly byStatus: readonly StatusCount[]
  /** Expiries of the coming twelve months, each with the days of its list. */
  readonly byMonth: readonly {
    readonly month: string
    readonly from: string
    readonly to: string
    readonly count: number
  }[]
  readonly byMissing: readonly { readonly code: string; readonly count: number }[]
}

interface Counts {
  readonly holdings: number
  readonly people: number
  readonly declared: number
  readonly statuses: Readonly<Record<string, number>>
  readonly months: Readonly<Record<string, number>>
  readonly missing: readonly { readonly code: string; readonly count: number }[]
}

const MONTHS = 12

/**
 * Counts of the holdings in reach, by status, by month of expiry and by what is missing; one statement, one snapshot.
 * What was only declared is counted apart, unless the filter asks for it.
 */
export async function complianceOverview(ctx: ServiceContext, filter: ComplianceFilter): Promise<ComplianceOverview> {
  const { source = 'confirmed', ...narrowed } = filter
  const where = whereOf(ctx.actor.orgId, narrowed)
  const values = [...where.values, source]
  const today = ctx.clock.today()
  return read(ctx, reachFor(ctx, 'compliance.read'), async (tx) => {
    const { rows } = await tx.client.query<Counts>({
      text: `with every as materialized (
          select s.person_id, s.source, s.status, to_char(s.expires_on, 'YYYY-MM') as month, s.missing from standings s where ${where.text}),
        hits as (select * from every where source = $${values.length})
        select (select count(*)::int from hits) as holdings, (select count(*)::int from every where source = 'declared') as declared, (select count(distinct person_id)::int from hits) as people,
          coalesce((select jsonb_object_agg(status, n) from (select status, count(*)::int as n from hits group by status) a), '{}') as statuses,
          coalesce((select jsonb_object_agg(month, n) from (select month, count(*)::int as n from hits where month is not null group by month) b), '{}') as months,
          coalesce((select jsonb_agg(jsonb_build_object('code', code, 'count', n) order by n desc, code) from (
            select code, count(*)::int as n from hits, unnest(missing) as code group by code) c), '[]') as missing`,
      values,
    })
    const counts = rows[0]
    return {
      asOf: formatDay(today),
      holdings: counts?.holdings ?? 0,
      people: counts?.people ?? 0,
      declared: counts?.declared ?? 0,
      byStatus: inOrder(new Map(Object.entries(counts?.statuses ?? {}) as [StandingStatus, number][])),
      byMonth: monthsFrom(today, MONTHS).map(({ month, from, to }) => ({
        month,
        from: formatDay(from),
        to: formatDay(to),
        count: counts?.months[month] ?? 0,
      })),
      byMissing: counts?.missing ?? [],
    }
  })
}
