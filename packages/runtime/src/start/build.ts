import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { freemem } from 'node:os'
import { join, relative } from 'node:path'
import { signal } from '../embedded/processes.ts'
import { OperatorFault } from '../fault.ts'
import { CHECKOUT, type Closers } from '../process/index.ts'
import { step } from './progress.ts'

const APPS = ['web', 'admin'] as const
type App = (typeof APPS)[number]

/** What ends up in an app's bundle; the database, the use cases and the API do not. */
const SHARED = ['packages/ui', 'packages/domain', 'packages/lobby', 'package-lock.json', 'tsconfig.base.json']
/** `next-env.d.ts` is made by the build itself. */
const LEFT_OUT = new Set(['node_modules', '.next', 'server', 'next-env.d.ts'])
const TWO_AT_ONCE_BYTES = 2_500_000_000

/** Builds the pages of both apps where their sources have changed since the last build. */
export async function buildApps(closers: Closers): Promise<void> {
  const running = new Set<ChildProcess>()
  await closers.add(async () => running.forEach(endGroup))
  const states = await Promise.all(
    APPS.map(async (app) => ({ app, hash: await hashOf(app), built: await builtHash(app) })),
  )
  const due = states.filter(({ hash, built }) => hash !== built)
  const build = ({ app, hash }: (typeof due)[number]): Promise<void> =>
    step(`building the ${app === 'web' ? 'portal' : 'console'}`, () => buildApp({ app, hash, running }))
  if (freemem() > TWO_AT_ONCE_BYTES) await Promise.all(due.map(build))
  else for (const each of due) await build(each)
}

const markOf = (app: App): string => join(CHECKOUT, 'apps', app, '.next', 'sources.sha256')
const builtHash = (app: App): Promise<string | undefined> => readFile(markOf(app), 'utf8').catch(() => undefined)

async function hashOf(app: App): Promise<string> {
  const lists = await Promise.all([join('apps', app), ...SHARED].map((path) => filesBelow(join(CHECKOUT, path))))
  const hash = createHash('sha256')
  for (const file of lists.flat().sort()) {
    hash.update(`${relative(CHECKOUT, file)}\n`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const below = entries.map((entry) => {
    if (LEFT_OUT.has(entry.name) || entry.name.includes('.test.') || entry.name.endsWith('.tsbuildinfo')) return []
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(inner) : entry.isFile() ? [inner] : []
  })
  return (await Promise.all(below)).flat()
}

interface Build {
  readonly app: App
  readonly hash: string
  readonly running: Set<ChildProcess>
}

/** The build works in several processes; they are one group. */
function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) signal(-pid, 'SIGKILL')
}

async function buildApp({ app, hash, running }: Build): Promise<void> {
  const output = await runNextBuild(join(CHECKOUT, 'apps', app), running)
  if (output !== undefined) throw new OperatorFault(`The build of apps/${app} failed:\n${output}`)
  await writeFile(markOf(app), hash)
}

/** Nothing where it went well, else what the build said. */
function runNextBuild(folder: string, running: Set<ChildProcess>): Promise<string | undefined> {
  const next = join(CHECKOUT, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  running.add(child)
  let said = ''
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-8000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) =>
    child.once('close', (code) => {
      running.delete(child)
      resolve(code === 0 ? undefined : said || 'no output')
    }),
  )
}
