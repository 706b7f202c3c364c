import { addDays, addMonths, type Day, type DaySpan, endOfMonth } from '../../kernel/index.ts'
import type { CardRule, CompiledPack, Term } from '../../rules/engine.ts'
import type { Card, MissingCode } from '../../rules/index.ts'
import type { Days } from './known.ts'

/** A card with the last day on which it is valid. */
interface Dated {
  readonly card: Card
  readonly through: Day
}

/** How a holder stands with one rule about cards. */
export interface CardAnswer {
  readonly rule: CardRule
  readonly missing: MissingCode | null
  readonly through: Day | null
  readonly gap: DaySpan | null
}

/** The last valid day: as printed, or by the rule of whoever issued it (two years to the day where nobody says). */
export function validThrough(pack: CompiledPack, card: Card): Day {
  if (card.validThrough !== null) return card.validThrough
  const name = card.issuer?.toLowerCase()
  const issuer = pack.pack.issuers.find((each) => each.names.some((one) => one.toLowerCase() === name))
  const last = addMonths(card.issuedOn, issuer?.months ?? 24)
  return issuer?.ends === 'end-of-month' ? endOfMonth(last) : last
}

/** The first day in the span that no card covers, with the day before the next card. */
function firstGap(cards: readonly Dated[], from: Day, to: Day): DaySpan | null {
  const inOrder = [...cards].sort((a, b) => a.card.issuedOn - b.card.issuedOn)
  let covered = addDays(from, -1)
  for (const { card, through } of inOrder) {
    if (covered >= to) return null
    if (card.issuedOn > addDays(covered, 1))
      return card.issuedOn > to
        ? { from: addDays(covered, 1), to }
        : { from: addDays(covered, 1), to: addDays(card.issuedOn, -1) }
    if (through > covered) covered = through
  }
  return covered >= to ? null : { from: addDays(covered, 1), to }
}

interface Question {
  readonly cards: readonly Dated[]
  readonly handsOn: boolean
  readonly day: Day
  readonly span: Term
}

/** The detail that is missing: '' for the card as such, null where the rule is fulfilled. */
function lacks(
  rule: CardRule,
  { cards, handsOn, day, span }: Question,
): { detail: string | null; gap: DaySpan | null } {
  const good = handsOn ? cards.filter(({ card }) => card.handsOn) : cards
  if (rule.primitive === 'prerequisite/continuous') {
    if (cards.length === 0) return { detail: '', gap: null }
    const to = day < span.to ? day : span.to
    const gap = firstGap(good, span.from ?? day, to)
    if (!gap) return { detail: null, gap: null }
    return { detail: firstGap(cards, span.from ?? day, to) ? 'gap' : 'hands-on', gap }
  }
  const passes = ({ card, through }: Dated): boolean => {
    if (rule.primitive === 'prerequisite/issued-within') return addMonths(card.issuedOn, rule.months) >= day
    return through >= (rule.primitive === 'prerequisite/horizon' ? addDays(day, rule.days) : day)
  }
  if (good.some(passes)) return { detail: null, gap: null }
  if (cards.some(passes)) return { detail: 'hands-on', gap: null }
  return { detail: rule.primitive === 'prerequisite/issued-within' && cards.length > 0 ? 'age' : '', gap: null }
}

/** Tests every rule about cards on `day`, the day of filing. */
export function judgeCards(
  pack: CompiledPack,
  cards: readonly Card[],
  { days, day, span }: { readonly days: Days; readonly day: Day; readonly span: Term },
): CardAnswer[] {
  return pack.cards.map(({ rule }) => {
    const dated: Dated[] = []
    let through: Day | null = null
    for (const card of cards) {
      if (card.type !== rule.type && !rule.orTypes?.includes(card.type)) continue
      if (card.issuedOn > days.asOf || (card.knownOn ?? card.issuedOn) > days.knownAt) continue
      const last = validThrough(pack, card)
      dated.push({ card, through: last })
      if (through === null || last > through) through = last
    }
    const waived = pack.waivers.some((waiver) => waiver.from <= day && day <= waiver.to)
    const { detail, gap } = lacks(rule, { cards: dated, handsOn: rule.handsOn && !waived, day, span })
    const missing = detail === null ? null : detail === '' ? rule.type : `${rule.type}:${detail}`
    return { rule, missing, through, gap }
  })
}
