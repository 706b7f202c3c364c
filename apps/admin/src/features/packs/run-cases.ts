import type { ComparedKey } from '@gs/domain/cases'
import type { Pack, TraceLine } from '@gs/domain/rules'

export type Golden = Readonly<Record<string, unknown>>

/** A golden case as it came out. */
export interface CaseResult {
  readonly id: string
  readonly story: string
  readonly passed: boolean
  /** What made it unreadable; empty where it ran. */
  readonly faults: readonly string[]
  readonly keys: readonly ComparedKey[]
  readonly trace: readonly TraceLine[]
  readonly milliseconds: number
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Runs golden cases with the engine of the product, in this browser, one after the other; the engine is loaded with the
 * first of them. Yields each result as soon as there is one, and gives way to the page in between.
 */
export async function* runCases(pack: Pack, cases: readonly Golden[]): AsyncGenerator<CaseResult> {
  const [{ checkCase }, { explain }] = await Promise.all([import('@gs/domain/cases'), import('@gs/domain/credentials')])
  for (const golden of cases) {
    const since = performance.now()
    const { faults, keys, read } = checkCase(golden, pack)
    const trace = read ? explain(read.pack, read.facts, { asOf: read.asOf }) : []
    yield {
      id: textOf(golden.id),
      story: textOf(golden.story),
      passed: faults.length === 0 && keys.length > 0 && keys.every(({ same }) => same),
      faults,
      keys,
      trace,
      milliseconds: performance.now() - since,
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
