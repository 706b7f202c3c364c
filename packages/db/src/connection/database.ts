import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** A pool of connections of the application's role. */
export interface Database {
  readonly pool: pg.Pool
}

/** Drizzle over one connection inside a transaction, with the connection itself for hand-written SQL. */
export interface Transaction {
  readonly db: NodePgDatabase
  readonly client: pg.PoolClient
}

export interface DatabaseOptions {
  readonly max?: number
  readonly applicationName?: string
}

// Civil dates stay text on the way in; the columns of the schema read them.
const DATE_OID = 1082
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === DATE_OID ? (value: string) => value : pg.types.getTypeParser(oid, format ?? 'text'),
}

/** Opens a pool; nothing connects before the first query. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: options.applicationName ?? 'good-standing',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types,
  })
  // A connection that dies (server restart) is replaced by the pool, and the query on it is refused to its caller;
  // without these listeners the event alone would end the process, for an idle connection and for one in use.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { pool }
}

export const closeDatabase = (database: Database): Promise<void> => database.pool.end()

const drizzles = new WeakMap<pg.PoolClient, NodePgDatabase>()

/** The transaction face of a connection; drizzle is made once a connection. */
export function transactionOn(client: pg.PoolClient): Transaction {
  let db = drizzles.get(client)
  if (!db) {
    db = drizzle({ client })
    drizzles.set(client, db)
  }
  return { db, client }
}

/** "18.4": the version of the server behind a URL. */
export async function serverVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}
