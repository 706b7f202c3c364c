import { SORT_KEYS, STATUSES } from '@gs/domain/compliance'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComplianceQuery, complianceQuery, DEFAULT_SORT, listAddress, sortIn } from './query.ts'

const params = (address: string): Record<string, string | string[]> => {
  const search = new URL(address, 'http://x').searchParams
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]))
}

const query: fc.Arbitrary<ComplianceQuery> = fc.record(
  {
    status: fc.subarray([...STATUSES], { minLength: 1 }),
    credential: fc.constantFrom('A & B', 'Ñ'),
    unitPath: fc.constant('0190a8c8-0000-7000-8000-000000000001/'),
    expiresFrom: fc.constant('2026-01-01'),
    expiresTo: fc.constant('2028-02-29'),
    missing: fc.constantFrom('credits', 'category:A'),
    name: fc.constantFrom('Ana Ruiz', '%', '?&#'),
  },
  { requiredKeys: [] },
)

describe('the address of a compliance list', () => {
  it('is read as it was written', () => {
    const sort = fc.record({ by: fc.constantFrom(...SORT_KEYS), direction: fc.constantFrom('asc', 'desc') })
    fc.assert(
      fc.property(query, sort, (wanted, order) => {
        const address = params(listAddress({ query: wanted, sort: order }))
        expect(complianceQuery(address)).toEqual(wanted)
        expect(sortIn(address)).toEqual(order)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves out what makes no sense', () => {
    const nonsense = { status: 'rich', unit: "x' or 1=1", from: '2026-02-30', to: 'soon', sort: 'salary' }
    expect(complianceQuery(nonsense)).toEqual({})
    expect(sortIn(nonsense)).toEqual(DEFAULT_SORT)
  })
})
