/** A stream of uniform numbers that one seed always gives again; not for secrets. */
export interface Random {
  /** An integer from 0 to `below` - 1. */
  below(limit: number): number
}

/** Four words of state from a text (FNV-1a, a different offset for each word). */
function stateOf(seed: string): [number, number, number, number] {
  const word = (offset: number): number => {
    let hash = (0x811c9dc5 ^ offset) >>> 0
    for (let i = 0; i < seed.length; i += 1) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193) >>> 0
    return hash
  }
  return [word(0), word(0x9e3779b9), word(0x7f4a7c15), word(1)]
}

/** Chris Doty-Humphrey's sfc32 (public domain), warmed up. */
export function randomFrom(seed: string): Random {
  let [a, b, c, counter] = stateOf(seed)
  const next = (): number => {
    const sum = (((a + b) >>> 0) + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let i = 0; i < 15; i += 1) next()
  return { below: (limit) => Math.floor((next() / 0x1_0000_0000) * limit) }
}

/** A new list in random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    const [left, right] = [list[i] as T, list[j] as T]
    list[i] = right
    list[j] = left
  }
  return list
}
