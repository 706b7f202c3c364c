import type { Words } from '../trace.ts'

/** What sentences about rules need to know of a pack: its words for credits, categories and money. */
export interface Speaker {
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly categories: readonly { readonly code: string; readonly name: Words }[]
  readonly currency: string
}
