import type { Confidence, Pack } from '@gs/domain/rules'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { headOf, type PackHead } from './pack-view.ts'
import { newestPacks } from './stored-pack.ts'

export interface PackListed extends PackHead {
  readonly confidence: Confidence
  readonly unverified: number
  readonly cases: number
  /** Versions with the same lineage, this one among them. */
  readonly versions: number
  /** Holdings in reach that are judged by it. */
  readonly holdings: number
}

export interface ListPacks {
  /** A part of the body's or the credential's name, in any language, or of the pack's id. */
  readonly search?: string | undefined
  readonly body?: string | undefined
  readonly confidence?: Confidence | undefined
  readonly page: number
}

export interface PackList extends Page<PackListed> {
  /** Short names of every body that has a pack, for the filter. */
  readonly bodies: readonly string[]
}

/** The newest version of each published pack, with how much is open in it and how many live under it. */
export async function listPacks(ctx: ServiceContext, wanted: ListPacks): Promise<PackList> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'packs.read'), async (tx) => {
    const packs = await newestPacks(tx, orgId)
    const { rows } = await tx.client.query<{ holdings: Counts; cases: Counts }>({
      name: 'packs-counts',
      text: `select
        coalesce((select jsonb_object_agg(pack_id, n) from (
          select pack_id, count(*) as n from standings where org_id = $1 group by 1) h), '{}') as holdings,
        coalesce((select jsonb_object_agg(pack_id || '/' || version, n) from (
          select pack_id, version, count(*) as n from rule_pack_cases where org_id = $1 group by 1, 2) c), '{}') as cases`,
      values: [orgId],
    })
    const counts = rows[0]
    const matching = packs
      .filter(({ pack }) => matches(pack, wanted))
      .map((each) => {
        const { pack } = each
        return {
          ...headOf(each),
          confidence: pack.confidence.level,
          unverified: pack.unverified.length,
          cases: counts?.cases[`${pack.id}/${pack.version}`] ?? 0,
          versions: packs.filter((other) => other.pack.lineage === pack.lineage).length,
          holdings: counts?.holdings[pack.id] ?? 0,
        }
      })
      .sort((a, b) => a.body.short.localeCompare(b.body.short) || a.packId.localeCompare(b.packId))
    const start = (wanted.page - 1) * PAGE_SIZE
    const page = pageOf({ rows: matching.slice(start, start + PAGE_SIZE), total: matching.length }, wanted.page)
    return { ...page, bodies: [...new Set(packs.map(({ pack }) => pack.body.short))].sort() }
  })
}

type Counts = Readonly<Record<string, number>>

function matches(pack: Pack, { search, body, confidence }: ListPacks): boolean {
  if (body !== undefined && pack.body.short !== body) return false
  if (confidence !== undefined && pack.confidence.level !== confidence) return false
  if (!search) return true
  const { name, names, offered = [] } = pack.credential
  const texts = [pack.id, pack.body.short, pack.body.name.en, pack.body.name.es, name.en, name.es, ...names]
  const all = [...texts, ...offered.flatMap((each) => [each.name.en, each.name.es])]
  return all.some((text) => plain(text).includes(plain(search)))
}

/** Without case and accents, so that what is typed finds what is meant. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
