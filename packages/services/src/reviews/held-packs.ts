import type { Transaction } from '@gs/db'
import type { Day, OrgId } from '@gs/domain'
import { loadPacks } from '../standings/index.ts'
import { type PackRules, packRules } from './pack-rules.ts'

/** The rules of the packs under which a person holds something, in the version in effect on a day. */
export async function heldPacks(
  tx: Transaction,
  { orgId, personId }: { readonly orgId: OrgId; readonly personId: string },
  on: Day,
): Promise<readonly PackRules[]> {
  const { rows } = await tx.client.query<{ pack_id: string }>({
    name: 'packs-held',
    text: `select distinct pack_id from holdings where org_id = $1 and person_id = $2 and ended_on is null order by pack_id`,
    values: [orgId, personId],
  })
  const packs = await loadPacks(tx, orgId, on)
  return rows.flatMap(({ pack_id }) => {
    const compiled = packs.get(pack_id)
    return compiled ? [packRules(compiled.pack)] : []
  })
}
