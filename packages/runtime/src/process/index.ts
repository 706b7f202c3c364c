import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Env, readEnv } from '../env.ts'
import { messageOf, OperatorFault } from '../fault.ts'

/** The checkout: relative folders of the environment are taken from it, wherever a process was started. */
export const CHECKOUT = resolve(import.meta.dirname, '../../../..')

/** The environment of this process; where it is wrong, one line a variable on standard error and the end with status 1. */
export function envOrExit(): Env {
  const read = readEnv(process.env, CHECKOUT)
  if (read.ok) return read.value
  for (const fault of read.error) process.stderr.write(`${fault.variable} ${fault.message}.\n`)
  process.exit(1)
}

/** What has to be ended again, in the reverse order of its beginning. */
export interface Closers {
  /** Registers; runs at once where the end has begun meanwhile. */
  add(close: () => Promise<void>): Promise<void>
}

type Close = () => Promise<void>

class Stack implements Closers {
  private readonly open: Close[] = []
  private closing = false

  async add(close: Close): Promise<void> {
    this.open.push(close)
    if (!this.closing) return
    await this.closeAll()
    throw new OperatorFault('Stopped.')
  }

  async closeAll(): Promise<void> {
    this.closing = true
    for (let close = this.open.pop(); close; close = this.open.pop())
      await close().catch((error: unknown) => process.stderr.write(`While stopping: ${messageOf(error)}\n`))
  }
}

/** How long a beginning that was interrupted may take to notice. */
const NOTICE_MS = 20_000

/**
 * Runs a long-lived process: begins it, says `ready` to a parent that waits, and ends it once at SIGTERM, SIGINT, SIGHUP
 * or when the parent is gone (it was killed: we must not outlive it), in the middle of its beginning too. What an
 * operator can mend is one line and status 1.
 */
export async function runProcess(begin: (env: Env, closers: Closers) => Promise<void>): Promise<void> {
  const asked = askedToEnd()
  const closers = new Stack()
  const began = begin(envOrExit(), closers)
  const served = began.then(() => {
    process.send?.({ ready: true })
    return asked
  })
  const fault = await Promise.race([asked, served]).then(nothing, (error: unknown) => ({ error }))
  await closers.closeAll()
  await Promise.race([began.catch(nothing), wait(NOTICE_MS)])
  if (fault) exitWithFault(fault.error)
  process.exit(0)
}

const nothing = (): undefined => undefined

function askedToEnd(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => settle())
    if (process.send) process.once('disconnect', () => settle())
    else if (process.env.npm_lifecycle_event) whenOrphaned(settle)
  })
}

/** npm itself was killed: nobody could end us any more by ending it. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) then()
  }, 1000).unref()
}

/** Ends the process: an operator's fault in one line, anything else with its stack. */
export function exitWithFault(error: unknown): never {
  const known = error instanceof OperatorFault
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${known ? error.message : stack}\n`)
  process.exit(1)
}
