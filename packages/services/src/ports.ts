import type { Transaction } from '@gs/db'
import type { Day } from '@gs/domain'
import type { PlanAnswer, PlanTask } from '@gs/domain/planner'

/** What the use cases need from outside; `runtime` implements these, tests may fake them. */

export interface Clock {
  /** The civil day in a zone (default: the organisation-neutral zone of the server); fixed where a demo sets one. */
  readonly today: (zone?: string) => Day
  readonly now: () => Date
}

export interface Ids {
  /** A UUID of version 7. */
  readonly next: () => string
  /** A random token of at least 128 bits, URL-safe. */
  readonly secret: () => string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Where a mail program posts its one click against further mails of this kind (RFC 8058). */
  readonly unsubscribe?: string | undefined
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

export interface StoredFile {
  readonly key: string
  readonly bytes: number
  readonly sha256: string
}

export interface FileStore {
  put(content: Uint8Array): Promise<StoredFile>
  get(key: string): Promise<Uint8Array>
}

/** Jobs are written in the transaction of their cause, so that neither exists without the other. */
export interface JobQueue {
  enqueue(tx: Transaction, job: Job): Promise<void>
}

export interface Job {
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
  /** Two jobs of one name and key are one. */
  readonly key?: string
  readonly startAfter?: Date
}

/** Plans on a thread of its own, so that whoever asks waits and nobody else does. */
export interface Planner {
  /** Rejects where the signal cancels it, where too many wait already (`PlannerBusy`), or where the thread is lost. */
  solve(task: PlanTask, signal?: AbortSignal): Promise<PlanAnswer>
}

/** More wait for a plan than will be served in good time. */
export class PlannerBusy extends Error {
  constructor() {
    super('too many wait for a plan')
    this.name = 'PlannerBusy'
  }
}

export interface Logger {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
