import type { Transaction } from '@gs/db'
import type { Day } from '@gs/domain'
import { type HoldingStanding, judgeHolding } from './judge-holding.ts'
import { loadLineages } from './packs.ts'
import { loadPersonFacts, type PersonFacts, type PersonKey } from './person-facts.ts'
import { seenOn } from './seen-on.ts'

export interface StandingsOn extends PersonKey {
  readonly asOf: Day
  /** What was known on which day; default: on `asOf`. */
  readonly knownAt?: Day | undefined
}

/** Every holding of a person with its standing on a day, as known on a day. */
export async function standingsOf(
  tx: Transaction,
  { orgId, personId, asOf, knownAt = asOf }: StandingsOn,
): Promise<{ readonly person: PersonFacts; readonly standings: readonly HoldingStanding[] }> {
  const lineages = await loadLineages(tx, orgId)
  const person = seenOn(await loadPersonFacts(tx, { orgId, personId }), { asOf, knownAt })
  return {
    person,
    standings: person.holdings.map((holding) => judgeHolding(holding, person, { lineages, asOf, knownAt })),
  }
}
