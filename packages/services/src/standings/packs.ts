import type { Transaction } from '@gs/db'
import type { Day, OrgId } from '@gs/domain'
import type { PublishedVersion } from '@gs/domain/credentials'
import { type CompiledPack, compilePack, parsePack } from '@gs/domain/rules'
import { storedDay } from './stored-day.ts'

/** Every published version of one lineage in the order of publication, and the ids of its packs, the newest first. */
export interface Lineage {
  readonly versions: readonly [PublishedVersion, ...PublishedVersion[]]
  readonly packIds: readonly string[]
}

/** The lineage of each pack of an organisation, by the id of the pack. */
export type Lineages = ReadonlyMap<string, Lineage>

/** Every published version of an organisation in the order of publication. */
type VersionRows = readonly (readonly [packId: string, version: number, knownOn: string])[]

/** Compiled packs of this process. A published version never changes, so a compiled one never goes stale. */
const compiled = new Map<string, CompiledPack>()

/** Lineages of this process: kept as long as the published versions of an organisation are known by the same. */
const kept = new Map<OrgId, { readonly rules: string | null; readonly lineages: Lineages }>()

/** Every published version of an organisation, by lineage. */
export async function loadLineages(tx: Transaction, orgId: OrgId): Promise<Lineages> {
  const { rows } = await tx.client.query<{ versions: VersionRows | null }>({
    name: 'pack-versions',
    text: `select (select json_agg(json_build_array(v.pack_id, v.version, v.known_on)
        order by v.known_on, v.version, v.effective_from, v.pack_id)
      from rule_packs v where v.org_id = $1) as versions`,
    values: [orgId],
  })
  return gather(tx, orgId, rows[0]?.versions ?? [])
}

/**
 * The same where it is known by what `app.person_ground` says of the rules: read anew only where that changed. Versions
 * are only ever added.
 */
export async function lineagesAt(tx: Transaction, orgId: OrgId, rules: string | null): Promise<Lineages> {
  const found = keptLineages(orgId, rules)
  if (found) return found
  const lineages = await loadLineages(tx, orgId)
  kept.set(orgId, { rules, lineages })
  return lineages
}

/** What `lineagesAt` has at hand, without a transaction. */
export function keptLineages(orgId: OrgId, rules: string | null): Lineages | undefined {
  const found = kept.get(orgId)
  return found?.rules === rules ? found.lineages : undefined
}

async function gather(tx: Transaction, orgId: OrgId, rows: VersionRows): Promise<Lineages> {
  const byName = new Map<string, { versions: PublishedVersion[]; packIds: Set<string> }>()
  for (const [packId, version, knownOn] of rows) {
    const key = `${orgId}/${packId}/${version}`
    const pack = compiled.get(key) ?? (await compileStored(tx, { orgId, packId, version }))
    compiled.set(key, pack)
    const lineage = byName.get(pack.pack.lineage) ?? { versions: [], packIds: new Set() }
    lineage.versions.push({ pack, knownOn: storedDay(knownOn) })
    lineage.packIds.add(packId)
    byName.set(pack.pack.lineage, lineage)
  }
  const lineages = new Map<string, Lineage>()
  for (const { versions, packIds } of byName.values()) {
    const [first, ...rest] = versions
    if (!first) continue
    const ids = [...packIds].reverse()
    const lineage: Lineage = { versions: [first, ...rest], packIds: ids }
    for (const packId of ids) lineages.set(packId, lineage)
  }
  return lineages
}

/** The version of each pack that is in effect on a day (the earliest where none is yet), compiled. */
export const loadPacks = async (tx: Transaction, orgId: OrgId, on: Day): Promise<ReadonlyMap<string, CompiledPack>> =>
  packsOn(await loadLineages(tx, orgId), on)

/** Packs by what they were chosen from, and the day: every command of a day asks for the same. */
const chosen = new WeakMap<Lineages, { readonly on: Day; readonly packs: ReadonlyMap<string, CompiledPack> }>()

/** The same from what is loaded already. */
export function packsOn(lineages: Lineages, on: Day): ReadonlyMap<string, CompiledPack> {
  const before = chosen.get(lineages)
  if (before?.on === on) return before.packs
  const packs = choosePacks(lineages, on)
  chosen.set(lineages, { on, packs })
  return packs
}

function choosePacks(lineages: Lineages, on: Day): ReadonlyMap<string, CompiledPack> {
  const packs = new Map<string, CompiledPack>()
  for (const [packId, { versions }] of lineages) {
    const own = versions.flatMap(({ pack }) => (pack.pack.id === packId ? [pack] : [])).sort(byEffect)
    const pack = own.findLast((each) => storedDay(each.pack.effective.from) <= on) ?? own[0]
    if (pack) packs.set(packId, pack)
  }
  return packs
}

/** Of versions with effect from one day the one published last stands last. */
const byEffect = (a: CompiledPack, b: CompiledPack): number =>
  storedDay(a.pack.effective.from) - storedDay(b.pack.effective.from) || a.pack.version - b.pack.version

interface PackKey {
  readonly orgId: OrgId
  readonly packId: string
  readonly version: number
}

async function compileStored(tx: Transaction, { orgId, packId, version }: PackKey): Promise<CompiledPack> {
  const { rows } = await tx.client.query<{ body: unknown }>(
    'select body from rule_packs where org_id = $1 and pack_id = $2 and version = $3',
    [orgId, packId, version],
  )
  const parsed = parsePack(rows[0]?.body)
  if (!parsed.ok) throw new Error(`pack ${packId} version ${version} is published but unreadable`)
  return compilePack(parsed.value)
}
