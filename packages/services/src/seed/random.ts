/** Chance that repeats: the same seed gives the same numbers (mulberry32, a public-domain generator by Tommy Ettinger). */
export interface Chance {
  /** From 0 up to, without, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  /** True with the given probability. */
  happens(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  }
}
