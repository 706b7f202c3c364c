import type { Transaction } from '@gs/db'
import { type Day, type HoldingId, parseDay } from '@gs/domain'
import { evaluate, explain, type HoldingFacts, type Standing } from '@gs/domain/credentials'
import type { CompiledPack, TraceLine } from '@gs/domain/rules'
import { factsOfHolding } from './holding-facts.ts'
import { loadPacks } from './packs.ts'
import { loadPersonFacts, type PersonFacts, type PersonKey, type StoredHolding } from './person-facts.ts'

export interface HoldingStanding {
  readonly holding: StoredHolding
  readonly holdingId: HoldingId
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  readonly standing: Standing
  /** The reasons, made when asked for. */
  trace(): readonly TraceLine[]
}

export interface StandingsOn extends PersonKey {
  readonly asOf: Day
  /** What was known on which day; default: on `asOf`. */
  readonly knownAt?: Day | undefined
}

/** Every holding of a person with its standing on a day, as known on a day. */
export async function standingsOf(
  tx: Transaction,
  { orgId, personId, asOf, knownAt }: StandingsOn,
): Promise<{ readonly person: PersonFacts; readonly standings: readonly HoldingStanding[] }> {
  const packs = await loadPacks(tx, orgId)
  const person = await loadPersonFacts(tx, { orgId, personId })
  const known = knownAt ?? asOf
  return {
    person,
    standings: person.holdings
      .filter((holding) => isKnown(holding, known))
      .map((holding) => judged(holding, person, { pack: packOf(packs, holding), asOf, knownAt: known })),
  }
}

const isKnown = (holding: StoredHolding, known: Day): boolean => {
  const day = parseDay(holding.knownOn)
  return day.ok && day.value <= known
}

function packOf(packs: ReadonlyMap<string, CompiledPack>, holding: StoredHolding): CompiledPack {
  const pack = packs.get(holding.packId)
  if (!pack) throw new Error(`holding ${holding.id} is under pack ${holding.packId}, which is not published`)
  return pack
}

interface Judging {
  readonly pack: CompiledPack
  readonly asOf: Day
  readonly knownAt: Day
}

function judged(holding: StoredHolding, person: PersonFacts, { pack, asOf, knownAt }: Judging): HoldingStanding {
  const facts = factsOfHolding(holding, person)
  return {
    holding,
    holdingId: holding.id as HoldingId,
    pack,
    facts,
    standing: evaluate(pack, facts, { asOf, knownAt }),
    trace: () => explain(pack, facts, { asOf, knownAt }),
  }
}
