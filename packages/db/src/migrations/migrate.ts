import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Database } from '../connection/database.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)
/** Held while migrating, so that two processes starting at once migrate once. */
const LOCK = 7_220_001

export interface MigrateOptions {
  /** The password that the login role `gs_app` gets. */
  readonly appPassword: string
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
}

async function ensureRoles(client: pg.Client, appPassword: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname in ('gs_app', 'gs_auth')",
  )
  const present = new Set(rows.map((row) => row.rolname))
  if (!present.has('gs_auth')) await client.query('create role gs_auth nologin')
  if (!present.has('gs_app')) await client.query('create role gs_app login')
  await client.query(`alter role gs_app with login password ${pg.escapeLiteral(appPassword)}`)
  // gs_app does not inherit what gs_auth may do: it takes the role on, for one transaction, in `withIdentity` alone.
  await client.query('grant gs_auth to gs_app with inherit false, set true')
}

/** Brings the database of the owner's URL up to date; a second call does nothing. */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureRoles(client, options.appPassword)
    await client.query(
      'create table if not exists public.schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    await client.query('grant select on public.schema_migrations to gs_app')
    const { rows } = await client.query<{ name: string }>('select name from public.schema_migrations')
    const applied = new Set(rows.map((row) => row.name))
    for (const name of await migrationFiles()) {
      if (applied.has(name)) continue
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into public.schema_migrations (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    }
  } finally {
    await client.end()
  }
}

/** Names of the migrations that the database has not seen. */
export async function migrationsPending(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>('select name from public.schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  return (await migrationFiles()).filter((name) => !applied.has(name))
}
