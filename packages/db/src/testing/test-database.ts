import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { closeDatabase, createDatabase, type Database } from '../connection/database.ts'

/** What the test run's global setup provides (`inject('pgOwnerUrl')` and so on). */
export interface TestServer {
  readonly ownerUrl: string
  readonly template: string
  readonly appPassword: string
}

export interface TestDatabase {
  /** As `gs_app`, the application's own role. */
  readonly database: Database
  readonly ownerUrl: string
  readonly appUrl: string
  /** One statement as the owner, whom row-level security does not hold: to arrange and to look. */
  asOwner<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A database of its own for one suite, cloned from the migrated template. */
export async function createTestDatabase(server: TestServer): Promise<TestDatabase> {
  const name = `gs_${randomBytes(6).toString('hex')}`
  await asOwner(server.ownerUrl, `create database ${name} template ${server.template}`)
  const ownerUrl = withPath(server.ownerUrl, name)
  const app = new URL(ownerUrl)
  app.username = 'gs_app'
  app.password = server.appPassword
  const database = createDatabase(app.href, { max: 20, applicationName: 'good-standing-test' })
  return {
    database,
    ownerUrl,
    appUrl: app.href,
    asOwner: (text, values) => asOwner(ownerUrl, text, values),
    async drop() {
      await closeDatabase(database)
      await asOwner(server.ownerUrl, `drop database ${name} with (force)`)
    },
  }
}

function withPath(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function asOwner<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}
