import type { PersonId } from '@gs/domain'
import { type Database, transactionOn } from '../connection/database.ts'
import { shareTrips } from '../connection/shared-trips.ts'
import { callOf } from './call.ts'
import { lockTimedOut, withCommand } from './command.ts'
import { rollBack } from './read.ts'
import { reachText } from './scope.ts'
import { type Command, type CommandWork, type NewCommand, openingArguments, workOf } from './work.ts'

/** A command that writes to one ledger. */
export interface LedgerCommand extends Command {
  readonly ledger: PersonId
  readonly first?: undefined
}

/**
 * `withCommand` for commands that come many at once: those of one actor share a transaction, its trips and its commit,
 * which is most of what a short command costs. None waits for a ledger or a key that somebody else holds, and where one
 * of them is refused or fails none of it happened and each goes alone: so the work may be done a second time. Each has
 * its own key, its own events in the trail and its own answer, as if it had been alone.
 */
export async function withCommandTogether<T>(
  database: Database,
  command: LedgerCommand,
  work: (door: CommandWork) => Promise<T>,
): Promise<T> {
  let share = sharers.get(database)
  if (!share) {
    share = shareTrips((asked: readonly Asked[]) => runAll(database, asked), { most: TRIPS, gather: true })
    sharers.set(database, share)
  }
  const outcome = await share({ command, work })
  if (outcome.state === 'failed') throw outcome.error
  // It is what this work answered.
  return outcome.state === 'done' ? (outcome.answer as T) : withCommand(database, command, work)
}

interface Asked {
  readonly command: LedgerCommand
  readonly work: (door: CommandWork) => Promise<unknown>
}
type Outcome =
  | { readonly state: 'done'; readonly answer: unknown }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'alone' }

const ALONE: Outcome = { state: 'alone' }

/** One is worked on here while the database writes the other. */
const TRIPS = 2

const sharers = new WeakMap<Database, (asked: Asked) => Promise<Outcome>>()

/** In one transaction for each scope; the second command for a ledger goes alone, after the first. */
async function runAll(database: Database, asked: readonly Asked[]): Promise<readonly Outcome[]> {
  const outcomes = new Map<Asked, Outcome>()
  const scopes = Map.groupBy(asked, ({ command }) => `${command.orgId} ${command.personId} ${reachText(command)}`)
  const run = async (all: readonly Asked[]): Promise<void> => {
    const ledgers = new Map(all.toReversed().map((each) => [each.command.ledger, each]))
    const together = [...ledgers.values()]
    const found = await runTogether(database, together)
    for (const [index, each] of together.entries()) outcomes.set(each, found[index] ?? ALONE)
  }
  await Promise.all([...scopes.values()].map(run))
  return asked.map((each) => outcomes.get(each) ?? ALONE)
}

async function runTogether(database: Database, asked: readonly Asked[]): Promise<readonly Outcome[]> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const openings = asked.map(({ command }, index) => openingText(command, index))
    const answers = await client.query<Record<string, NewCommand | { readonly state: 'alone' }>>(
      `begin; select ${openings.join(', ')}`,
    )
    const opened = [answers].flat().at(-1)?.rows[0] ?? {}
    const outcomes: Outcome[] = []
    const closings: string[] = []
    for (const [index, { command, work }] of asked.entries()) {
      const own = opened[nameOf(index)]
      if (own?.state !== 'new') {
        outcomes.push(ALONE)
        continue
      }
      const { answer, closing } = await workOf(command, work, { ...own, tx: transactionOn(client) })
      closings.push(...closing)
      outcomes.push({ state: 'done', answer })
    }
    await client.query(closings.length > 0 ? `select ${closings.join(', ')}; commit` : 'commit')
    return outcomes
  } catch (error) {
    broken = await rollBack(client)
    if (asked.length === 1 && !lockTimedOut(error)) return [{ state: 'failed', error }]
    return asked.map(() => ALONE)
  } finally {
    client.release(broken)
  }
}

const nameOf = (index: number): string => `opened_${index}`

const openingText = (command: Command, index: number): string =>
  `${callOf('app.open_command_together', openingArguments(command))} as ${nameOf(index)}`
