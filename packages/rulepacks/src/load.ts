import { readdirSync, readFileSync } from 'node:fs'
import { type Pack, parsePack } from '@gs/domain/rules'

const FOLDER = new URL('./packs/', import.meta.url)

let ids: readonly string[] | undefined
const packs = new Map<string, Pack>()

/** The ids of the packs that come with the product, in order. */
export function packIds(): readonly string[] {
  ids ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
  return ids
}

/**
 * One pack that comes with the product; undefined where there is none of that id.
 * Throws where a file of the product itself is no pack: that is a defect, and `standing check` names it.
 */
export function loadPack(id: string): Pack | undefined {
  const known = packs.get(id)
  if (known) return known
  if (!packIds().includes(id)) return undefined
  const json: unknown = JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8'))
  const parsed = parsePack(json)
  if (!parsed.ok)
    throw new Error(`Rule pack ${id}: ${parsed.error.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`)
  packs.set(id, parsed.value)
  return parsed.value
}

/** All packs that come with the product. */
export function loadPacks(): Pack[] {
  return packIds().flatMap((id) => loadPack(id) ?? [])
}
