import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { OperatorFault } from '../fault.ts'
import { CHECKOUT } from '../process/index.ts'
import { warn } from './progress.ts'
import type { ProcessRecord } from './record.ts'

export interface ChildSpec {
  readonly name: string
  /** Path of its entry inside the checkout. */
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  readonly dataDir: string
  readonly record: ProcessRecord
}

export interface Child {
  /** Settles when it can no longer be kept alive. */
  readonly lost: Promise<string>
  readonly stop: () => Promise<void>
}

const RESTARTS = 5
const RESTART_WINDOW_MS = 60_000
const STOP_MS = 15_000
/**
 * Megabytes. Left alone, the engine collects late on a machine with much memory: a console under load grew to 600 MB of
 * which 100 were in use. With so small a limit it would look at all that is in use whenever a third has come to it, which
 * under load is every second: it waits for two fifths.
 */
const HEAP = ['--max-old-space-size=256', '--max-semi-space-size=16', '--heap-growing-percent=40']

/**
 * Starts a process of the product and waits until it says that it is ready. One that dies is started again, at most
 * five times a minute. What it writes goes to `<name>.log` in the data folder.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  const log = createWriteStream(join(spec.dataDir, `${spec.name}.log`), { flags: 'a', mode: 0o600 })
  log.on('error', () => undefined)
  let stopping = false
  let current = await launch(spec, log)
  const lost = (async (): Promise<string> => {
    const deaths: number[] = []
    for (;;) {
      await exited(current)
      if (stopping) return ''
      const now = performance.now()
      deaths.push(now)
      if (deaths.filter((at) => now - at < RESTART_WINDOW_MS).length > RESTARTS) return `${spec.name} keeps dying`
      warn(`  ! ${spec.name} ended unexpectedly; starting it again`)
      current = await launch(spec, log).catch(() => current)
    }
  })()
  return {
    lost,
    async stop() {
      stopping = true
      const cut = setTimeout(() => current.kill('SIGKILL'), STOP_MS)
      current.kill('SIGTERM')
      await exited(current)
      clearTimeout(cut)
      log.end()
    },
  }
}

async function launch(spec: ChildSpec, log: WriteStream): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...HEAP, join(CHECKOUT, spec.entry)], {
    cwd: CHECKOUT,
    env: { ...process.env, ...spec.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal reaches us alone: we end the processes in order, the database last.
    detached: true,
  })
  let said = ''
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-8000)
  })
  if (child.pid !== undefined) await spec.record.add(spec.name, child.pid)
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('error', (error) => reject(new OperatorFault(`The ${spec.name} could not be started: ${error.message}`)))
    child.once('exit', (code) =>
      reject(new OperatorFault(reasonIn(said) ?? `The ${spec.name} ended at once (${code}).`)),
    )
  })
  return child
}

/** The line of what a process wrote last that says why it ended: that of its error, else the last one. */
function reasonIn(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  return lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1)
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
