import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The share of the usual runs of a property: mutation testing takes a small one. */
    propertyShare?: number
    /** Where the runs of every property begin: mutation testing tries the same ones for every mutant. */
    propertySeed?: number
  }
}

interface Runs {
  readonly numRuns: number
  readonly seed?: number
}

/** How often a property is tried: all runs, or the share, from the seed, that the configuration gives. */
export function runs(all: number): Runs {
  const seed = inject('propertySeed')
  const numRuns = Math.ceil(all * (inject('propertyShare') ?? 1))
  return seed === undefined ? { numRuns } : { numRuns, seed }
}
