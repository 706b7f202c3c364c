import { parseAmount } from '../kernel/index.ts'
import type { Pack } from '../rules/index.ts'
import { answerOf } from './answer.ts'
import { type ReadCase, readCase } from './read-case.ts'
import { type Fields, isFields } from './reader.ts'

/** A key of the expected answer beside what was found; null where the answer has none. */
export interface ComparedKey {
  readonly key: string
  readonly expected: unknown
  readonly found: unknown
  readonly same: boolean
}

/** A golden case, run. */
export interface CheckedCase {
  /** What made it unreadable, with the field; empty where it ran. */
  readonly faults: readonly string[]
  readonly keys: readonly ComparedKey[]
  /** The case as it was read, for its explanation; null where it is unreadable. */
  readonly read: ReadCase | null
}

/** Amounts are equal as decimals ("2.0" and "2"), everything else as it stands. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    const x = parseAmount(a)
    const y = parseAmount(b)
    return x.ok && y.ok ? x.value === y.value : a === b
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => same(each, b[i]))
  if (isFields(a) && isFields(b)) return Object.keys({ ...a, ...b }).every((key) => same(a[key], b[key]))
  return a === b
}

/** Evaluates a golden case under the pack that it stands beside, and compares every key of its expected answer. */
export function checkCase(golden: Fields, pack: Pack): CheckedCase {
  const { case: read, faults } = readCase(golden, (id) => (id === pack.id ? pack : undefined))
  if (!read) return { faults: faults.map((fault) => `${fault.field}: ${fault.message}`), keys: [], read }
  const answer = answerOf(read)
  const expected = isFields(golden.expected) ? golden.expected : {}
  const keys = Object.entries(expected).map(([key, value]) => {
    const found = answer[key] ?? null
    return { key, expected: value, found, same: same(value, found) }
  })
  return { faults: [], keys, read }
}
