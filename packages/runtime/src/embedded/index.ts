import { existsSync } from 'node:fs'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OperatorFault, systemCode } from '../fault.ts'
import { keptSecret } from '../secret-file.ts'
import { assertEnterable, serverAccount } from './account.ts'
import { postgresHome } from './binaries.ts'
import { initialiseCluster, OWNER } from './initialise.ts'
import { endOrphans } from './orphans.ts'
import { keptPort } from './port.ts'
import { startServer, stopServer } from './server.ts'

export { portIsFree } from './port.ts'
export { isAlive, processesIn, signal, startMark, within } from './processes.ts'

export interface EmbeddedDatabase {
  /** For migrations only: this role owns everything. */
  readonly ownerUrl: string
  /** For the product: this role owns nothing and cannot pass row-level security. The migration makes it. */
  readonly appUrl: string
  readonly appPassword: string
  readonly port: number
  /** Settles when the server has ended without being asked to. */
  readonly crashed: Promise<void>
  readonly stop: () => Promise<void>
}

const DATABASE = 'postgres'
const APP_ROLE = 'gs_app'
// A first start writes about 60 MB; below this the server would die in the middle of its first checkpoint.
const LEAST_FREE_BYTES = 150_000_000

/**
 * Starts the PostgreSQL that comes with npm on the loopback, with its data under `dataDir`; ends orphans of a killed start
 * first. Throws `OperatorFault` with one line for whatever the operator can mend.
 */
export async function startEmbedded(dataDir: string, options: { durable?: boolean } = {}): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir)
  await openDataDir(folder)
  const account = serverAccount()
  const home = await postgresHome()
  assertEnterable(folder, account)
  assertEnterable(join(home, 'bin'), account)
  const cluster = join(folder, 'postgres')
  const password = await keptSecret(join(folder, 'owner.password'))
  const appPassword = await keptSecret(join(folder, 'app.password'))
  await endOrphans(cluster)
  await initialiseCluster({ home, dataDir: folder, cluster, password, account })
  const port = await keptPort(join(folder, 'postgres.port'))
  const logFile = join(folder, 'postgres.log')
  const child = await startServer({ home, cluster, port, logFile, account, durable: options.durable ?? true })
  const url = (user: string, secret: string): string => `postgres://${user}:${secret}@127.0.0.1:${port}/${DATABASE}`
  return {
    ownerUrl: url(OWNER, password),
    appUrl: url(APP_ROLE, appPassword),
    appPassword,
    port,
    crashed: new Promise((settle) => child.once('exit', () => settle())),
    stop: () => stopServer(child, cluster),
  }
}

// One after the other: where a file system takes no folder, `recursive` tries for ever.
async function makeFolders(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeFolders(dirname(folder))
  await mkdir(folder)
}

/** Makes the data folder and proves that it can be written to and has room. One line where not. */
export async function openDataDir(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await makeFolders(folder)
    await writeFile(probe, 'x')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOSPC') throw new OperatorFault(`The data folder ${folder} is full.`)
    throw new OperatorFault(`The data folder ${folder} cannot be written to (${code}): set DATA_DIR to one that can.`)
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw new OperatorFault(
      `The data folder ${folder} is full: ${Math.floor((bavail * bsize) / 1e6)} MB free, ${LEAST_FREE_BYTES / 1e6} MB needed.`,
    )
}
