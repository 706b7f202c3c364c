import { resolve } from 'node:path'
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

/** What a process runs until it is asked to end. */
export interface Running {
  stop(): Promise<void>
}

/**
 * Runs a long-lived process: begins it, says `ready` to a parent that waits, and stops it once at SIGTERM, SIGINT, or
 * when the parent is gone (it was killed: we must not outlive it). What an operator can mend is one line and status 1.
 */
export async function runProcess(begin: (env: Env) => Promise<Running>): Promise<void> {
  const asked = askedToEnd()
  const running = await begin(envOrExit()).catch(exitWithFault)
  process.send?.({ ready: true })
  await asked
  await running.stop().catch((error: unknown) => process.stderr.write(`While stopping: ${messageOf(error)}\n`))
  process.exit(0)
}

function askedToEnd(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => settle())
    if (process.send) process.once('disconnect', () => settle())
  })
}

/** Ends the process: an operator's fault in one line, anything else with its stack. */
export function exitWithFault(error: unknown): never {
  const known = error instanceof OperatorFault
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${known ? messageOf(error) : stack}\n`)
  process.exit(1)
}
