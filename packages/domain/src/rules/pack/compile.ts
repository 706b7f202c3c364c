import type { Pack } from './schema.ts'

/** A pack prepared once, so that each evaluation is fast. */
export interface CompiledPack {
  readonly pack: Pack
}

/** Prepares a pack for evaluation. Total for every pack that `parsePack` accepts. */
export function compilePack(pack: Pack): CompiledPack {
  return { pack }
}
