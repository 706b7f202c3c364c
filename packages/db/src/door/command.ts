import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { callOf } from './call.ts'
import { CommandConflict } from './conflict.ts'
import { rollBack } from './read.ts'
import { type Command, type CommandWork, type NewCommand, openingArguments, workOf } from './work.ts'

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
    const { answer, closing } = await workOf(command, work, { ...opened, tx: transactionOn(client) })
    await client.query(`select ${closing.join(', ')}; commit`)
    return answer
  } catch (error) {
    broken = await rollBack(client)
    throw lockTimedOut(error) ? new CommandConflict('command.in-flight') : error
  } finally {
    client.release(broken)
  }
}

/** Whether a lock was waited for in vain. */
export const lockTimedOut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03'

interface KeptCommand {
  readonly state: 'kept'
  readonly same: boolean | null
  readonly answer: { readonly value: unknown } | null
}
type OpenedCommand = { readonly first: unknown } & Opening
type Opening = NewCommand | KeptCommand

/** Begins the transaction and opens the command: several statements in one text are one trip. */
async function open(client: Transaction['client'], command: Command): Promise<OpenedCommand> {
  const { first } = command
  const answers = await client.query<{ opened?: Opening; first?: unknown }>(
    `begin; select ${callOf('app.open_command', openingArguments(command))} as opened${first ? `; select ${callOf(first.name, first.args)} as first` : ''}`,
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
