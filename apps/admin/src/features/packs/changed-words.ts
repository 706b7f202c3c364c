export interface WordRun {
  /** Place of the run in the sentence. */
  readonly at: number
  /** The words with the spaces around them. */
  readonly words: string
  readonly changed: boolean
}

/** The words of a sentence in runs: those that another sentence has in the same order, and those that it has not. */
export function changedWords(before: string, after: string): readonly WordRun[] {
  const old = before.split(/\s+/)
  const parts = after.split(/(\s+)/)
  const kept = longestCommon(
    old,
    parts.filter((_, i) => i % 2 === 0),
  )
  const runs: { at: number; words: string; changed: boolean }[] = []
  parts.forEach((part, i) => {
    const last = runs.at(-1)
    const changed = i % 2 === 0 ? !kept.has(i / 2) : (last?.changed ?? false) && !kept.has((i + 1) / 2)
    if (last && last.changed === changed) last.words += part
    else runs.push({ at: i, words: part, changed })
  })
  return runs
}

/** Indices of the words of `after` that belong to a longest common subsequence. */
function longestCommon(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const kept = new Set<number>()
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      kept.add(j)
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}
