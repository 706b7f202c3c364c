import { type ComparedSection, compareVersions, type PackInWords, packInWords } from '@gs/domain/rules'
import { reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { headOf, type PackHead } from './pack-view.ts'
import { lineageOf, type StoredPack } from './stored-pack.ts'

export interface PackVersion extends PackHead {
  /** Holdings in reach that are judged by this version. */
  readonly holdings: number
}

export interface PackPage {
  readonly head: PackHead
  readonly words: PackInWords
  /** Every version of the lineage, newest rules first. */
  readonly versions: readonly PackVersion[]
}

export interface WhichPack {
  readonly packId: string
  /** Absent: the newest. */
  readonly version?: number | undefined
}

/** One version of a pack in plain words, and its sisters. Refuses with `pack.unknown`. */
export async function showPack(ctx: ServiceContext, which: WhichPack): Promise<PackPage> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'packs.read'), async (tx) => {
    const lineage = await lineageOf(tx, orgId, which.packId)
    const shown = chosen(lineage, which)
    const { rows } = await tx.client.query<{ packId: string; held: number }>({
      name: 'pack-versions-held',
      text: `select pack_id as "packId", count(*)::int as held from standings where org_id = $1 and pack_id = any ($2) group by 1`,
      values: [orgId, lineage.map(({ pack }) => pack.id)],
    })
    // Holdings name their pack; the newest version of it judges them.
    const held = ({ pack }: StoredPack): number =>
      lineage.some((other) => other.pack.id === pack.id && other.pack.version > pack.version)
        ? 0
        : (rows.find(({ packId }) => packId === pack.id)?.held ?? 0)
    return {
      head: headOf(shown),
      words: packInWords(shown.pack),
      versions: lineage.map((each) => ({ ...headOf(each), holdings: held(each) })).reverse(),
    }
  })
}

/** The version that is asked for, or the newest of that pack. */
export function chosen(lineage: readonly StoredPack[], { packId, version }: WhichPack): StoredPack {
  const own = lineage.filter(({ pack }) => pack.id === packId && (version === undefined || pack.version === version))
  const newest = own.reduce<StoredPack | undefined>(
    (best, each) => (best && best.pack.version > each.pack.version ? best : each),
    undefined,
  )
  if (!newest) throw refuse('not-found', 'pack.unknown')
  return newest
}

export interface ComparedPack {
  /** Oldest rules first, as the columns of each row. */
  readonly versions: readonly PackHead[]
  readonly sections: readonly ComparedSection[]
}

/** All versions of a pack's lineage beside each other. Refuses with `pack.unknown`. */
export async function comparePack(ctx: ServiceContext, which: WhichPack): Promise<ComparedPack> {
  return read(ctx, reachFor(ctx, 'packs.read'), async (tx) => {
    const lineage = await lineageOf(tx, ctx.actor.orgId, which.packId)
    chosen(lineage, which)
    return {
      versions: lineage.map(headOf),
      sections: compareVersions(lineage.map(({ pack }) => packInWords(pack))),
    }
  })
}
