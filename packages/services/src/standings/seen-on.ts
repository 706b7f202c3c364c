import type { JudgedOn } from './judge-holding.ts'
import type { PersonFacts, StoredHolding } from './person-facts.ts'
import { storedDay } from './stored-day.ts'

/**
 * A person with the holdings that are there on a day, as known on a day: those declared by then, and not ended before
 * it by anything that was known. What was confirmed later is still declared.
 */
export function seenOn(person: PersonFacts, { asOf, knownAt }: JudgedOn): PersonFacts {
  const isThere = ({ knownOn, ended }: StoredHolding): boolean =>
    storedDay(knownOn) <= knownAt &&
    (ended === null || knownAt < storedDay(ended.knownOn) || asOf < storedDay(ended.on))
  const sourceOf = ({ source, confirmedOn }: StoredHolding): StoredHolding['source'] =>
    confirmedOn !== null && knownAt < storedDay(confirmedOn) ? 'declared' : source
  const holdings = person.holdings.filter(isThere)
  return { ...person, holdings: holdings.map((holding) => ({ ...holding, source: sourceOf(holding) })) }
}
