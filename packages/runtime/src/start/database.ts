import { join } from 'node:path'
import { migrate, serverVersion } from '@gs/db'
import { openDataDir, startEmbedded } from '../embedded/index.ts'
import type { Env } from '../env.ts'
import { messageOf, OperatorFault } from '../fault.ts'
import { prepareQueue } from '../queue/index.ts'
import { keptSecret } from '../secret-file.ts'
import { warn } from './progress.ts'
import { judgeVersion } from './version.ts'

/** A database brought up to date, with the address of each of its two roles. */
export interface OpenedDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly stop: () => Promise<void>
}

/** Starts the embedded server or checks the operator's own, and migrates it. One line for what is wrong. */
export async function openDatabase(env: Env, queues: readonly string[]): Promise<OpenedDatabase> {
  const opened = env.databaseUrl ? await operatorsDatabase(env, env.databaseUrl) : await embeddedDatabase(env)
  try {
    await migrate(opened.ownerUrl, { appPassword: decodeURIComponent(new URL(opened.appUrl).password) })
    await prepareQueue(opened.ownerUrl, queues)
  } catch (error) {
    await opened.stop()
    throw new OperatorFault(`The database could not be brought up to date: ${messageOf(error)}`)
  }
  return opened
}

/**
 * The embedded server, started again when it dies: a crash of it costs the requests of a moment, and nothing that was
 * acknowledged.
 */
async function embeddedDatabase(env: Env): Promise<OpenedDatabase> {
  let stopping = false
  let server = await startEmbedded(env.dataDir)
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.crashed
      if (stopping) return
      warn('  ! the database ended unexpectedly; starting it again')
      server = await startEmbedded(env.dataDir)
    }
  }
  const watching = watch().catch((error: unknown) => warn(`  ! ${messageOf(error)}`))
  return {
    ownerUrl: server.ownerUrl,
    appUrl: env.databaseAppUrl ?? server.appUrl,
    async stop() {
      stopping = true
      await server.stop()
      await watching
    },
  }
}

async function operatorsDatabase(env: Env, ownerUrl: string): Promise<OpenedDatabase> {
  await openDataDir(env.dataDir)
  await checkVersion(ownerUrl)
  const password = await keptSecret(join(env.dataDir, 'app.password'))
  return { ownerUrl, appUrl: env.databaseAppUrl ?? appUrlOf(ownerUrl, password), stop: () => Promise.resolve() }
}

/** The same server and database, as the role that owns nothing. */
function appUrlOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = 'gs_app'
  url.password = password
  return url.href
}

async function checkVersion(url: string): Promise<void> {
  const version = await serverVersion(url).catch((error: unknown) => {
    throw new OperatorFault(`DATABASE_URL cannot be reached: ${messageOf(error)}`)
  })
  const { verdict, line } = judgeVersion(version)
  if (verdict === 'refuse') throw new OperatorFault(line)
  if (verdict === 'advise') warn(`  ! ${line}`)
}
