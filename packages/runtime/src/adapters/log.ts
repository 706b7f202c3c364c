import type { Logger } from '@gs/services'
import { pino } from 'pino'
import type { Env } from '../env.ts'

/** One JSON line an event on standard output. No addresses, tokens or answers go in: ids only. */
export function jsonLogger(level: Env['logLevel'], name: string): Logger {
  return pino({
    name,
    level,
    base: { name },
    redact: { paths: ['password', 'token', 'secret', 'cookie', 'email'], remove: true },
  })
}
