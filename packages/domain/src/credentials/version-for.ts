import { type CompiledPack, dayOfText } from '../rules/engine.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'

const from = (pack: CompiledPack): number => dayOfText(pack.pack.effective.from)

/**
 * The version of a lineage that judges a holding on a day: the one of the period in which the day lies. A holder who has
 * not renewed the period before, and still can, is judged by its rules. null: none was in effect yet.
 */
export function versionFor(versions: readonly CompiledPack[], facts: HoldingFacts, at: At): CompiledPack | null {
  const begun = versions.filter((pack) => from(pack) <= at.asOf).sort((a, b) => from(a) - from(b))
  const current = begun.at(-1)
  const before = begun.at(-2)
  if (!current) return null
  if (before?.term.primitive !== 'term/common-period') return current
  if (facts.issuedOn !== undefined && facts.issuedOn >= from(current)) return current
  const missed = evaluate(before, facts, at)
  const open = missed.expiresOn !== null && missed.expiresOn < at.asOf && missed.status !== 'lapsed'
  // Certified late in the period before: its first term runs on through this one.
  const runsOn = missed.expiresOn !== null && missed.expiresOn >= at.asOf && missed.cycle?.from === facts.issuedOn
  return open || runsOn ? before : current
}
