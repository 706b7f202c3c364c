import type { Transaction } from '@gs/db'
import type { Day } from '@gs/domain'
import { judgedOn, type When } from './as-of.ts'
import { type HoldingStanding, judgeHolding } from './judge-holding.ts'
import { type Ground, loadGround } from './load-facts.ts'
import type { PersonFacts, PersonKey } from './person-facts.ts'
import { seenOn } from './seen-on.ts'

export interface StandingsOn extends PersonKey, When {}

export interface GroundJudged extends Ground {
  readonly standings: readonly HoldingStanding[]
}

/** Every holding of a person with its standing on a day, as known on a day, or now. */
export const standingsOf = async (tx: Transaction, on: StandingsOn): Promise<GroundJudged> =>
  standingsOn(await loadGround(tx, on), on)

/** The same from what is loaded already. */
export function standingsOn({ person: stored, lineages }: Ground, when: When): GroundJudged {
  const seen = new Map<Day, PersonFacts>()
  const standings = stored.holdings.flatMap(({ id, packId }): HoldingStanding[] => {
    const at = judgedOn(when, lineages.get(packId))
    const person = seen.get(at.asOf) ?? seenOn(stored, at)
    seen.set(at.asOf, person)
    const holding = person.holdings.find((each) => each.id === id)
    return holding ? [judgeHolding(holding, person, { lineages, ...at })] : []
  })
  return { person: { ...stored, holdings: standings.map(({ holding }) => holding) }, lineages, standings }
}
