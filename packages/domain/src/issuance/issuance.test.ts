import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/index.ts'
import {
  CODE_RANDOM_BYTES,
  causeStands,
  makeCode,
  makeNumber,
  NUMBER_RANDOM_BYTES,
  type RecordEvent,
  readCode,
  readNumber,
  recordStateOn,
} from './index.ts'

const codeBytes = fc.uint8Array({ minLength: CODE_RANDOM_BYTES, maxLength: CODE_RANDOM_BYTES })
const numberBytes = fc.uint8Array({ minLength: NUMBER_RANDOM_BYTES, maxLength: NUMBER_RANDOM_BYTES })
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const day = fc.integer({ min: 18_000, max: 26_000 }).map((n) => n as Day)

describe('verification codes and record numbers', () => {
  it('are read as they were made, however they are typed', () => {
    fc.assert(
      fc.property(codeBytes, fc.constantFrom(' ', '', '–', ' - '), (random, dash) => {
        const code = makeCode(random)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
        const typed = code.toLowerCase().replaceAll('-', dash).replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readCode(typed)).toEqual({ ok: true, value: code })
      }),
      { numRuns: 10_000 },
    )
  })

  it('show every single wrong symbol', () => {
    fc.assert(
      fc.property(codeBytes, fc.nat(19), fc.integer({ min: 1, max: 31 }), (random, at, shift) => {
        const symbols = [...makeCode(random).replaceAll('-', '')]
        const right = SYMBOLS.indexOf(symbols[at] ?? '')
        symbols[at] = SYMBOLS.charAt((right + shift) % 32)
        expect(readCode(symbols.join(''))).toEqual({ ok: false, error: 'code.check' })
      }),
      { numRuns: 10_000 },
    )
  })

  it('show every swap of two different symbols', () => {
    fc.assert(
      fc.property(codeBytes, fc.nat(19), fc.nat(19), (random, one, other) => {
        const symbols = [...makeCode(random).replaceAll('-', '')]
        const first = symbols[one] ?? ''
        const second = symbols[other] ?? ''
        fc.pre(first !== second)
        symbols[one] = second
        symbols[other] = first
        expect(readCode(symbols.join(''))).toEqual({ ok: false, error: 'code.check' })
      }),
      { numRuns: 10_000 },
    )
  })

  it('numbers carry the year and their own check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2999 }), numberBytes, fc.nat(7), (year, random, at) => {
        const number = makeNumber(year, random)
        expect(number.startsWith(`GS-${year}-`)).toBe(true)
        expect(readNumber(` ${number.toLowerCase()} `)).toEqual({ ok: true, value: number })
        const symbols = [...number.slice(8).replaceAll('-', '')]
        symbols[at] = SYMBOLS.charAt((SYMBOLS.indexOf(symbols[at] ?? '') + 7) % 32)
        expect(readNumber(`GS-${year}-${symbols.join('')}`)).toEqual({ ok: false, error: 'code.check' })
      }),
      { numRuns: 10_000 },
    )
  })

  it('refuse what is no code, and never throw on a text', () => {
    expect(readCode('')).toEqual({ ok: false, error: 'code.malformed' })
    expect(readCode('UUUU-UUUU-UUUU-UUUU-UUUU')).toEqual({ ok: false, error: 'code.malformed' })
    expect(readNumber('2026-AAAA-AAAA')).toEqual({ ok: false, error: 'code.malformed' })
    fc.assert(
      fc.property(
        fc.string(),
        (text) => typeof readCode(text).ok === 'boolean' && typeof readNumber(text).ok === 'boolean',
      ),
    )
  })

  it('use every random bit and are refused too few', () => {
    expect(makeCode(new Uint8Array(19))).toBe('0000-0000-0000-0000-0000')
    expect(() => makeCode(new Uint8Array(18))).toThrow('19 random bytes')
    const codes = new Set(Array.from({ length: 32 }, (_, n) => makeCode(new Uint8Array(19).fill(n))))
    expect(codes.size).toBe(32)
  })
})

describe('the state of a record', () => {
  const event = fc.record({ kind: fc.constantFrom('revoked' as const, 'superseded' as const), knownOn: day })

  it('knows nothing of what becomes known later, and is never valid again once revoked', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.array(event, { maxLength: 4 }), day, (issuedOn, expiresOn, events, asOf) => {
        const term = { issuedOn, expiresOn }
        const state = recordStateOn(term, events, { asOf })
        const known: readonly RecordEvent[] = events.filter((e) => e.knownOn <= asOf)
        expect(recordStateOn(term, known, { asOf })).toBe(state)
        if (state === 'revoked') expect(recordStateOn(term, events, { asOf: (asOf + 1000) as Day })).toBe('revoked')
        if (state === 'valid') expect(known).toEqual([])
        if (state === 'expired') expect(expiresOn !== null && expiresOn < asOf).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('is valid on its last day and expired on the next', () => {
    const term = { issuedOn: 20_000 as Day, expiresOn: 20_100 as Day }
    expect(recordStateOn(term, [], { asOf: 20_100 as Day })).toBe('valid')
    expect(recordStateOn(term, [], { asOf: 20_101 as Day })).toBe('expired')
    expect(recordStateOn({ ...term, expiresOn: null }, [], { asOf: 99_999 as Day })).toBe('valid')
    const revoked = [{ kind: 'revoked', knownOn: 20_101 as Day }] as const
    expect(recordStateOn(term, revoked, { asOf: 20_100 as Day })).toBe('valid')
    expect(recordStateOn(term, revoked, { asOf: 20_100 as Day, knownAt: 20_101 as Day })).toBe('revoked')
  })
})

describe('the cause of a record', () => {
  it('is a passed course without a decider, or the decision of somebody else', () => {
    expect(causeStands({ kind: 'course-version', personId: 'a', enrollmentId: 'e', decidedBy: null })).toBe(true)
    expect(causeStands({ kind: 'course-version', personId: 'a', enrollmentId: null, decidedBy: null })).toBe(false)
    expect(causeStands({ kind: 'course-version', personId: 'a', enrollmentId: 'e', decidedBy: 'b' })).toBe(false)
    expect(causeStands({ kind: 'decision', personId: 'a', enrollmentId: null, decidedBy: 'b' })).toBe(true)
    expect(causeStands({ kind: 'decision', personId: 'a', enrollmentId: null, decidedBy: 'a' })).toBe(false)
    expect(causeStands({ kind: 'decision', personId: 'a', enrollmentId: null, decidedBy: null })).toBe(false)
  })
})
