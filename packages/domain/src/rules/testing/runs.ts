import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The share of the usual runs of a property: mutation testing takes a small one. */
    propertyShare?: number
  }
}

/** How often a property is tried: all runs, or the share that the configuration gives. */
export const runs = (all: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(all * (inject('propertyShare') ?? 1)),
})
