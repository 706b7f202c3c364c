import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export interface Product {
  readonly web: string
  readonly admin: string
  readonly password: string
  /** The application's own role on the embedded server. */
  readonly appUrl: string
  readonly ownerUrl: string
  /** Resident memory of each process of the product, in MB, by its command. */
  memory(): readonly { readonly process: string; readonly mb: number }[]
  readonly stop: () => Promise<void>
}

const PORT_WEB = 13_100
const PORT_ADMIN = 13_101
const READY = /ready/i

/** Starts the whole product from the checkout with the demo and more people, in a data folder of its own. */
export async function startProduct(people: number): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gs-bench-'))
  chmodSync(dataDir, 0o755)
  const password = 'bench-password-of-the-demo'
  const env = {
    ...process.env,
    PORT_WEB: String(PORT_WEB),
    PORT_ADMIN: String(PORT_ADMIN),
    DATA_DIR: dataDir,
    GS_SEED: 'demo',
    GS_LIMITS: 'off',
    GS_DEMO_PASSWORD: password,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await ready(child)
  if (people > 0) {
    const seeded = spawnSync(process.execPath, ['apps/cli/src/main.ts', 'seed', '--people', String(people)], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    })
    if (seeded.status !== 0) throw new Error('the population could not be added')
  }
  const kept = (name: string): string => readFileSync(join(dataDir, name), 'utf8').trim()
  const url = (user: string, secret: string): string =>
    `postgres://${user}:${secret}@127.0.0.1:${kept('postgres.port')}/postgres`
  return {
    web: `http://localhost:${PORT_WEB}`,
    admin: `http://localhost:${PORT_ADMIN}`,
    password,
    appUrl: url('gs_app', kept('app.password')),
    ownerUrl: url('gs_owner', kept('owner.password')),
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      if (chunk.includes('trainer@demo.test') || READY.test(chunk.toString())) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the product ended with status ${code}`)))
  })
}

function memoryOf(starter: number): { process: string; mb: number }[] {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).stdout
  const rows = listed
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match ? [{ pid: Number(match[1]), parent: Number(match[2]), rss: Number(match[3]), args: match[4] ?? '' }] : [],
    )
  const below = (pid: number): typeof rows =>
    rows.filter((row) => row.parent === pid).flatMap((row) => [row, ...below(row.pid)])
  return below(starter)
    .filter((row) => !row.args.includes('postgres'))
    .map((row) => ({ process: row.args.split('/').slice(-3).join('/'), mb: Math.round(row.rss / 1024) }))
}
