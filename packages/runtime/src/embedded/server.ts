import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { OperatorFault, systemCode } from '../fault.ts'
import type { ServerAccount } from './account.ts'
import { firstError } from './initialise.ts'
import { isAlive, processesIn, signal, within } from './processes.ts'

export interface ServerStart {
  readonly home: string
  readonly cluster: string
  readonly port: number
  readonly logFile: string
  readonly account: ServerAccount | undefined
  /** Off for tests only: a crash of the machine may then lose the data. */
  readonly durable: boolean
}

const READY = 'database system is ready to accept connections'
const LOG_KEPT = 4000

/** Starts the server in a process group of its own (a Ctrl-C in the terminal must reach us first, not it) and waits until it is ready. */
export async function startServer(start: ServerStart): Promise<ChildProcess> {
  const child = spawn(join(start.home, 'bin', 'postgres'), flags(start), {
    cwd: start.cluster,
    detached: true,
    env: { LC_ALL: 'C', NODE_ENV: 'production', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...start.account,
  })
  const log = createWriteStream(start.logFile, { flags: 'a', mode: 0o600 })
  log.on('error', () => undefined)
  child.stderr?.pipe(log)
  await ready(child)
  return child
}

function flags(start: ServerStart): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(start.port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    work_mem: '16MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(start.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return ['-D', start.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-LOG_KEPT)
      if (said.includes(READY)) settle(resolve)
    }
    const settle = (then: () => void): void => {
      child.stderr?.off('data', listen)
      child.removeAllListeners('error')
      child.off('exit', ended)
      then()
    }
    const ended = (): void => settle(() => reject(new OperatorFault(`The database did not start: ${firstError(said)}`)))
    child.stderr?.on('data', listen)
    child.once('error', (error) => reject(new OperatorFault(`PostgreSQL could not be run (${systemCode(error)}).`)))
    child.once('exit', ended)
  })
}

/** Fast shutdown (open transactions are rolled back), by force after 20 s; returns when every process of it is gone. */
export async function stopServer(child: ChildProcess, cluster: string): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  const gone = (): boolean => !isAlive(pid) && processesIn(cluster).length === 0
  signal(pid, 'SIGINT')
  if (await within(20_000, gone)) return
  for (const each of [pid, ...processesIn(cluster)]) signal(each, 'SIGKILL')
  await within(5_000, gone)
}
