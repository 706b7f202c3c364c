import type { Scope } from '@gs/db'
import type { Words } from '@gs/domain/rules'
import { reachFor, read, readRows, type ServiceContext } from '../kernel/index.ts'
import { credentialNames, keptLineages, lineagesAt } from '../standings/index.ts'

export interface FilterOptions {
  /** Units in reach, the highest first; `depth` 0 is the highest of the organisation. */
  readonly units: readonly { readonly path: string; readonly name: string; readonly depth: number }[]
  readonly credentials: readonly { readonly code: string; readonly name: Words }[]
  /** Every code that some holding in reach lacks; may be half a minute old. */
  readonly missing: readonly string[]
}

interface OptionRow {
  readonly units: FilterOptions['units']
  readonly credentials: readonly string[]
  /** By what the published rules are known (`app.person_ground`). */
  readonly rules: string | null
}

/** What the filters of the compliance list offer. */
export async function filterOptions(ctx: ServiceContext): Promise<FilterOptions> {
  const scope = reachFor(ctx, 'compliance.read')
  const { orgId } = ctx.actor
  const [missing, [row]] = await Promise.all([
    missingCodes(ctx, scope),
    readRows<OptionRow>(ctx, scope, {
      text: `select
        coalesce((select json_agg(json_build_object('path', u.path, 'name', u.name, 'depth',
            length(u.path) - length(replace(u.path, '/', '')) - 1) order by u.path)
          from units u where u.org_id = $1 and ($2 or u.path ^@ any($3))), '[]') as units,
        array(select c.code from credentials c where c.org_id = $1 order by c.code) as credentials,
        (select count(*) || ' ' || max(v.published_at) from rule_packs v where v.org_id = $1) as rules`,
      values: [orgId, scope.reach === '*', scope.reach === '*' ? [] : scope.reach],
    }),
  ])
  const { units, credentials, rules } = row ?? { units: [], credentials: [], rules: null }
  const lineages = keptLineages(orgId, rules) ?? (await read(ctx, scope, (tx) => lineagesAt(tx, orgId, rules)))
  const names = credentialNames(lineages)
  return { units, credentials: credentials.map((code) => ({ code, name: names(code) })), missing }
}

interface Kept {
  readonly until: number
  readonly codes: Promise<readonly string[]>
}

// Every page of the list offers them, and finding them reads every holding in reach: too dear for each page, and a code
// that is half a minute late in a filter misleads nobody (the lists themselves are never kept).
const KEPT_MS = 30_000
const MOST_KEPT = 500
const kept = new Map<string, Kept>()

function missingCodes(ctx: ServiceContext, scope: Scope): Promise<readonly string[]> {
  const key = JSON.stringify([scope.orgId, scope.reach])
  const now = ctx.clock.now().getTime()
  const found = kept.get(key)
  if (found && found.until > now) return found.codes
  if (kept.size >= MOST_KEPT) kept.clear()
  const codes = findMissing(ctx, scope)
  kept.set(key, { until: now + KEPT_MS, codes })
  // A failure is not kept: the next page tries again.
  codes.catch(() => kept.delete(key))
  return codes
}

const findMissing = (ctx: ServiceContext, scope: Scope): Promise<readonly string[]> =>
  read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<{ code: string }>({
      name: 'compliance-missing',
      text: 'select distinct code from standings s, unnest(s.missing) as code where s.org_id = $1 order by code',
      values: [ctx.actor.orgId],
    })
    return rows.map(({ code }) => code)
  })
