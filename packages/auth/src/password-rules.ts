import { err, ok, type Result } from '@gs/domain'
import { COMMON_PIECES } from './common-passwords.ts'

/** Shortest password where nothing else protects the account (NIST SP 800-63B-4, section 3.1.1.2). */
export const SHORTEST_PASSWORD = 15
/** Far above the 64 that must be allowed; bounds the work of normalising and hashing. */
export const LONGEST_PASSWORD = 256

export type PasswordRefusal = 'password.short' | 'password.long' | 'password.common' | 'password.context'

/** What the guesser knows of the owner: address, names, organisation. */
export interface PasswordContext {
  readonly email?: string | undefined
  readonly words?: readonly string[]
}

/** The form that is hashed: Unicode NFC, so that one password typed on two keyboards is one. Nothing is trimmed. */
export const normalizePassword = (password: string): string => password.normalize('NFC')

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
const MORE_LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...LOOK_ALIKES,
  '2': 'z',
  '6': 'g',
  '8': 'b',
  '9': 'g',
  '+': 't',
  '€': 'e',
  '(': 'c',
}
/** The signs that stand for either of two letters, read as the other. */
const OTHER_READING = { ...MORE_LOOK_ALIKES, '1': 'l', '!': 'l', '|': 'l' }

/** Every reading of a text whose letters were masked by look-alikes, the text itself first. */
const readings = (text: string): readonly string[] =>
  [{}, LOOK_ALIKES, MORE_LOOK_ALIKES, OTHER_READING].map((signs: Readonly<Record<string, string>>) =>
    Array.from(text, (char) => signs[char] ?? char).join(''),
  )

/** So many digits in a row may be letters of one common word: "490570" is "agosto". */
const LONGEST_MASK = 8

/** Digits and letters that merely follow each other, or stand still: "123456", "aaaa", "9876". */
function removeRuns(text: string): string {
  const chars = Array.from(text)
  let kept = ''
  let start = 0
  const step = (at: number): number => (chars[at]?.codePointAt(0) ?? 0) - (chars[at - 1]?.codePointAt(0) ?? 0)
  while (start < chars.length) {
    let end = start + 1
    const direction = step(end)
    if (Math.abs(direction) <= 1) while (end < chars.length && step(end) === direction) end++
    if (end - start >= 3) kept += ' '
    else {
      end = start + 1
      kept += chars[start]
    }
    start = end
  }
  return kept
}

/** Blanks whatever belongs to any of the pieces; they may overlap, as in "administradoradministrador". */
function removePieces(text: string, pieces: readonly string[]): string {
  const covered = new Uint8Array(text.length)
  for (const piece of pieces)
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) covered.fill(1, at, at + piece.length)
  return covered.reduce((rest, hidden, at) => rest + (hidden ? ' ' : text[at]), '')
}

/** What is left counts as strength only where it is more than a few characters of few kinds. */
function isThin(rest: string): boolean {
  const chars = Array.from(rest.replace(/[\s\p{P}\p{S}]/gu, ''))
  return chars.length < 6 || new Set(chars).size < 4
}

function isRepetition(text: string): boolean {
  const chars = Array.from(text)
  for (let period = 1; period <= Math.min(8, chars.length / 2); period++)
    if (chars.every((char, at) => char === chars[at % period])) return true
  return false
}

const YEAR = /(?:19|20)\d\d/g

function contextPieces(context: PasswordContext): string[] {
  const raw = [context.email ?? '', ...(context.words ?? [])]
  const parts = raw.flatMap((text) => [fold(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(parts)].filter((part) => part.length > 2).sort((a, b) => b.length - a.length)
}

/**
 * Judges a new password: length counted in code points after NFC, no rule of composition, nothing made of
 * commonly used pieces only, nothing that is mostly the owner's address, name or organisation.
 * Source: NIST SP 800-63B-4 section 3.1.1.2 and OWASP ASVS 5.0 chapter 6.2. The value is the text to hash.
 */
export function judgePassword(password: string, context: PasswordContext = {}): Result<string, PasswordRefusal> {
  const normal = normalizePassword(password)
  const length = Array.from(normal).length
  if (length < SHORTEST_PASSWORD) return err('password.short')
  if (length > LONGEST_PASSWORD) return err('password.long')
  const folded = fold(normal)
  if (isRepetition(folded)) return err('password.common')
  const plain = (text: string): string => removeRuns(text.replace(YEAR, ' '))
  const owned = contextPieces(context)
  // Years and digits that merely follow each other are no masked letters.
  const undated = folded.replace(YEAR, ' ')
  // The first digits may still be the last letters of a word, or all of them.
  const unnumbered = Array.from({ length: LONGEST_MASK + 1 }, (_, kept) =>
    undated.replace(/\d{3,}/g, (digits) => digits.slice(0, kept) + removeRuns(digits.slice(kept))),
  )
  for (const text of new Set([folded, ...unnumbered].flatMap(readings))) {
    if (isThin(plain(removePieces(text, COMMON_PIECES)))) return err('password.common')
    if (isThin(plain(removePieces(removePieces(text, owned), COMMON_PIECES)))) return err('password.context')
  }
  return ok(normal)
}
