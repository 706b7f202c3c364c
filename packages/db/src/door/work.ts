import { createHash } from 'node:crypto'
import { type Day, formatDay, type PersonId } from '@gs/domain'
import type { Transaction } from '../connection/database.ts'
import { type Arguments, type Call, callOf } from './call.ts'
import { reachText, type Scope } from './scope.ts'

export interface Command extends Scope {
  readonly name: string
  /** The idempotency key: same key and body, same answer; another body is refused. */
  readonly key: string
  /** What the key stands for, with the actor; its hash is kept, not its content. */
  readonly body: unknown
  readonly requestId?: string | undefined
  /** The civil day on which this is known. */
  readonly knownOn: Day
  /** Whose ledger the command writes to: its head row is locked as the command opens. */
  readonly ledger?: PersonId | undefined
  /** Called in the trip of the opening, behind the key: for what the work is judged by. */
  readonly first?: Call | undefined
}

/** One change as the trail tells it. */
export interface AuditEvent {
  readonly id: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly personId?: PersonId | undefined
  readonly reason?: string | undefined
  readonly before?: unknown
  readonly after?: unknown
}

/** The end of a person's chain of entries: number and hash of the last one. */
export interface LedgerHead {
  readonly seq: number
  readonly hash: Buffer
}

/** A ledger that a command writes to: its locked head, and what `app.person_ground` answers behind the lock. */
export interface LockedLedger extends LedgerHead {
  readonly ground: unknown
}

export interface CommandWork {
  readonly tx: Transaction
  /** The ledger that the command writes to; absent where the scope does not reach its person. */
  readonly ledger: LockedLedger | undefined
  /** What the command's `first` answered. */
  readonly first: unknown
  /**
   * Calls a function of the database with the closing, in its statement: for what the work need not see the answer of
   * and what needs none of the others that are called so.
   */
  atEnd(name: `app.${string}`, args: Arguments): void
  /** Adds an event to the trail; at least one is owed by every command. */
  readonly audit: (event: AuditEvent) => void
}

const hashOf = (command: Command): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([command.name, command.body, command.personId ?? null]))
    .digest()

/** What a command is opened with. */
export const openingArguments = (command: Command): Arguments => [
  command.orgId,
  command.personId ?? '',
  reachText(command),
  command.ledger ?? null,
  command.key,
  command.name,
  `\\x${hashOf(command).toString('hex')}`,
]

/** An opened command whose key is new; with the locked head of its ledger where it has one in reach. */
export type NewCommand =
  | { readonly state: 'new'; readonly seq?: undefined; readonly hash?: undefined }
  | { readonly state: 'new'; readonly seq: number; readonly hash: string; readonly ground: unknown }

export interface Worked<T> {
  readonly answer: T
  /** Calls that close the command: what was left to the end, the trail, the kept answer. */
  readonly closing: readonly string[]
}

/** Does the work of an opened command. */
export async function workOf<T>(
  command: Command,
  work: (door: CommandWork) => Promise<T>,
  { tx, first, ...opened }: NewCommand & { readonly tx: Transaction; readonly first?: unknown },
): Promise<Worked<T>> {
  const events: AuditEvent[] = []
  const calls: string[] = []
  const ledger = opened.hash === undefined ? undefined : { ...opened, hash: Buffer.from(opened.hash, 'hex') }
  const answer = await work({
    tx,
    ledger,
    first,
    audit: (event) => events.push(event),
    atEnd: (name, args) => calls.push(callOf(name, args)),
  })
  if (events.length === 0) throw new Error(`command ${command.name} left no audit event`)
  return { answer, closing: [...calls, callOf('app.close_command', closingArguments(command, events, answer))] }
}

function closingArguments(command: Command, events: readonly AuditEvent[], answer: unknown): Arguments {
  const rows = events.map((event) => ({
    id: event.id,
    action: event.action,
    person_id: event.personId ?? null,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    reason: event.reason ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
  }))
  return [
    command.orgId,
    command.key,
    command.personId ?? null,
    command.requestId ?? null,
    formatDay(command.knownOn),
    JSON.stringify(rows),
    JSON.stringify({ value: answer ?? null }),
  ]
}
