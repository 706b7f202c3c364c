import { createHash } from 'node:crypto'
import { type Day, formatDay, type PersonId } from '@gs/domain'
import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { CommandConflict } from './conflict.ts'
import { rollBack } from './read.ts'
import { openingOf, type Scope } from './scope.ts'

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
}

export interface CommandWork {
  readonly tx: Transaction
  /** Adds an event to the trail; at least one is owed by every command. */
  audit(event: AuditEvent): void
}

/** How long a second call waits for a first one with the same key, or for a head row, before it is told so. */
const WAIT = '5s'

const hashOf = (command: Command): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([command.name, command.body, command.personId ?? null]))
    .digest()

/**
 * The only door for writes: one transaction with the scope set locally, the idempotency key, the work, its audit
 * events and (through the ports that the work uses) its jobs. The answer must be plain JSON: it is kept with the key
 * and given again to a repeated call.
 *
 * Errors: `CommandConflict` 'command.other-body' (422) and 'command.in-flight' (409); whatever the work throws.
 */
export async function withCommand<T>(
  database: Database,
  command: Command,
  work: (door: CommandWork) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`${openingOf(command, 'begin')}; set local lock_timeout = '${WAIT}'`)
    const bodyHash = hashOf(command)
    const claimed = await client.query({
      name: 'command-claim',
      text: 'insert into command_keys (org_id, key, name, body_hash) values ($1, $2, $3, $4) on conflict do nothing',
      values: [command.orgId, command.key, command.name, bodyHash],
    })
    if (claimed.rowCount === 0) {
      const replayed = await replay<T>(client, command, bodyHash)
      await client.query('commit')
      return replayed
    }
    const events: AuditEvent[] = []
    const answer = await work({ tx: transactionOn(client), audit: (event) => events.push(event) })
    if (events.length === 0) throw new Error(`command ${command.name} left no audit event`)
    await close(client, command, { events, answer })
    await client.query('commit')
    return answer
  } catch (error) {
    broken = await rollBack(client)
    throw lockTimedOut(error) ? new CommandConflict('command.in-flight') : error
  } finally {
    client.release(broken)
  }
}

const lockTimedOut = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'

async function replay<T>(client: Transaction['client'], command: Command, bodyHash: Buffer): Promise<T> {
  const { rows } = await client.query<{ body_hash: Buffer; answer: { value: T } | null }>({
    name: 'command-replay',
    text: 'select body_hash, answer from command_keys where org_id = $1 and key = $2',
    values: [command.orgId, command.key],
  })
  const kept = rows[0]
  if (!kept?.answer) throw new CommandConflict('command.in-flight')
  if (!kept.body_hash.equals(bodyHash)) throw new CommandConflict('command.other-body')
  return kept.answer.value
}

interface Closing {
  readonly events: readonly AuditEvent[]
  readonly answer: unknown
}

/** The trail and the kept answer, in one statement. */
async function close(client: Transaction['client'], command: Command, { events, answer }: Closing): Promise<void> {
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
  await client.query({
    name: 'command-close',
    text: `with trail as (
        insert into audit_events (org_id, id, action, actor_id, person_id, subject_kind, subject_id, reason, before, after, request_id, known_on)
        select $1, e.id, e.action, $3, e.person_id, e.subject_kind, e.subject_id, e.reason, e.before, e.after, $4, $5::date
        from jsonb_to_recordset($6::jsonb) as e (id uuid, action text, person_id uuid, subject_kind text, subject_id text, reason text, before jsonb, after jsonb))
      update command_keys set answer = $7::jsonb where org_id = $1 and key = $2`,
    values: [
      command.orgId,
      command.key,
      command.personId ?? null,
      command.requestId ?? null,
      formatDay(command.knownOn),
      JSON.stringify(rows),
      JSON.stringify({ value: answer ?? null }),
    ],
  })
}
