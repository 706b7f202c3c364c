import type { Pack } from '@gs/domain/rules'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { chosen, type WhichPack } from './show-pack.ts'
import { lineageOf } from './stored-pack.ts'

/** A pack with its golden cases, for whoever runs them. */
export interface PackCases {
  readonly pack: Pack
  /** In their order; each as the shell takes it, with its story and what was expected. */
  readonly cases: readonly Readonly<Record<string, unknown>>[]
}

/** The golden cases with which a version was published, and the pack to run them with. Refuses with `pack.unknown`. */
export async function packCases(ctx: ServiceContext, which: WhichPack): Promise<PackCases> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'packs.read'), async (tx) => {
    const { pack } = chosen(await lineageOf(tx, orgId, which.packId), which)
    const { rows } = await tx.client.query<{ body: Readonly<Record<string, unknown>> }>({
      name: 'pack-cases',
      text: 'select body from rule_pack_cases where org_id = $1 and pack_id = $2 and version = $3 order by position',
      values: [orgId, pack.id, pack.version],
    })
    return { pack, cases: rows.map(({ body }) => body) }
  })
}
