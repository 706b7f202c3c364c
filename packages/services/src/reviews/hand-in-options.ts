import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { heldPacks } from './held-packs.ts'
import type { PackRules } from './pack-rules.ts'

/** What the forms for handing in offer: the bodies of one's own holdings with their units, categories and cards. */
export const handInOptions = async (ctx: ServiceContext): Promise<{ readonly packs: readonly PackRules[] }> =>
  read(ctx, ownScope(ctx), async (tx) => ({ packs: await heldPacks(tx, ctx.actor) }))
