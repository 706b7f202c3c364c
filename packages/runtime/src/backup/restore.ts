import { createReadStream } from 'node:fs'
import { chmod, copyFile, cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { filesFolder } from '../compose.ts'
import type { Env } from '../env.ts'
import { OperatorFault } from '../fault.ts'
import type { BackupDone } from './create.ts'
import { KEYS } from './create.ts'
import { type CopiedTable, type Manifest, readManifest, tableFile } from './manifest.ts'
import { tablesInOrder } from './tables.ts'

/**
 * Puts a copy back into an empty, migrated database and an empty folder of files, in one transaction: all of it or
 * nothing. Faults where there is data already, where the copy is damaged or of another version of the schema.
 */
export async function restoreBackup(env: Env, ownerUrl: string, folder: string): Promise<BackupDone> {
  const manifest = await readManifest(folder)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await assertFits(client, manifest)
    await client.query('begin')
    const forced = (await tablesInOrder(client)).filter(({ byOrganisation }) => byOrganisation)
    // COPY does not write where row-level security holds; the owner lifts it for itself until the commit.
    for (const { name } of forced) await client.query(`alter table ${name} no force row level security`)
    for (const table of manifest.tables) await fill(client, table, folder)
    // What was left to the commit is checked now: a table with checks owed cannot be altered.
    await client.query('set constraints all immediate')
    for (const { name } of forced) await client.query(`alter table ${name} force row level security`)
    await raiseSequences(client)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  await cp(join(folder, 'files'), filesFolder(env), { recursive: true })
  await restoreKeys(env.dataDir, folder, manifest)
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files,
  }
}

async function assertFits(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows: organisations } = await client.query('select app.all_orgs() limit 1')
  if (organisations.length > 0)
    throw new OperatorFault(
      'The database holds data already: restore into an empty one (another DATA_DIR or DATABASE_URL).',
    )
  const { rows } = await client.query<{ name: string }>('select name from public.schema_migrations order by name')
  const here = rows.map((row) => row.name)
  if (JSON.stringify(here) !== JSON.stringify(manifest.migrations))
    throw new OperatorFault(
      `The backup is of another version of the schema (up to ${manifest.migrations.at(-1)}; here ${here.at(-1)}): restore with the version that made it, then update.`,
    )
}

async function fill(client: pg.Client, table: CopiedTable, folder: string): Promise<void> {
  const sink = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
  await pipeline(createReadStream(tableFile(folder, table)), sink)
  if (sink.rowCount !== table.rows)
    throw new OperatorFault(`${table.name}: ${sink.rowCount} rows came back of ${table.rows}; nothing was restored.`)
}

const SEQUENCES = `
  select n.nspname || '.' || c.relname as table, a.attname as column,
    pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) as sequence
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname in ('public', 'identity', 'app')
    and pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) is not null`

/** Numbers given out from now on follow the highest that came back. */
async function raiseSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(SEQUENCES)
  for (const { table, column, sequence } of rows)
    await client.query(`select setval('${sequence}', greatest((select max(${column}) from ${table}), 1))`)
}

async function restoreKeys(dataDir: string, folder: string, manifest: Manifest): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  for (const name of KEYS) {
    if (!manifest.keys.includes(name)) continue
    await copyFile(join(folder, 'keys', name), join(dataDir, name))
    await chmod(join(dataDir, name), 0o600)
  }
}
