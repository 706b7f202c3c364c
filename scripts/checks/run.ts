import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface Outcome {
  readonly code: number
  /** What it wrote, on either channel; the end of it where it was much. */
  readonly said: string
}

const KEPT = 60_000

/** Runs a program of the repository's own tools until it ends. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-KEPT)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const passOn = (): boolean => child.kill('SIGTERM')
  process.once('SIGTERM', passOn)
  return new Promise((settle) => {
    child.once('error', (error) => settle({ code: 1, said: error.message }))
    child.once('close', (code) => {
      process.off('SIGTERM', passOn)
      settle({ code: code ?? 1, said })
    })
  })
}
