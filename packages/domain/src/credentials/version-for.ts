import { type Day, minDay } from '../kernel/index.ts'
import { type CompiledPack, dayOfText } from '../rules/engine.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'

const from = (pack: CompiledPack): Day => dayOfText(pack.pack.effective.from)

/** A version of a lineage, and the day on which it became known. */
export interface PublishedVersion {
  readonly pack: CompiledPack
  readonly knownOn: Day
}

/** The version that judges, and the day from which another one will; null: none is published yet. */
export interface JudgingVersion {
  readonly pack: CompiledPack
  readonly nextOn: Day | null
}

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

/**
 * As `versionFor`, of what was published by the day of knowledge. Of versions with effect from the same day the one
 * published last holds. Before the first publication, and before the first day of effect, the first version speaks:
 * a holding is never without rules. `published` is not empty and stands in the order of publication.
 */
export function judgingVersion(
  published: readonly [PublishedVersion, ...PublishedVersion[]],
  facts: HoldingFacts,
  at: At,
): JudgingVersion {
  const [first] = published
  if (published.length === 1) return { pack: first.pack, nextOn: null }
  const known = published.filter(({ knownOn }) => knownOn <= (at.knownAt ?? at.asOf))
  const byStart = new Map<Day, CompiledPack>()
  for (const { pack } of known.length > 0 ? known : [first]) byStart.set(from(pack), pack)
  const versions = [...byStart.values()]
  const earliest = versions.reduce((a, b) => (from(b) < from(a) ? b : a), versions[0] ?? first.pack)
  const nextOn = versions.reduce<Day | null>((next, pack) => {
    const starts = from(pack)
    if (starts <= at.asOf) return next
    return next === null ? starts : minDay(next, starts)
  }, null)
  return { pack: versionFor(versions, facts, at) ?? earliest, nextOn }
}
