import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { filesFolder } from '../compose.ts'
import type { Env } from '../env.ts'
import { OperatorFault } from '../fault.ts'
import { type CopiedTable, MANIFEST, type Manifest, tableFile } from './manifest.ts'
import { jobTable, seesEverything, type Table, tablesInOrder } from './tables.ts'

/** Secrets without which a restored house would sign everybody out. Database passwords are made anew. */
export const KEYS = ['auth.secret', 'demo.password'] as const

export interface BackupDone {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/**
 * Writes a copy of everything into a new folder: all tables as of one moment, files, keys. The product may go on
 * working meanwhile. A copy that was interrupted has another name and no manifest.
 */
export async function createBackup(env: Env, ownerUrl: string, folder: string): Promise<BackupDone> {
  if (existsSync(folder)) throw new OperatorFault(`${folder} is there already: name a new folder.`)
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(join(part, 'tables'), { recursive: true, mode: 0o700 })
  const copied = await copyDatabase(ownerUrl, part)
  // After the tables: a file is written before the row that names it, and never changed.
  const files = await copyFiles(filesFolder(env), join(part, 'files'))
  const manifest: Manifest = {
    format: 'good-standing-backup/1',
    createdAt: new Date().toISOString(),
    ...copied,
    files,
    keys: await copyKeys(env.dataDir, part),
  }
  await writeFile(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  await rename(part, folder)
  return { tables: copied.tables.length, rows: copied.tables.reduce((sum, { rows }) => sum + rows, 0), files }
}

async function copyDatabase(ownerUrl: string, folder: string): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ name: string }>('select name from public.schema_migrations order by name')
    const tables: CopiedTable[] = []
    const organisations = (await seesEverything(client)) ? undefined : await organisationsOf(client)
    for (const table of await tablesInOrder(client))
      tables.push(await copyTable({ client, table, folder, selects: selectsOf(table, organisations) }))
    const jobs = await jobTable(client)
    tables.push(await copyTable({ client, table: jobs.table, folder, selects: [{ text: jobs.select }] }))
    await client.query('commit')
    return { migrations: rows.map((row) => row.name), tables }
  } finally {
    await client.end()
  }
}

async function organisationsOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('select app.all_orgs() as id order by 1')
  return rows.map((row) => row.id)
}

interface Select {
  readonly text: string
  /** The organisation in whose name it is read. */
  readonly organisation?: string
}

/** One read of the whole table, or one an organisation where row-level security holds for the owner too. */
function selectsOf(
  { name, columns, byOrganisation }: Table,
  organisations: readonly string[] | undefined,
): readonly Select[] {
  const text = `select ${columns.join(', ')} from ${name}`
  if (!byOrganisation || !organisations) return [{ text }]
  return organisations.map((organisation) => ({ text, organisation }))
}

interface TableCopy {
  readonly client: pg.Client
  readonly table: Table
  readonly folder: string
  readonly selects: readonly Select[]
}

async function copyTable({ client, table, folder, selects }: TableCopy): Promise<CopiedTable> {
  const hash = createHash('sha256')
  const path = tableFile(folder, table)
  const sums = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const written = pipeline(sums, createWriteStream(path, { mode: 0o600 }))
  let rows = 0
  for (const { text, organisation } of selects) {
    if (organisation)
      await client.query("select set_config('app.org', $1, true), set_config('app.reach', '*', true)", [organisation])
    const source = client.query(copyTo(`copy (${text}) to stdout`))
    await pipeline(source, sums, { end: false })
    rows += source.rowCount
  }
  sums.end()
  await written
  return { name: table.name, columns: [...table.columns], rows, sha256: hash.digest('hex') }
}

async function copyFiles(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  if (!existsSync(from)) return 0
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('.part') })
  const entries = await readdir(to, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

async function copyKeys(dataDir: string, folder: string): Promise<string[]> {
  const present = KEYS.filter((name) => existsSync(join(dataDir, name)))
  await mkdir(join(folder, 'keys'), { mode: 0o700 })
  for (const name of present) await copyFile(join(dataDir, name), join(folder, 'keys', name))
  return [...present]
}
