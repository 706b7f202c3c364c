import type { CompiledPack, TraceLine } from '../rules/index.ts'
import type { At, HoldingFacts } from './facts.ts'

/** The reasons of a standing, rule by rule with source and arithmetic, in both languages. */
export function explain(_pack: CompiledPack, _facts: HoldingFacts, _at: At): TraceLine[] {
  return []
}
