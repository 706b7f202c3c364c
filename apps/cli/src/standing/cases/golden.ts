import { parseAmount } from '@gs/domain'
import type { Pack } from '@gs/domain/rules'
import { answerOf } from './answer.ts'
import { readCase } from './read-case.ts'
import { type Fields, isFields } from './reader.ts'

/** A key of the expected answer that differs. */
export interface Difference {
  readonly key: string
  readonly expected: unknown
  readonly found: unknown
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

/** Evaluates a golden case under the pack that it stands beside; returns what differs, or the faults of its fields. */
export function checkCase(
  golden: Fields,
  pack: Pack,
): { readonly faults: readonly string[]; readonly differences: readonly Difference[] } {
  const read = readCase(golden, pack)
  if (!read.case) return { faults: read.faults.map((fault) => `${fault.field}: ${fault.message}`), differences: [] }
  const answer = answerOf(read.case)
  const expected = isFields(golden.expected) ? golden.expected : {}
  const differences = Object.entries(expected)
    .filter(([key, value]) => !same(value, answer[key] ?? null))
    .map(([key, value]) => ({ key, expected: value, found: answer[key] ?? null }))
  return { faults: [], differences }
}
