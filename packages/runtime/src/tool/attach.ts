import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { OWNER } from '../embedded/initialise.ts'
import type { Env } from '../env.ts'
import { QUEUES } from '../queue/index.ts'
import { type OpenedDatabase, openDatabase } from '../start/database.ts'

const kept = async (dataDir: string, name: string): Promise<string | undefined> =>
  (await readFile(join(dataDir, name), 'utf8').catch(() => undefined))?.trim()

/** The embedded server that a running `npm start` holds, or nothing. */
async function runningServer({ dataDir, databaseUrl }: Env): Promise<OpenedDatabase | undefined> {
  if (databaseUrl) return undefined
  const [port, owner, app] = await Promise.all(
    ['postgres.port', 'owner.password', 'app.password'].map((name) => kept(dataDir, name)),
  )
  if (!port || !owner || !app) return undefined
  const url = (user: string, secret: string): string => `postgres://${user}:${secret}@127.0.0.1:${port}/postgres`
  const client = new pg.Client({ connectionString: url('gs_app', app), connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
  } catch {
    return undefined
  }
  return { ownerUrl: url(OWNER, owner), appUrl: url('gs_app', app), stop: () => Promise.resolve() }
}

/**
 * The database for a command of the shell: the one that runs already, else it is started (or the operator's is
 * checked) and brought up to date. `stop` ends what this call began and nothing else.
 */
export const attachDatabase = async (env: Env): Promise<OpenedDatabase> =>
  (await runningServer(env)) ?? openDatabase(env, QUEUES)
