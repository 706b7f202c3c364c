import type { Database, Transaction } from '@gs/db'
import type { Day } from '@gs/domain'
import type { Hasher } from './hashing.ts'
import type { Limits } from './limits.ts'
import type { App } from './session-policy.ts'

/** What sign-in needs of the ports of the use cases; whoever fits those fits these. */
export interface Clock {
  readonly today: (zone?: string) => Day
  readonly now: () => Date
}

export interface Ids {
  readonly next: () => string
  readonly secret: () => string
}

export interface JobQueue {
  enqueue(tx: Transaction, job: { name: string; data: Readonly<Record<string, unknown>>; key?: string }): Promise<void>
}

/** What every part of this package works with. */
export interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly queue: JobQueue
  readonly hasher: Hasher
  readonly limits: Limits
  readonly app: App
}

/** From where a request comes. */
export interface Visitor {
  /** Network address, for limits. */
  readonly address: string
  readonly userAgent: string
}
