import { expect, it } from 'vitest'
import { type Amount, type Day, dayOf } from '../kernel/index.ts'
import { type CourseOffer, DEAREST, LONGEST_CARD, offerFault } from './offer.ts'

const [spring, summer] = [dayOf(2026, 3, 1) as Day, dayOf(2026, 6, 1) as Day]
const free: CourseOffer = { price: 0 as Amount, availableFrom: null, availableUntil: null, card: null }
const fault = (part: Partial<CourseOffer>) => offerFault({ ...free, ...part }, ['cpr-aed'])

it('takes what can be had, up to the last sensible price, day and month', () => {
  expect(fault({})).toBeNull()
  expect(fault({ price: DEAREST as Amount })).toBeNull()
  expect(fault({ availableFrom: spring, availableUntil: spring })).toBeNull()
  expect(fault({ availableFrom: summer })).toBeNull()
  expect(fault({ availableUntil: spring })).toBeNull()
  expect(fault({ card: { type: 'cpr-aed', months: 1 } })).toBeNull()
  expect(fault({ card: { type: 'cpr-aed', months: LONGEST_CARD } })).toBeNull()
})

it('names what makes no sense', () => {
  expect(fault({ price: -1 as Amount })).toBe('price')
  expect(fault({ price: (DEAREST + 1) as Amount })).toBe('price')
  expect(fault({ availableFrom: summer, availableUntil: spring })).toBe('window')
  expect(fault({ card: { type: 'library', months: 24 } })).toBe('card.type')
  for (const months of [0, -3, 1.5, LONGEST_CARD + 1])
    expect(fault({ card: { type: 'cpr-aed', months } })).toBe('card.months')
})
