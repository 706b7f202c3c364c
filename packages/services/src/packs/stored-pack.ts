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
  readonly body: unknown
  readonly publishedOn: string
}

const COLUMNS = `body, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn"`

function stored({ body, publishedOn }: Row): StoredPack {
  const parsed = parsePack(body)
  if (!parsed.ok) throw new Error('a pack is published but unreadable')
  return { pack: parsed.value, publishedOn }
}

/** Every version that shares its lineage with a pack, the pack's own among them, oldest rules first; empty: unknown. */
export async function lineageOf(tx: Transaction, orgId: OrgId, packId: string): Promise<readonly StoredPack[]> {
  const { rows } = await tx.client.query<Row>({
    name: 'packs-lineage',
    text: `select ${COLUMNS} from rule_packs where org_id = $1 and (pack_id = $2 or body->>'lineage' =
        (select p.body->>'lineage' from rule_packs p where p.org_id = $1 and p.pack_id = $2 order by p.version desc limit 1))
      order by effective_from, version, pack_id`,
    values: [orgId, packId],
  })
  return rows.map(stored)
}

/** The newest published version of each pack. */
export async function newestPacks(tx: Transaction, orgId: OrgId): Promise<readonly StoredPack[]> {
  const { rows } = await tx.client.query<Row>({
    name: 'packs-newest',
    text: `select distinct on (pack_id) ${COLUMNS} from rule_packs where org_id = $1 order by pack_id, version desc`,
    values: [orgId],
  })
  return rows.map(stored)
}
