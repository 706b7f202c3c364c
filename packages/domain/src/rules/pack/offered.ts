import type { Words } from '../trace.ts'
import type { Pack } from './schema.ts'

/** A credential as an organisation offers it. */
export interface OfferedCredential {
  readonly code: string
  readonly name: Words
}

/** The credentials that a pack keeps: one, or each of several under one set of rules; none for a mere calculation. */
export function offeredCredentials(pack: Pack): readonly OfferedCredential[] {
  if (pack.kind === 'calculation') return []
  const { offered, names, name } = pack.credential
  return offered ?? [{ code: names[0] ?? pack.id, name }]
}
