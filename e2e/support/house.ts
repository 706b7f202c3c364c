import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { portIsFree } from '@gs/runtime/embedded'

/** The whole product at work on ports and in a folder of its own. */
export interface House {
  readonly web: string
  readonly admin: string
  readonly dataDir: string
  /** Ends everything and starts it again on the same data, on another civil day. */
  restart(settings: HouseSettings): Promise<void>
  /** Ends everything; the data goes too. */
  readonly close: () => Promise<void>
}

export interface HouseSettings {
  /** The fixed civil day. */
  readonly today: string
  readonly limits?: 'on' | 'off'
}

/** The one password of every account of the demo, in tests. */
export const PASSWORD = 'walking-house-of-cards'

const ROOT = resolve(import.meta.dirname, '../..')
const PATIENCE_MS = 240_000

/** Starts the product as `npm start` does, with the demo, on an empty folder. */
export async function openHouse(settings: HouseSettings): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gs-house-'))
  // As root the database runs as a user of its own, who must be able to enter.
  await chmod(dataDir, 0o755)
  const [portWeb, portAdmin] = await freePorts()
  const begin = (wanted: HouseSettings): Promise<ChildProcess> =>
    launch({
      DATA_DIR: dataDir,
      PORT_WEB: String(portWeb),
      PORT_ADMIN: String(portAdmin),
      GS_SEED: 'demo',
      GS_TODAY: wanted.today,
      GS_LIMITS: wanted.limits ?? 'off',
      GS_DEMO_PASSWORD: PASSWORD,
    })
  let process_ = await begin(settings)
  return {
    web: `http://localhost:${portWeb}`,
    admin: `http://localhost:${portAdmin}`,
    dataDir,
    async restart(wanted) {
      await end(process_)
      process_ = await begin(wanted)
    },
    async close() {
      await end(process_)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Below those that databases take, so many for each worker of a run. */
const FIRST_PORT = 10_000
const PORTS_EACH = 2000

/** Two free ports that no other house of this run takes, neither now nor while this one begins to listen. */
async function freePorts(): Promise<readonly [number, number]> {
  // The house that all specs share is opened before there is a worker.
  const first = FIRST_PORT + (Number(process.env.TEST_PARALLEL_INDEX ?? -1) + 1) * PORTS_EACH
  for (let tries = 0; tries < 100; tries += 1) {
    const port = first + 2 * Math.floor((Math.random() * PORTS_EACH) / 2)
    if ((await portIsFree(port)) && (await portIsFree(port + 1))) return [port, port + 1]
  }
  throw new Error(`no two free ports from ${first} on`)
}

function launch(settings: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const { DATABASE_URL, DATABASE_APP_URL, URL_WEB, URL_ADMIN, npm_lifecycle_event, ...inherited } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env: { ...inherited, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-8000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return new Promise((settle, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${said}`)), PATIENCE_MS)
    child.once('message', () => {
      clearTimeout(late)
      settle(child)
    })
    child.once('exit', () => reject(new Error(`the product did not start:\n${said}`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle()
    child.once('exit', () => settle())
    child.kill('SIGTERM')
  })
}
