import { createHash } from 'node:crypto'
import { type Day, formatDay, type PersonId } from '@gs/domain'
import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { type Arguments, type Call, callOf } from './call.ts'
import { CommandConflict } from './conflict.ts'
import { rollBack } from './read.ts'
import { reachText, type Scope } from './scope.ts'

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

/**
 * The only door for writes: one transaction with the scope set locally, the idempotency key, the work, its audit
 * events and (through the ports that the work uses) its jobs. The answer must be plain JSON: it is kept with the key
 * and given again to a repeated call. Opening and closing are one trip each, so that a command costs two trips beside
 * those of its work.
 *
 * Errors: `CommandConflict` 'command.other-body' (422) and 'command.in-flight' (409: a first call with the key, or
 * another writer of the ledger, took longer than five seconds); whatever the work throws.
 */
export async function withCommand<T>(
  database: Database,
  command: Command,
  work: (door: CommandWork) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const opened = await open(client, command)
    if (opened.state === 'kept') {
      const kept = keptAnswer<T>(opened)
      await client.query('commit')
      return kept
    }
    const events: AuditEvent[] = []
    const calls: string[] = []
    const ledger = opened.hash === undefined ? undefined : { ...opened, hash: Buffer.from(opened.hash, 'hex') }
    const answer = await work({
      tx: transactionOn(client),
      ledger,
      first: opened.first,
      audit: (event) => events.push(event),
      atEnd: (name, args) => calls.push(callOf(name, args)),
    })
    if (events.length === 0) throw new Error(`command ${command.name} left no audit event`)
    await closeAndCommit(client, command, { calls, events, answer })
    return answer
  } catch (error) {
    broken = await rollBack(client)
    throw lockTimedOut(error) ? new CommandConflict('command.in-flight') : error
  } finally {
    client.release(broken)
  }
}

const lockTimedOut = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'

interface KeptCommand {
  readonly state: 'kept'
  readonly same: boolean | null
  readonly answer: { readonly value: unknown } | null
}
type OpenedCommand = { readonly first: unknown } & Opening
type Opening =
  | { readonly state: 'new'; readonly seq?: undefined; readonly hash?: undefined }
  | { readonly state: 'new'; readonly seq: number; readonly hash: string; readonly ground: unknown }
  | KeptCommand

/** Begins the transaction and opens the command: several statements in one text are one trip. */
async function open(client: Transaction['client'], command: Command): Promise<OpenedCommand> {
  const args = [
    command.orgId,
    command.personId ?? '',
    reachText(command),
    command.ledger ?? null,
    command.key,
    command.name,
    `\\x${hashOf(command).toString('hex')}`,
  ]
  const { first } = command
  const answers = await client.query<{ opened?: Opening; first?: unknown }>(
    `begin; select ${callOf('app.open_command', args)} as opened${first ? `; select ${callOf(first.name, first.args)} as first` : ''}`,
  )
  const [, opening, called] = [answers].flat()
  const opened = opening?.rows[0]?.opened
  if (!opened) throw new Error(`command ${command.name} was neither opened nor refused`)
  return { ...opened, first: called?.rows[0]?.first }
}

function keptAnswer<T>({ same, answer }: KeptCommand): T {
  if (!answer) throw new CommandConflict('command.in-flight')
  if (!same) throw new CommandConflict('command.other-body')
  // What was kept is what the same work answered.
  return answer.value as T
}

interface Closing {
  readonly calls: readonly string[]
  readonly events: readonly AuditEvent[]
  readonly answer: unknown
}

/** What was left to the end, the trail, the kept answer and the commit. A fault in one leaves all of it undone. */
async function closeAndCommit(
  client: Transaction['client'],
  command: Command,
  { calls, events, answer }: Closing,
): Promise<void> {
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
  const args = [
    command.orgId,
    command.key,
    command.personId ?? null,
    command.requestId ?? null,
    formatDay(command.knownOn),
    JSON.stringify(rows),
    JSON.stringify({ value: answer ?? null }),
  ]
  await client.query(`select ${[...calls, callOf('app.close_command', args)].join(', ')}; commit`)
}
