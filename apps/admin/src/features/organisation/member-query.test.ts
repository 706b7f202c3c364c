import { describe, expect, it } from 'vitest'
import { memberHref, memberQuery } from './member-query.ts'

describe('memberQuery', () => {
  it('shows those with roles first, and all once somebody is looked for', () => {
    expect(memberQuery({})).toEqual({ search: '', show: 'staff', page: 1 })
    expect(memberQuery({ search: ' ana ' })).toEqual({ search: 'ana', show: 'all', page: 1 })
    expect(memberQuery({ search: 'ana', show: 'suspended', page: '3' })).toEqual({
      search: 'ana',
      show: 'suspended',
      page: 3,
    })
  })

  it.each(['0', '-1', '1.5', 'x', '1e9', ''])('goes to the first page for %j', (page) => {
    expect(memberQuery({ page }).page).toBe(1)
  })

  it('comes back from its own address', () => {
    const query = { search: 'a&b=c d', show: 'all', page: 2 } as const
    const address = Object.fromEntries(new URL(memberHref(query), 'http://localhost').searchParams)
    expect(memberQuery(address)).toEqual(query)
  })
})
