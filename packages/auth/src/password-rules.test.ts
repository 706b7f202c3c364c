import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_PIECES } from './common-passwords.ts'
import { judgePassword, LONGEST_PASSWORD, normalizePassword, SHORTEST_PASSWORD } from './password-rules.ts'

const refusal = (password: string, context = {}): string => {
  const result = judgePassword(password, context)
  return result.ok ? 'ok' : result.error
}

describe('judgePassword', () => {
  test('counts code points and starts at fifteen', () => {
    expect(refusal('vK9#tuLmRe2xQp')).toBe('password.short')
    expect(refusal('vK9#tuLmRe2xQpz')).toBe('ok')
    // Fourteen pictures are twenty-eight UTF-16 units and still fourteen characters.
    expect(refusal('🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤')).toBe('password.short')
  })

  test('allows long ones up to the bound and says so above it', () => {
    const long = Array.from({ length: LONGEST_PASSWORD }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 37) % 997)))
    expect(refusal(long.slice(0, 64).join(''))).toBe('ok')
    expect(refusal(long.join(''))).toBe('ok')
    expect(refusal(`${long.join('')}x`)).toBe('password.long')
  })

  test.each([
    'passwordpassword',
    'Password12345678',
    'P4ssw0rd!P4ssw0rd!',
    'qwertyuiopasdfgh',
    'qwertyuiop123456',
    '123456789012345',
    '987654321987654321',
    'aaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'iloveyouiloveyou',
    'ILoveYouPrincess2026',
    'letmein-letmein-1',
    'Contraseña-Secreto',
    'GoodStanding2026!',
    'personaltrainer123',
    'correcthorsebatterystaple',
    'thequickbrownfoxjumpsoverthelazydog',
  ])('refuses the guessable %s', (password) => {
    expect(refusal(password)).toBe('password.common')
  })

  test('refuses a common word whose masked end runs into a number', () => {
    // "chicago", "gimnasio", "access", "agosto" before "12345".
    for (const text of ['chic49012345', '(hi(49012345', 'g1mna51012345', 'acc35012345', '49057012345'])
      expect(refusal(`${text}-${text}`), text).toBe('password.common')
  })

  test('refuses every common word however it is dressed up: case, look-alikes, digits, signs, years, doubled', () => {
    const masks: Readonly<Record<string, readonly string[]>> = {
      a: ['4', '@'],
      b: ['8'],
      c: ['('],
      e: ['3', '€'],
      g: ['9', '6'],
      i: ['1', '!'],
      l: ['1', '|'],
      o: ['0'],
      s: ['5', '$'],
      t: ['7', '+'],
      z: ['2'],
    }
    const words = COMMON_PIECES.filter((word) => /^[a-z]{4,}$/.test(word))
    expect(words.length).toBeGreaterThan(300)
    // One way of masking "l" and "i" in one password: who reads "1" as either in turn finds it already.
    const dressed = fc
      .record({
        word: fc.constantFrom(...words),
        masked: fc.subarray(Object.keys(masks).filter((letter) => letter !== 'l')),
        second: fc.boolean(),
        upper: fc.constantFrom('none', 'first', 'all'),
        tail: fc.constantFrom('', '1', '123', '12345', '!', '!!', '2026', '1998!', '#1', '007'),
      })
      .map(({ word, masked, second, upper, tail }) => {
        const text = Array.from(word, (letter) =>
          masked.includes(letter) ? (masks[letter]?.[second ? (masks[letter]?.length ?? 1) - 1 : 0] ?? letter) : letter,
        ).join('')
        const cased =
          upper === 'all'
            ? text.toUpperCase()
            : upper === 'first'
              ? text.slice(0, 1).toUpperCase() + text.slice(1)
              : text
        return `${cased}${tail}`
      })
    fc.assert(
      fc.property(dressed, (text) => {
        const password = Array(Math.ceil(15 / text.length))
          .fill(text)
          .join('-')
        expect(refusal(password), password).toBe('password.common')
      }),
      { numRuns: 2000 },
    )
  })

  test('refuses what is mostly the owner', () => {
    const context = { email: 'marisol.quintero@ironhouse.example', words: ['Marisol Quintero', 'Iron House'] }
    expect(refusal('marisol.quintero@ironhouse.example', context)).toBe('password.context')
    expect(refusal('MarisolQuintero1998', context)).toBe('password.context')
    expect(refusal('MarisolQuintero1998')).toBe('ok')
    expect(refusal('marisol keeps seven grey herons', context)).toBe('ok')
  })

  test('asks for no composition: one case, spaces and digits alone are fine', () => {
    expect(refusal('seven grey herons at dusk')).toBe('ok')
    expect(refusal('siete garzas grises duermen')).toBe('ok')
    expect(refusal('739104827391648205')).toBe('ok')
  })

  test('one password typed composed or decomposed is one, and nothing is trimmed', () => {
    const composed = '  cañón río último añil  '
    const result = judgePassword(composed.normalize('NFD'))
    expect(result).toEqual({ ok: true, value: composed.normalize('NFC') })
  })

  test('whatever is accepted is in NFC and within the bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.emailAddress(), (password, email) => {
        const result = judgePassword(password, { email })
        if (!result.ok) return
        const length = [...result.value].length
        expect(result.value).toBe(normalizePassword(password))
        expect(length).toBeGreaterThanOrEqual(SHORTEST_PASSWORD)
        expect(length).toBeLessThanOrEqual(LONGEST_PASSWORD)
      }),
      { numRuns: 1000 },
    )
  })

  test('a common piece repeated or followed by a count stays refused, whatever the case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'football', 'princesa', 'qwertyuiop', 'goodstanding'),
        fc.integer({ min: 1950, max: 2039 }),
        fc.boolean(),
        (piece, year, upper) => {
          const text = `${piece}${piece}${year}!`
          expect(judgePassword(upper ? text.toUpperCase() : text).ok).toBe(false)
        },
      ),
    )
  })
})
