import { validThrough } from '../credentials/judge/cards.ts'
import { addDays, addMonths, type Day } from '../kernel/index.ts'
import type { CardRule, CompiledPack } from '../rules/engine.ts'
import type { Card } from '../rules/index.ts'

/** Does this rule speak of cards of this type? */
export const isAbout = (rule: CardRule, type: string): boolean =>
  rule.type === type || rule.orTypes?.includes(type) === true

/** The last day on which a test accepts a card; before its day of issue none does. */
export function lastAccepted(pack: CompiledPack, rule: CardRule, card: Card): Day {
  if (rule.primitive === 'prerequisite/issued-within') return addMonths(card.issuedOn, rule.months)
  const through = validThrough(pack, card)
  return rule.primitive === 'prerequisite/horizon' ? addDays(through, -rule.days) : through
}

/** No card is looked for further back than this. */
const OLDEST = 36_600

/**
 * The latest day of issue of a card that is no longer accepted on `day`; `last` gives the last accepted day by the day
 * of issue and never falls.
 */
export function lastTooEarly(day: Day, last: (issuedOn: Day) => Day): Day {
  let tooEarly = addDays(day, -OLDEST)
  let accepted = addDays(day, 1)
  while (accepted - tooEarly > 1) {
    const middle = addDays(tooEarly, (accepted - tooEarly) >> 1)
    if (last(middle) < day) tooEarly = middle
    else accepted = middle
  }
  return tooEarly
}
