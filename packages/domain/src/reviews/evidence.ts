/** What may be handed in as evidence, by content: the name and the stated type prove nothing. */
export const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type EvidenceType = (typeof EVIDENCE_TYPES)[number]

/** Largest file handed in, in bytes (10 MB). */
export const EVIDENCE_LIMIT = 10 * 1024 * 1024

const SIGNATURES: readonly (readonly [EvidenceType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The type that the first bytes of a file prove, or null where they prove none that is allowed. */
export function evidenceTypeOf(content: Uint8Array): EvidenceType | null {
  for (const [type, signature] of SIGNATURES) if (signature.every((byte, index) => content[index] === byte)) return type
  return null
}

const MAX_NAME = 120

/**
 * A file's name as it may be shown: without folders, control characters and marks that turn the direction of the
 * text, of limited length, never empty. It is never part of a path.
 */
export function shownFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  const letters = [...clean]
  if (letters.length <= MAX_NAME) return clean || 'file'
  const end = /\.[a-z0-9]{1,5}$/i.exec(clean)?.[0] ?? ''
  return letters.slice(0, MAX_NAME - end.length).join('') + end
}
