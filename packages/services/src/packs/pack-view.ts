import type { Pack, Words } from '@gs/domain/rules'
import type { StoredPack } from './stored-pack.ts'

/** What names a published version of a pack. */
export interface PackHead {
  readonly packId: string
  readonly version: number
  readonly kind: Pack['kind']
  readonly body: { readonly short: string; readonly name: Words }
  readonly credential: { readonly name: Words; readonly names: readonly string[] }
  /** Days 'YYYY-MM-DD'; to null: still open. */
  readonly effective: { readonly from: string; readonly to: string | null }
  readonly publishedOn: string
}

/** The head of a stored version. */
export function headOf({ pack, publishedOn }: StoredPack): PackHead {
  const { id, version, kind, body, credential, effective } = pack
  return {
    packId: id,
    version,
    kind,
    body,
    credential: { name: credential.name, names: credential.names },
    effective,
    publishedOn,
  }
}
