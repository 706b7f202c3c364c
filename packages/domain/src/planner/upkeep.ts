import { addDays, addMonths, type Day, laterDay } from '../kernel/index.ts'
import type { Card, CompiledPack } from '../rules/index.ts'
import { isAbout } from './cards.ts'

/** Where no rule asks for less, a card is taken to be valid for so long. */
const MONTHS = 24

/** A card that is to be taken again, so that there is no day without one. */
export interface Upkeep {
  readonly type: string
  /** The last day on which taking it leaves no gap. */
  readonly by: Day
  readonly card: Card
}

interface Span {
  readonly asOf: Day
  readonly until: Day
}

/**
 * The cards that somebody who keeps cards current will take within the horizon: for each type that a pack asks for, the
 * next one on the last day of the one before, or at once where there is none.
 */
export function upkeepOf(packs: readonly CompiledPack[], cards: readonly Card[], { asOf, until }: Span): Upkeep[] {
  const rules = packs.flatMap((pack) => pack.cards.map(({ rule }) => rule))
  const kept: Upkeep[] = []
  for (const rule of rules) {
    if (kept.some(({ type }) => isAbout(rule, type))) continue
    // Whoever must show a card with days left takes the next one so much earlier, and none older than asked for.
    const lead = Math.max(0, ...rules.map((each) => (each.primitive === 'prerequisite/horizon' ? each.days : 0)))
    const months = Math.min(MONTHS, rule.primitive === 'prerequisite/issued-within' ? rule.months : MONTHS)
    const held = cards.filter((card) => isAbout(rule, card.type) && card.handsOn !== false)
    let through = held.reduce((last, card) => laterDay(last, lastOf(card, months)), addDays(asOf, -1))
    while (through < until) {
      const by = laterDay(asOf, addDays(through, -lead))
      const card: Card = {
        type: rule.type,
        issuer: null,
        issuedOn: by,
        validThrough: addMonths(by, months),
        handsOn: true,
      }
      kept.push({ type: rule.type, by, card })
      through = addMonths(by, months)
    }
  }
  return kept
}

const lastOf = (card: Card, months: number): Day => card.validThrough ?? addMonths(card.issuedOn, months)
