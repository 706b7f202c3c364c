import { err, ok, type Result } from '../kernel/index.ts'

/** Crockford's base 32: digits and letters without I, L, O and U, which people misread. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4

/** Random symbols of a verification code: 19 × 5 = 95 bits; the twentieth symbol is the check. */
export const CODE_RANDOM_BYTES = 19
/** Random symbols of a record's number: 7 × 5 = 35 bits beside the year; the eighth symbol is the check. */
export const NUMBER_RANDOM_BYTES = 7

const CODE_LENGTH = CODE_RANDOM_BYTES + 1
const NUMBER_LENGTH = NUMBER_RANDOM_BYTES + 1

// Horner's rule in the field of 32 elements (x^5 + x^2 + 1): a text with its check comes to zero. In a field every
// single wrong symbol and every swap of two different symbols up to 31 places apart comes to something else.
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
const residueOf = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum) ^ value, 0)

function withCheck(random: Uint8Array, symbols: number): string {
  if (random.length < symbols) throw new Error(`${symbols} random bytes are needed, ${random.length} were given`)
  const values = Array.from(random.subarray(0, symbols), (byte) => byte & 31)
  return [...values, timesX(residueOf(values))].map((value) => SYMBOLS.charAt(value)).join('')
}

const grouped = (symbols: string): string => {
  const groups: string[] = []
  for (let at = 0; at < symbols.length; at += GROUP) groups.push(symbols.slice(at, at + GROUP))
  return groups.join('-')
}

/** The verification code of a record from `CODE_RANDOM_BYTES` random bytes: "XXXX-XXXX-XXXX-XXXX-XXXX". */
export const makeCode = (random: Uint8Array): string => grouped(withCheck(random, CODE_RANDOM_BYTES))

/** The number of a record from the year of issue and `NUMBER_RANDOM_BYTES` random bytes: "GS-2026-XXXX-XXXX". */
export const makeNumber = (year: number, random: Uint8Array): string =>
  `GS-${String(year).padStart(4, '0')}-${grouped(withCheck(random, NUMBER_RANDOM_BYTES))}`

export type CodeFault = 'code.malformed' | 'code.check'

/** What people type: small letters, spaces or other dashes, and the letters that look like digits. */
const tidied = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

function readSymbols(symbols: string, length: number): Result<string, CodeFault> {
  if (symbols.length !== length) return err('code.malformed')
  const values = Array.from(symbols, (symbol) => SYMBOLS.indexOf(symbol))
  if (values.includes(-1)) return err('code.malformed')
  return residueOf(values) === 0 ? ok(grouped(symbols)) : err('code.check')
}

/**
 * Reads a verification code as somebody typed it and answers it as it was made.
 * Errors: `code.malformed` where it is none, `code.check` where a symbol must be wrong.
 */
export const readCode = (text: string): Result<string, CodeFault> => readSymbols(tidied(text), CODE_LENGTH)

/** Reads a record's number as somebody typed it; errors as for `readCode`. */
export function readNumber(text: string): Result<string, CodeFault> {
  const match = /^GS(\d{4})(.+)$/.exec(tidied(text))
  if (!match) return err('code.malformed')
  const symbols = readSymbols(match[2] ?? '', NUMBER_LENGTH)
  return symbols.ok ? ok(`GS-${match[1]}-${symbols.value}`) : symbols
}
