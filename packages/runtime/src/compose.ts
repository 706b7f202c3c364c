import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeDatabase, createDatabase, type Database, migrationsPending } from '@gs/db'
import type { Deps, Mailer } from '@gs/services'
import { systemClock } from './adapters/clock.ts'
import { folderFileStore } from './adapters/files.ts'
import { uuidv7Ids } from './adapters/ids.ts'
import { jsonLogger } from './adapters/log.ts'
import { smtpMailer } from './adapters/mail.ts'
import { type Env, isLoopback } from './env.ts'
import { messageOf, OperatorFault } from './fault.ts'
import { openQueue, type Queue } from './queue/index.ts'
import { keptSecret } from './secret-file.ts'
import { plannerPool } from './solver/pool.ts'

/** Every port of the use cases on its real adapter; made once a process. */
export interface Runtime extends Deps {
  readonly env: Env
  /** Nothing: mails are kept where the use cases write them, and none leaves the machine. */
  readonly mailer: Mailer | undefined
  /** Seals sessions and signs what leaves the product; made and kept in the data folder where the operator set none. */
  readonly secret: string
  readonly queue: Queue
  readonly readiness: () => Promise<Readiness>
  readonly stop: () => Promise<void>
}

/** What `/readyz` says; ready when all three are. */
export interface Readiness {
  readonly database: boolean
  readonly migrations: boolean
  readonly queue: boolean
}

export interface ComposeOptions {
  /** Which process this is: stands in the log and in PostgreSQL's list of connections. */
  readonly name: string
  /** The worker runs the queue's own upkeep. */
  readonly worker?: boolean
  readonly poolSize?: number
}

/** Threads that plan, in each process; the first is begun when the first plan is asked for. */
const PLANNING_THREADS = 2

/** The composition root. Faults (one line) where the environment names no database or it does not answer. */
export async function compose(env: Env, options: ComposeOptions): Promise<Runtime> {
  const url = env.databaseAppUrl
  if (!url) throw new OperatorFault('DATABASE_APP_URL is not set: npm start sets it for its apps.')
  const logger = jsonLogger(env.logLevel, options.name)
  const database = createDatabase(url, {
    applicationName: `good-standing-${options.name}`,
    max: options.poolSize ?? 12,
  })
  const queue = await openQueue({ url, log: logger, worker: options.worker ?? false }).catch((error: unknown) => {
    throw new OperatorFault(`The database does not answer: ${messageOf(error)}`)
  })
  const planner = plannerPool({ threads: PLANNING_THREADS })
  return {
    env,
    database,
    clock: systemClock(env.today),
    ids: uuidv7Ids(),
    logger,
    mailer: env.smtpUrl ? smtpMailer(env.smtpUrl) : undefined,
    // They hold links that sign in: shown where the whole house is a demo on this machine.
    mailBodies: env.seed === 'demo' && isLoopback(env.urlAdmin),
    secret: env.authSecret ?? (await keptSecret(join(env.dataDir, 'auth.secret'))),
    files: folderFileStore(filesFolder(env)),
    queue,
    planner,
    readiness: () => readinessOf(database, queue),
    async stop() {
      await planner.stop()
      await queue.stop()
      await closeDatabase(database)
    },
  }
}

/** Where files are kept: `FILES_URL`, else beside the database. */
export const filesFolder = (env: Env): string =>
  env.filesUrl ? fileURLToPath(env.filesUrl) : join(env.dataDir, 'files')

async function readinessOf(database: Database, queue: Queue): Promise<Readiness> {
  const pending = await migrationsPending(database).catch(() => undefined)
  return {
    database: pending !== undefined,
    migrations: pending?.length === 0,
    queue: await queue.ready(),
  }
}
