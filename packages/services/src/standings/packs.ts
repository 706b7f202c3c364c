import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type CompiledPack, compilePack, parsePack } from '@gs/domain/rules'

/** Compiled packs of this process. A published version never changes, so a compiled one never goes stale. */
const compiled = new Map<string, CompiledPack>()

/** Newest published version of each pack of an organisation, compiled. */
export async function loadPacks(tx: Transaction, orgId: OrgId): Promise<ReadonlyMap<string, CompiledPack>> {
  const { rows } = await tx.client.query<{ pack_id: string; version: number }>({
    name: 'pack-versions',
    text: 'select pack_id, max(version) as version from rule_packs where org_id = $1 group by pack_id',
    values: [orgId],
  })
  const packs = new Map<string, CompiledPack>()
  for (const { pack_id: packId, version } of rows) {
    const key = `${orgId}/${packId}/${version}`
    const pack = compiled.get(key) ?? (await compileStored(tx, { orgId, packId, version }))
    compiled.set(key, pack)
    packs.set(packId, pack)
  }
  return packs
}

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
