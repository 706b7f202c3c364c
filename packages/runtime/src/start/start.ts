import { openDataDir, portIsFree } from '../embedded/index.ts'
import type { Env } from '../env.ts'
import { OperatorFault } from '../fault.ts'
import { type Closers, runProcess } from '../process/index.ts'
import { QUEUES } from '../queue/index.ts'
import { buildApps } from './build.ts'
import { type Child, startChild } from './child.ts'
import { type OpenedDatabase, openDatabase } from './database.ts'
import { demoPassword, signInLines } from './demo.ts'
import { say, step } from './progress.ts'
import { untilReady } from './ready.ts'
import { type ProcessRecord, takeFolder } from './record.ts'
import { seedIfEmpty, tellOfNewPacks } from './seed.ts'

/** `npm start`: everything from the database to the printed addresses, until it is asked to end. */
export const start = (): Promise<void> => runProcess(begin)

async function begin(env: Env, closers: Closers): Promise<void> {
  const since = performance.now()
  await openDataDir(env.dataDir)
  const record = await takeFolder(env.dataDir)
  await closers.add(record.clear)
  await portsAreFree(env)
  // The build needs no database, and the database no build.
  const [database] = await Promise.all([prepareDatabase(env, closers), buildApps(closers)])
  const children = await step('starting portal, console and worker', () => startAll(env, { database, record, closers }))
  await greet(env, performance.now() - since)
  for (const { lost } of children) {
    void lost.then((reason) => {
      if (!reason) return
      process.stderr.write(`${reason}: see its log in ${env.dataDir}.\n`)
      process.exitCode = 1
      process.kill(process.pid, 'SIGTERM')
    })
  }
}

async function portsAreFree({ portWeb, portAdmin }: Env): Promise<void> {
  for (const [variable, port] of [
    ['PORT_WEB', portWeb],
    ['PORT_ADMIN', portAdmin],
  ] as const) {
    if (!(await portIsFree(port, '::')) && !(await portIsFree(port, '0.0.0.0')))
      throw new OperatorFault(`Port ${port} is taken: end what listens there, or set ${variable} to another.`)
  }
}

async function prepareDatabase(env: Env, closers: Closers): Promise<OpenedDatabase> {
  const database = await step('starting and migrating the database', () => openDatabase(env, QUEUES))
  await closers.add(database.stop)
  const opened = { ...env, databaseAppUrl: database.appUrl }
  if (env.seed === 'demo') await seedIfEmpty(opened)
  await tellOfNewPacks(opened)
  return database
}

interface Serving {
  readonly database: OpenedDatabase
  readonly record: ProcessRecord
  readonly closers: Closers
}

async function startAll(env: Env, { database, record, closers }: Serving): Promise<readonly Child[]> {
  const settings = {
    DATA_DIR: env.dataDir,
    DATABASE_APP_URL: database.appUrl,
    DATABASE_URL: '',
    GS_SEED: env.seed,
  }
  const run = async (name: string, entry: string): Promise<Child> => {
    const child = await startChild({ name, entry, env: settings, dataDir: env.dataDir, record })
    await closers.add(child.stop)
    return child
  }
  const children = await Promise.all([
    run('portal', 'apps/web/server.ts'),
    run('console', 'apps/admin/server.ts'),
    run('worker', 'apps/worker/src/main.ts'),
  ])
  await Promise.all([untilReady('portal', env.portWeb), untilReady('console', env.portAdmin)])
  return children
}

/** Tells where the apps are and how to sign in. */
async function greet(env: Env, milliseconds: number): Promise<void> {
  say(`\n  Ready in ${(milliseconds / 1000).toFixed(1)} s.`)
  say(`    Portal   ${env.urlWeb}`)
  say(`    Console  ${env.urlAdmin}`)
  if (env.seed === 'demo') for (const line of signInLines(await demoPassword(env))) say(line)
  say('  Ctrl-C stops everything.')
}
