import type { Pack, Rule } from '../rules/index.ts'
import type { Fields } from './reader.ts'

/** A change of the pack: the primitives whose rules it replaces, and the rules that take their place. */
export interface Change {
  readonly replaces: readonly Rule['primitive'][]
  readonly rules: readonly unknown[]
}

/** What every translated rule carries. */
export const stated = (pack: Pack, id: string) => ({
  id: `stated-${id}`,
  sources: [pack.sources[0]?.id ?? 'none'],
  bindsTo: 'period' as const,
})

/** A field left out where the override has null for it. */
export const given = (key: string, value: unknown): Fields =>
  value === undefined || value === null ? {} : { [key]: value }
