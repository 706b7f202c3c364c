import type { Amount, Day } from '../kernel/index.ts'

/** On what terms a course can be had, and what it gives beside credits; of the course and not of a version. */
export interface CourseOffer {
  /** Thousandths of the currency, for whoever does not own it. */
  readonly price: Amount
  /** The first and the last day on which it can be finished; null: no such day. */
  readonly availableFrom: Day | null
  readonly availableUntil: Day | null
  /** The card that finishing it gives, and the months for which that is valid. */
  readonly card: { readonly type: string; readonly months: number } | null
}

/** Dearer is no course, and no card is valid for longer. */
export const DEAREST = 1_000_000_000
export const LONGEST_CARD = 120

export type OfferFault = 'price' | 'window' | 'card.type' | 'card.months'

/** Why an offer makes no sense, or nothing. `cardTypes`: the cards that the rules of the organisation ask for. */
export function offerFault(offer: CourseOffer, cardTypes: readonly string[]): OfferFault | null {
  const { price, availableFrom, availableUntil, card } = offer
  if (price < 0 || price > DEAREST) return 'price'
  if (availableFrom !== null && availableUntil !== null && availableUntil < availableFrom) return 'window'
  if (card === null) return null
  if (!cardTypes.includes(card.type)) return 'card.type'
  return Number.isInteger(card.months) && card.months >= 1 && card.months <= LONGEST_CARD ? null : 'card.months'
}
