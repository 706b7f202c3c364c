import { describe, expect, it } from 'vitest'
import { address, dayIn, oneOf, pageIn, someOf } from './params.ts'

describe('the query of a list', () => {
  it('is read with what makes no sense left out', () => {
    expect(oneOf({ q: ['  Ana ', 'Bo'] }, 'q')).toBe('Ana')
    expect(oneOf({ q: ' \u0000 ' }, 'q')).toBeUndefined()
    expect(someOf({ s: ['b', 'x', 'a'] }, 's', ['a', 'b'])).toEqual(['a', 'b'])
    expect(someOf({ s: 'a' }, 's', ['a', 'b'])).toEqual(['a'])
    expect(someOf({}, 's', ['a'])).toEqual([])
    expect(dayIn({ d: '2026-02-29' }, 'd')).toBeUndefined()
    expect(dayIn({ d: '0000-01-01' }, 'd')).toBeUndefined()
    expect(dayIn({ d: '2028-02-29' }, 'd')).toBe('2028-02-29')
    for (const page of ['0', '-1', '1.5', 'x', '1e9', undefined]) expect(pageIn({ page })).toBe(1)
    expect(pageIn({ page: '3' })).toBe(3)
  })

  it('is written so that it is read again as it was', () => {
    expect(address('/x', { q: undefined, s: [], page: 1 })).toBe('/x')
    expect(address('/x', { q: 'a&b=c', s: ['a', 'b'], page: 2 })).toBe('/x?q=a%26b%3Dc&s=a&s=b&page=2')
  })
})
