import { formatDay } from '@gs/domain'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { heldPacks } from './held-packs.ts'
import type { PackRules } from './pack-rules.ts'

export interface HandInOptions {
  readonly packs: readonly PackRules[]
  /** The latest day on which something can have been completed. */
  readonly today: string
}

/** What the forms for handing in offer: the bodies of one's own holdings with their units, categories and cards. */
export const handInOptions = async (ctx: ServiceContext): Promise<HandInOptions> =>
  read(ctx, ownScope(ctx), async (tx) => ({
    packs: await heldPacks(tx, ctx.actor, ctx.clock.today()),
    today: formatDay(ctx.clock.today()),
  }))
