import { expect, it } from 'vitest'
import { creditToSend, creditTyped, faultInCredits, type TypedCredit } from './credit-form.ts'

const words = { en: 'x', es: 'x' }
const packs = [
  { packId: 'plain', body: 'P', credential: words, unit: words, categories: [] },
  { packId: 'sorted', body: 'S', credential: words, unit: words, categories: [{ code: 'A', name: words }] },
]
const line: TypedCredit = { packId: 'plain', category: '', amount: '1.9', from: '2026-01-01', to: '', source: ' ' }
const fault = (...lines: readonly Partial<TypedCredit>[]) =>
  faultInCredits(
    lines.map((part) => ({ ...line, ...part })),
    packs,
  )

it('shows and sends what is stored; a comma is a point', () => {
  const stored = { packId: 'plain', category: '', amount: 1900, from: '2026-01-01', to: null, source: '' }
  expect(creditToSend(creditTyped(stored))).toEqual({ ...stored, amount: '1.9' })
  expect(creditToSend({ ...line, amount: '1,5', to: '2027-01-01' })).toMatchObject({
    amount: '1.5',
    to: '2027-01-01',
    source: '',
  })
})

it('points to the line and the field that cannot be kept', () => {
  expect(fault()).toBeNull()
  expect(fault({}, { packId: 'sorted', category: 'A', amount: '1,5' })).toBeNull()
  expect(fault({}, { packId: 'sorted', amount: '' })).toEqual({ index: 1, field: 'amount' })
  expect(fault({ amount: '0' })).toEqual({ index: 0, field: 'amount' })
  expect(fault({ from: '' })).toEqual({ index: 0, field: 'from' })
  expect(fault({ to: '2025-01-01' })).toEqual({ index: 0, field: 'to' })
  expect(fault({ category: 'A' })).toEqual({ index: 0, field: 'category' })
  expect(fault({}, {})).toEqual({ index: 1, field: 'twice' })
})
