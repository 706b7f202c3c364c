import { reachFor, read, type ServiceContext } from '../kernel/index.ts'

export interface FilterOptions {
  /** Units in reach, the highest first; `depth` 0 is the highest of the organisation. */
  readonly units: readonly { readonly path: string; readonly name: string; readonly depth: number }[]
  readonly credentials: readonly { readonly code: string; readonly name: string }[]
  /** Every code that some holding in reach lacks today. */
  readonly missing: readonly string[]
}

/** What the filters of the compliance list offer. */
export async function filterOptions(ctx: ServiceContext): Promise<FilterOptions> {
  const scope = reachFor(ctx, 'compliance.read')
  return read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<FilterOptions>({
      name: 'compliance-options',
      text: `select
        coalesce((select jsonb_agg(jsonb_build_object('path', u.path, 'name', u.name, 'depth',
            length(u.path) - length(replace(u.path, '/', '')) - 1) order by u.path)
          from units u where u.org_id = $1 and ($2::boolean or u.path ^@ any($3::text[]))), '[]') as units,
        coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) order by c.code)
          from credentials c where c.org_id = $1), '[]') as credentials,
        coalesce((select jsonb_agg(distinct code) from standings s, unnest(s.missing) as code where s.org_id = $1), '[]') as missing`,
      values: [ctx.actor.orgId, scope.reach === '*', scope.reach === '*' ? [] : scope.reach],
    })
    return rows[0] ?? { units: [], credentials: [], missing: [] }
  })
}
