import type { OrgId } from '@gs/domain'
import type { Transaction } from '../connection/database.ts'
import { INVARIANTS } from './statements.ts'

export interface Breach {
  readonly invariant: string
  readonly statement: string
  readonly subject: string
  readonly found: string
}

/** Breaches named for each invariant before the rest are left out. */
const MOST = 100

/** Every breach of the invariants in one organisation; empty where all hold. Needs the scope of the whole organisation. */
export async function checkInvariants(tx: Transaction, orgId: OrgId): Promise<readonly Breach[]> {
  const breaches: Breach[] = [...(await crossings(tx, orgId))]
  for (const { id, statement, sql } of INVARIANTS) {
    const { rows } = await tx.client.query<{ subject: string; found: string }>(
      `select * from (${sql}) b limit ${MOST}`,
      [orgId],
    )
    for (const row of rows) breaches.push({ invariant: id, statement, ...row })
  }
  return breaches
}

interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
}

// I11: made from the catalogue, so that a new table is under it without anybody thinking of it.
async function crossings(tx: Transaction, orgId: OrgId): Promise<readonly Breach[]> {
  const { rows } = await tx.client.query<ForeignKey>(
    `select k.conrelid::regclass::text || '.' || k.conname as name,
        array(select a.attname::text from unnest(k.conkey) with ordinality c (num, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.num order by c.place) as columns
      from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  )
  return rows
    .filter((key) => key.columns[0] !== 'org_id')
    .map((key) => ({
      invariant: 'I11',
      statement: "no row references another organisation's row",
      subject: orgId,
      found: `${key.name} does not compare org_id`,
    }))
}
