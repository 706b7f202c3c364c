import { type Amount, formatAmount, parseAmount, parseDay } from '@gs/domain'
import { offerFault } from '@gs/domain/courses'
import type { OfferPage } from './draft-view.ts'

/** An offer as it is sent: the price as a decimal, days as text. */
export interface SentOffer {
  readonly price: string
  readonly availableFrom: string | null
  readonly availableUntil: string | null
  readonly card: { readonly type: string; readonly months: number } | null
}

export type OfferField = 'price' | 'availableUntil' | 'cardMonths'

/** What stands in the form's fields, by their names. */
export function typedOffer(field: (name: string) => string): SentOffer {
  const type = field('cardType')
  return {
    price: field('price'),
    availableFrom: field('availableFrom') || null,
    availableUntil: field('availableUntil') || null,
    card: type === '' ? null : { type, months: Number(field('cardMonths')) },
  }
}

/** The stored offer as it was seen. */
export const offerToSend = ({ price, ...offer }: OfferPage['offer']): SentOffer => ({
  ...offer,
  price: formatAmount(price as Amount),
})

/** The field that cannot be kept as it is, or none. */
export function faultIn({ price, availableFrom, availableUntil, card }: SentOffer, cardTypes: readonly string[]) {
  const amount = parseAmount(price)
  if (!amount.ok) return 'price'
  const day = (text: string | null) => {
    const parsed = text === null ? null : parseDay(text)
    return parsed?.ok ? parsed.value : null
  }
  const offer = { price: amount.value, availableFrom: day(availableFrom), availableUntil: day(availableUntil), card }
  const fault = offerFault(offer, cardTypes)
  if (fault === 'window') return 'availableUntil'
  return fault === null || fault === 'price' ? fault : 'cardMonths'
}
