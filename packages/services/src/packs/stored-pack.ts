import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type Pack, parsePack } from '@gs/domain/rules'

/** One published version of a pack as it is stored. */
export interface StoredPack {
  readonly pack: Pack
  /** 'YYYY-MM-DD' in UTC. */
  readonly publishedOn: string
}

interface Row {
  readonly packId: string
  readonly version: number
  readonly publishedOn: string
}

const COLUMNS = `pack_id as "packId", version, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn"`

/** Packs that this process has read. A published version never changes, so none goes stale. */
const known = new Map<string, Pack>()

const keyOf = (orgId: OrgId, { packId, version }: Omit<Row, 'publishedOn'>): string => `${orgId}/${packId}/${version}`

/** Every version that shares its lineage with a pack, the pack's own among them, oldest rules first; empty: unknown. */
export async function lineageOf(tx: Transaction, orgId: OrgId, packId: string): Promise<readonly StoredPack[]> {
  const { rows } = await tx.client.query<Row>({
    name: 'packs-lineage',
    text: `select ${COLUMNS} from rule_packs where org_id = $1 and (pack_id = $2 or body->>'lineage' =
        (select p.body->>'lineage' from rule_packs p where p.org_id = $1 and p.pack_id = $2 order by p.version desc limit 1))
      order by effective_from, version, pack_id`,
    values: [orgId, packId],
  })
  return withBodies(tx, orgId, rows)
}

/** The newest published version of each pack. */
export async function newestPacks(tx: Transaction, orgId: OrgId): Promise<readonly StoredPack[]> {
  const { rows } = await tx.client.query<Row>({
    name: 'packs-newest',
    text: `select distinct on (pack_id) ${COLUMNS} from rule_packs where org_id = $1 order by pack_id, version desc`,
    values: [orgId],
  })
  return withBodies(tx, orgId, rows)
}

/** Reads those packs that the process does not know yet. */
async function withBodies(tx: Transaction, orgId: OrgId, rows: readonly Row[]): Promise<readonly StoredPack[]> {
  const wanted = rows.filter((row) => !known.has(keyOf(orgId, row)))
  if (wanted.length > 0) {
    const found = await tx.client.query<Row & { body: unknown }>({
      name: 'packs-bodies',
      text: `select pack_id as "packId", version, body from rule_packs where org_id = $1 and pack_id = any ($2::text[])`,
      values: [orgId, wanted.map(({ packId }) => packId)],
    })
    for (const row of found.rows) {
      const parsed = parsePack(row.body)
      if (parsed.ok) known.set(keyOf(orgId, row), parsed.value)
    }
  }
  return rows.map((row) => {
    const pack = known.get(keyOf(orgId, row))
    if (!pack) throw new Error(`pack ${row.packId} version ${row.version} is published but unreadable`)
    return { pack, publishedOn: row.publishedOn }
  })
}
