import { withCommand, withRead } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { offeredCredentials, type Pack } from '@gs/domain/rules'
import { loadCases, loadPacks } from '@gs/rulepacks'
import { type Deps, systemScope } from '../kernel/index.ts'
import { type Published, publishPacks, publishVersion } from '../rules/index.ts'

/** A version of the product's own packs that an organisation has not published. */
export interface Unpublished {
  readonly packId: string
  readonly version: number
  /** The organisation has no version of these rules yet. */
  readonly isNew: boolean
  /** Holdings that these rules judge, in any version. */
  readonly holdings: number
}

export interface OrganisationPacks {
  readonly orgId: OrgId
  readonly name: string
  readonly slug: string
  readonly unpublished: readonly Unpublished[]
  /** Golden cases and credentials of published packs that are not there yet; they change no standing. */
  readonly casesMissing: number
  readonly credentialsMissing: readonly string[]
}

interface Present {
  readonly name: string
  readonly slug: string
  readonly versions: readonly string[]
  readonly lineages: readonly string[]
  readonly cases: number
  readonly codes: readonly string[]
  /** Open holdings by the lineage of their pack. */
  readonly holdings: Readonly<Record<string, number>>
}

const PRESENT = `select o.name, o.slug,
    coalesce((select jsonb_agg(pack_id || '/' || version) from rule_packs where org_id = $1), '[]') as versions,
    coalesce((select jsonb_agg(distinct body->>'lineage') from rule_packs where org_id = $1), '[]') as lineages,
    (select count(*)::int from rule_pack_cases c
      where c.org_id = $1 and c.pack_id || '/' || c.version = any ($2)) as cases,
    coalesce((select jsonb_agg(code) from credentials where org_id = $1), '[]') as codes,
    coalesce((select jsonb_object_agg(lineage, held) from (
      select p.lineage, count(*) as held from holdings h
        join (select distinct pack_id, body->>'lineage' as lineage from rule_packs where org_id = $1) p using (pack_id)
        where h.org_id = $1 and h.ended_on is null and p.lineage is not null group by 1) l), '{}') as holdings
  from organizations o where o.org_id = $1`

/** What the packs that come with the product would add to each organisation, and to whose holdings. Writes nothing. */
export async function unpublishedPacks(deps: Pick<Deps, 'database'>): Promise<readonly OrganisationPacks[]> {
  const { rows } = await deps.database.pool.query<{ id: OrgId }>('select app.all_orgs() as id order by 1')
  const answers = await Promise.all(rows.map(({ id }) => unpublishedIn(deps, id)))
  return answers.flatMap((answer) => answer ?? [])
}

async function unpublishedIn({ database }: Pick<Deps, 'database'>, orgId: OrgId): Promise<OrganisationPacks | null> {
  const packs = loadPacks()
  const names = packs.map(nameOf)
  const present = await withRead(database, systemScope(orgId), async ({ client }) => {
    const found = await client.query<Present>({ name: 'packs-present', text: PRESENT, values: [orgId, names] })
    return found.rows[0]
  })
  if (!present) return null
  const { name, slug, versions, lineages, codes, holdings } = present
  const cases = packs.reduce((sum, { id }) => sum + loadCases(id).length, 0)
  return {
    orgId,
    name,
    slug,
    unpublished: packs
      .filter((pack) => !versions.includes(nameOf(pack)))
      .map(({ id, version, lineage }) => ({
        packId: id,
        version,
        isNew: !lineages.includes(lineage),
        holdings: holdings[lineage] ?? 0,
      })),
    casesMissing: Math.max(0, cases - present.cases),
    credentialsMissing: packs
      .flatMap((pack) => offeredCredentials(pack).map(({ code }) => code))
      .filter((code, i, all) => all.indexOf(code) === i && !codes.includes(code)),
  }
}

const nameOf = ({ id, version }: Pack): string => `${id}/${version}`

/**
 * Publishes the packs that come with the product in one organisation; what it has already stays as it is. Rules that
 * are new to it are there from their own first day; a version of rules that it has is known from today, and brings
 * their holdings up to date in the background.
 */
export async function publishLibrary(deps: Deps, orgId: OrgId): Promise<Published> {
  const before = await unpublishedIn(deps, orgId)
  const isNewer = ({ id, version }: Pack): boolean =>
    before?.unpublished.some((each) => each.packId === id && each.version === version && !each.isNew) ?? false
  const newer = loadPacks().filter(isNewer)
  for (const pack of newer) await publishVersion(deps, { orgId, pack })
  const today = deps.clock.today()
  const key = deps.ids.next()
  const command = { ...systemScope(orgId), name: 'packs.publish-library', key, body: null, knownOn: today }
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    const added = await publishPacks(tx, { orgId, packs: loadPacks(), today })
    const versions = [...newer.map(({ id, version }) => ({ packId: id, version })), ...added.versions]
    audit({
      id: deps.ids.next(),
      action: 'packs.published',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { versions, cases: added.cases, credentials: added.credentials },
    })
    return { ...added, versions }
  })
}
