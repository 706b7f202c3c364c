import type { Amount, Day } from '../kernel/index.ts'
import type { CompiledPack, Words } from '../rules/index.ts'
import type { At, HoldingFacts } from './facts.ts'

/** What would make the holding renewable with the least: verified by evaluating the facts with it. */
export interface SmallestChange {
  readonly credits: readonly { readonly category: string | null; readonly amount: Amount; readonly by: Day | null }[]
  /** Card types to renew. */
  readonly cards: readonly string[]
  /** Yearly duties to settle, as `YEAR:DUTY`. */
  readonly duties: readonly string[]
  /** The day to wait for, where filing is not open yet. */
  readonly waitUntil: Day | null
  readonly words: Words
}

/** null where nothing can make it renewable, or where it is already. */
export function smallestChange(_pack: CompiledPack, _facts: HoldingFacts, _at: At): SmallestChange | null {
  return null
}
