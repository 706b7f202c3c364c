import type { Transaction } from '@gs/db'
import type { Day } from '@gs/domain'
import { type HoldingStanding, judgeHolding } from './judge-holding.ts'
import { type Ground, loadGround } from './load-facts.ts'
import type { PersonKey } from './person-facts.ts'
import { seenOn } from './seen-on.ts'

export interface StandingsOn extends PersonKey {
  readonly asOf: Day
  /** What was known on which day; default: on `asOf`. */
  readonly knownAt?: Day | undefined
}

export interface GroundJudged extends Ground {
  readonly standings: readonly HoldingStanding[]
}

/** Every holding of a person with its standing on a day, as known on a day. */
export const standingsOf = async (tx: Transaction, on: StandingsOn): Promise<GroundJudged> =>
  standingsOn(await loadGround(tx, on), on)

/** The same from what is loaded already. */
export function standingsOn(
  { person: stored, lineages }: Ground,
  { asOf, knownAt = asOf }: Pick<StandingsOn, 'asOf' | 'knownAt'>,
): GroundJudged {
  const person = seenOn(stored, { asOf, knownAt })
  return {
    person,
    lineages,
    standings: person.holdings.map((holding) => judgeHolding(holding, person, { lineages, asOf, knownAt })),
  }
}
