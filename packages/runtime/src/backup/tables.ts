import type pg from 'pg'
import { QUEUE_SCHEMA } from '../queue/index.ts'

export interface Table {
  /** Schema and name. */
  readonly name: string
  readonly columns: readonly string[]
  /** Whether its rows belong to organisations, which row-level security keeps apart even from the owner. */
  readonly byOrganisation: boolean
}

/** Filled by the schema itself or worth nothing after a restore. */
const LEFT_OUT = [
  'public.schema_migrations',
  'app.org_ids',
  'app.record_codes',
  'app.credential_codes',
  'app.rate_limits',
]

const TABLES = `
  select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as "byOrganisation",
    array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and n.nspname in ('public', 'identity', 'app')
  group by 1, 2 order by 1`

const REFERENCES = `
  select distinct n.nspname || '.' || c.relname as "from", fn.nspname || '.' || f.relname as "to"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
  where k.contype = 'f' and k.conrelid <> k.confrelid`

/** Every table with data of the product, in an order in which each comes after those it refers to. */
export async function tablesInOrder(client: pg.Client): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(TABLES)
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  const waiting = new Map(tables.filter(({ name }) => !LEFT_OUT.includes(name)).map((table) => [table.name, table]))
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)),
    )
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const table of free) {
      ordered.push(table)
      waiting.delete(table.name)
    }
  }
  return ordered
}

/** The jobs still to be done belong to what they follow from; those under way are to be done again. */
export async function jobTable(client: pg.Client): Promise<{ readonly table: Table; readonly select: string }> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_attribute a
     where a.attrelid = '${QUEUE_SCHEMA}.job'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by a.attnum`,
  )
  const columns = rows.map((row) => row.name)
  const list = columns.map((column) =>
    column === 'state' ? "case when state = 'active' then 'retry' else state end" : column,
  )
  return {
    table: { name: `${QUEUE_SCHEMA}.job`, columns, byOrganisation: false },
    select: `select ${list.join(', ')} from ${QUEUE_SCHEMA}.job where state in ('created', 'retry', 'active')`,
  }
}

/** Whether the role of this connection is beyond row-level security. */
export async function seesEverything(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ all: boolean }>(
    'select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user',
  )
  return rows[0]?.all ?? false
}
