import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeNext } from './safe-next.ts'

describe('safeNext', () => {
  it('keeps paths of this app with their query', () => {
    expect(safeNext('/learn/ces?lesson=2#top')).toBe('/learn/ces?lesson=2#top')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/api/auth/csrf',
  ])('goes to the start for %j', (next) => {
    expect(safeNext(next)).toBe('/')
  })

  it('never leads to another origin', () => {
    const base = 'https://learn.example.org'
    fc.assert(
      fc.property(fc.constantFrom('', '/', '//', '/\\', 'https://'), fc.string({ unit: 'binary' }), (start, rest) => {
        const next = `${start}${rest}`
        expect(new URL(safeNext(next), base).origin).toBe(base)
      }),
    )
  })

  it('takes no list and no absence', () => {
    expect(safeNext(undefined)).toBe('/')
    expect(safeNext(['/learn'])).toBe('/')
  })
})
