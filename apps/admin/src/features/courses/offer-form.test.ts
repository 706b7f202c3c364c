import { expect, it } from 'vitest'
import { faultIn, offerToSend, typedOffer } from './offer-form.ts'

const form = (fields: Readonly<Record<string, string>>) => typedOffer((name) => fields[name] ?? '')
const fault = (fields: Readonly<Record<string, string>>) => faultIn(form({ price: '0', ...fields }), ['cpr-aed'])

it('reads what was typed; an empty day is none, and no type is no card', () => {
  expect(form({ price: '899.5', availableUntil: '2027-01-31', cardMonths: '24' })).toEqual({
    price: '899.5',
    availableFrom: null,
    availableUntil: '2027-01-31',
    card: null,
  })
  expect(form({ price: '0', cardType: 'cpr-aed', cardMonths: '24' }).card).toEqual({ type: 'cpr-aed', months: 24 })
})

it('sends back what was seen', () => {
  const offer = { price: 899_500, availableFrom: '2026-01-01', availableUntil: null, card: null }
  expect(offerToSend(offer)).toEqual({ ...offer, price: '899.5' })
})

it('points to the field that cannot be kept', () => {
  expect(fault({})).toBeNull()
  expect(fault({ price: '' })).toBe('price')
  expect(fault({ price: '-1' })).toBe('price')
  expect(fault({ availableFrom: '2026-06-01', availableUntil: '2026-05-31' })).toBe('availableUntil')
  expect(fault({ cardType: 'cpr-aed', cardMonths: '' })).toBe('cardMonths')
  expect(fault({ cardType: 'cpr-aed', cardMonths: '24' })).toBeNull()
})
