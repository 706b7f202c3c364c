import { expect, it } from 'vitest'
import { type Amount, addDays, type Day, dayOf } from '../kernel/index.ts'
import type { CourseApproval } from './approvals.ts'
import { creditFault } from './credit-fault.ts'

const from = dayOf(2026, 1, 1) as Day
const one: CourseApproval = { packId: 'plain', category: '', amount: 1900 as Amount, from, to: null }
const packs = new Map<string, readonly string[]>([
  ['plain', []],
  ['sorted', ['A', 'B']],
])
const fault = (...approvals: readonly Partial<CourseApproval>[]) =>
  creditFault(
    approvals.map((part) => ({ ...one, ...part })),
    packs,
  )

it('takes bodies, categories and one after the other', () => {
  expect(fault()).toBeNull()
  expect(fault({})).toBeNull()
  expect(fault({ packId: 'sorted', category: 'A' }, { packId: 'sorted', category: 'B' }, {})).toBeNull()
  expect(fault({ to: addDays(from, 9) }, { from: addDays(from, 10) })).toBeNull()
  expect(fault({ to: from })).toBeNull()
})

it('names the first that makes no sense', () => {
  expect(fault({}, { packId: 'nobody' })).toEqual({ index: 1, field: 'pack' })
  expect(fault({ category: 'A' })).toEqual({ index: 0, field: 'category' })
  expect(fault({ packId: 'sorted', category: 'C' })).toEqual({ index: 0, field: 'category' })
  expect(fault({ amount: 0 as Amount })).toEqual({ index: 0, field: 'amount' })
  expect(fault({ amount: 1_000_001 as Amount })).toEqual({ index: 0, field: 'amount' })
  expect(fault({ to: addDays(from, -1) })).toEqual({ index: 0, field: 'to' })
})

it('refuses a day on which one body would give twice', () => {
  expect(fault({}, {})).toEqual({ index: 1, field: 'twice' })
  expect(fault({ to: addDays(from, 10) }, { from: addDays(from, 10) })).toEqual({ index: 1, field: 'twice' })
  expect(fault({ from: addDays(from, 10) }, { to: addDays(from, 10) })).toEqual({ index: 1, field: 'twice' })
})
