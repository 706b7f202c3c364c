import type { Amount } from '../kernel/index.ts'

/** A sentence in both languages of the product. */
export interface Words {
  readonly en: string
  readonly es: string
}

/** One step of an explanation: the rule, where it is published, and what it came to. */
export interface TraceLine {
  /** The id of the pack's rule, or the name of the engine's own step. */
  readonly rule: string
  /** Address or title of the publication; `convention` where the engine's definition decides. */
  readonly source: string
  readonly text: string
  readonly textEs: string
  readonly amount?: Amount | undefined
}
