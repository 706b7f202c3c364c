import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { offeredCredentials, type Words } from '@gs/domain/rules'
import { type Lineages, loadLineages } from './packs.ts'

/** What a credential is called in both languages; its code where no published version names it. */
export type CredentialNames = (code: string) => Words

/** Read out once for each list of published versions. */
const kept = new WeakMap<Lineages, CredentialNames>()

/** What the published versions call each credential; the version published last of its lineage has the word. */
export function credentialNames(lineages: Lineages): CredentialNames {
  const found = kept.get(lineages)
  if (found) return found
  const names = new Map<string, Words>()
  for (const { versions } of new Set(lineages.values()))
    for (const { pack } of versions) for (const { code, name } of offeredCredentials(pack.pack)) names.set(code, name)
  const nameOf: CredentialNames = (code) => names.get(code) ?? { en: code, es: code }
  kept.set(lineages, nameOf)
  return nameOf
}

/** The same for an organisation. */
export const loadCredentialNames = async (tx: Transaction, orgId: OrgId): Promise<CredentialNames> =>
  credentialNames(await loadLineages(tx, orgId))
