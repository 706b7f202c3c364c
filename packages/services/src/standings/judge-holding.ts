import type { Day, HoldingId } from '@gs/domain'
import { evaluate, explain, type HoldingFacts, judgingVersion, type Standing } from '@gs/domain/credentials'
import type { CompiledPack, TraceLine } from '@gs/domain/rules'
import { factsOfHolding } from './holding-facts.ts'
import type { Lineage, Lineages } from './packs.ts'
import type { PersonFacts, StoredHolding } from './person-facts.ts'

export interface HoldingStanding {
  readonly holding: StoredHolding
  readonly holdingId: HoldingId
  /** The version of the rules that judges it on that day. */
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  /** `nextChangeOn` also names the day from which another version judges. */
  readonly standing: Standing
  /** The day on which it stands so, and by what was known when. */
  readonly at: JudgedOn
  /** The reasons, made when asked for. */
  trace(): readonly TraceLine[]
}

export interface JudgedOn {
  readonly asOf: Day
  readonly knownAt: Day
}

/** How one holding of a person stands on a day, as known on a day, by the version of its rules that holds for it then. */
export function judgeHolding(
  holding: StoredHolding,
  person: PersonFacts,
  { lineages, ...at }: JudgedOn & { readonly lineages: Lineages },
): HoldingStanding {
  const { pack, facts, nextOn } = versionOf(holding, person, { lineage: lineageOf(lineages, holding), at })
  const standing = evaluate(pack, facts, at)
  const sooner = nextOn !== null && (standing.nextChangeOn === null || nextOn < standing.nextChangeOn)
  return {
    holding,
    holdingId: holding.id as HoldingId,
    pack,
    facts,
    at,
    standing: sooner ? { ...standing, nextChangeOn: nextOn } : standing,
    trace: () => explain(pack, facts, at),
  }
}

function lineageOf(lineages: Lineages, holding: StoredHolding): Lineage {
  const lineage = lineages.get(holding.packId)
  if (!lineage) throw new Error(`holding ${holding.id} is under pack ${holding.packId}, which is not published`)
  return lineage
}

interface Choosing {
  readonly lineage: Lineage
  readonly at: JudgedOn
}

function versionOf(holding: StoredHolding, person: PersonFacts, { lineage, at }: Choosing) {
  const facts = factsOfHolding(holding, person, lineage.packIds)
  const judging = judgingVersion(lineage.versions, facts, at)
  const { id } = judging.pack.pack
  // Where an activity was credited under several packs of the lineage, the lines of the judging one hold.
  const own = lineage.packIds[0] === id ? facts : factsOfHolding(holding, person, [id, ...lineage.packIds])
  return { ...judging, facts: own }
}
