import type { CompiledPack } from '../rules/index.ts'
import type { At, HoldingFacts } from './facts.ts'
import type { Allocation } from './standing.ts'

/** Which part of which award serves what: one of the best allocations, always the same for the same facts. */
export function allocate(_pack: CompiledPack, _facts: HoldingFacts, _at: At): Allocation[] {
  return []
}
