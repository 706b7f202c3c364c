import { type Day, formatDay } from '@gs/domain'
import { type Standing, smallestChange } from '@gs/domain/credentials'
import type { TraceLine, Words } from '@gs/domain/rules'
import { type LineSeen, linesOf } from './explained-lines.ts'
import type { HoldingStanding, JudgedOn } from './judge-holding.ts'
import type { Lineages } from './packs.ts'
import type { PersonFacts } from './person-facts.ts'

/** A version of the rules; days 'YYYY-MM-DD'. */
export interface VersionSeen {
  readonly packId: string
  readonly version: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly knownOn: string
  /** The one that judged. */
  readonly judges: boolean
}

/** Everything from which a standing follows, for somebody who checks it: days 'YYYY-MM-DD', amounts in thousandths. */
export interface Explained {
  readonly source: 'confirmed' | 'declared'
  readonly certifiedOn: string
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly status: string
  readonly inForce: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly canRenew: boolean | null
  readonly cycle: { readonly from: string | null; readonly to: string } | null
  readonly expiresOn: string | null
  readonly earnBy: string | null
  readonly fileBy: string | null
  readonly nextChangeOn: string | null
  /** The least that would make it renewable; null where nothing would, or where it is. */
  readonly change: Words | null
  readonly trace: readonly TraceLine[]
  readonly versions: readonly VersionSeen[]
  readonly sources: readonly { readonly title: string; readonly url: string | null; readonly asOf: string | null }[]
  readonly assumptions: readonly Words[]
  readonly unverified: readonly Words[]
  /** null where the reader may not see the ledger. */
  readonly lines: readonly LineSeen[] | null
}

interface Explaining {
  readonly person: PersonFacts
  readonly lineages: Lineages
  readonly at: JudgedOn
  readonly mayReadLedger: boolean
}

/** A judged holding with all that it follows from. */
export function explainedOf(judged: HoldingStanding, { person, lineages, at, mayReadLedger }: Explaining): Explained {
  const { holding, pack, facts, standing } = judged
  const { unit, sources, assumptions, unverified } = pack.pack
  return {
    source: holding.source,
    certifiedOn: holding.issuedOn,
    unit: { singular: unit.singular, plural: unit.plural },
    ...figuresOf(standing),
    change: smallestChange(pack, facts, at)?.words ?? null,
    trace: judged.trace(),
    versions: versionsOf(judged, lineages, at),
    sources: sources.map(({ title, url, asOf }) => ({ title, url, asOf })),
    assumptions,
    unverified,
    lines: mayReadLedger ? linesOf(judged, person, at) : null,
  }
}

const text = (day: Day | null): string | null => (day === null ? null : formatDay(day))

const figuresOf = (standing: Standing) => ({
  status: standing.status,
  inForce: standing.inForce,
  required: standing.required,
  counted: standing.counted,
  needed: standing.needed,
  wasted: standing.wasted,
  missing: standing.missing,
  canRenew: standing.canRenew,
  cycle: standing.cycle && { from: text(standing.cycle.from), to: formatDay(standing.cycle.to) },
  expiresOn: text(standing.expiresOn),
  earnBy: text(standing.earnBy),
  fileBy: text(standing.fileBy),
  nextChangeOn: text(standing.nextChangeOn),
})

const versionsOf = ({ holding, pack }: HoldingStanding, lineages: Lineages, at: JudgedOn): readonly VersionSeen[] =>
  (lineages.get(holding.packId)?.versions ?? [])
    .filter((each) => each.knownOn <= at.knownAt || each.pack === pack)
    .map(({ pack: each, knownOn }) => ({
      packId: each.pack.id,
      version: each.pack.version,
      effectiveFrom: each.pack.effective.from,
      effectiveTo: each.pack.effective.to,
      knownOn: formatDay(knownOn),
      judges: each === pack,
    }))
