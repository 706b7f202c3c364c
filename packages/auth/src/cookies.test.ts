import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cookieNames, readCookies, writeCookie } from './cookies.ts'

describe('cookies', () => {
  test('are bound to host and https by their names, and differ by app', () => {
    expect(cookieNames('web', true).session).toBe('__Host-gs_web')
    expect(cookieNames('admin', true).session).toBe('__Host-gs_admin')
    expect(cookieNames('admin', false).session).toBe('gs_admin')
  })

  test('no name begins with another, or the library would join their values', () => {
    const names = Object.values(cookieNames('web', true))
    for (const name of names) expect(names.filter((other) => other.startsWith(name))).toEqual([name])
  })

  test('carry the flags', () => {
    expect(writeCookie('__Host-gs_web', 'a b;c', { secure: true, maxAge: 60 })).toBe(
      '__Host-gs_web=a%20b%3Bc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
    )
    expect(writeCookie('gs_web', 'x', { secure: false })).toBe('gs_web=x; Path=/; HttpOnly; SameSite=Lax')
  })

  test('are read back whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const pair = writeCookie('gs_web', value, { secure: false }).split(';')[0]
        expect(readCookies(`other=1; ${pair}; gs_web=second`).gs_web).toBe(value)
      }),
    )
  })

  test('broken headers give no prototype and no throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(Object.getPrototypeOf(readCookies(header))).toBeNull()
      }),
    )
    expect(readCookies('__proto__=x; a=%; =b').a).toBe('%')
  })
})
