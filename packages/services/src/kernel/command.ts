import type { Transaction } from '@gs/db'
import {
  type Call,
  type Command,
  type CommandWork,
  readAtOnce,
  readRowsAtOnce,
  type Scope,
  type Statement,
  withCommand,
  withCommandTogether,
  withRead,
} from '@gs/db'
import type { PersonId } from '@gs/domain'
import type { ServiceContext } from './context.ts'

export { CommandConflict } from '@gs/db'

export interface CommandCall {
  readonly scope: Scope
  readonly name: string
  readonly key: string
  readonly body: unknown
  /** Whose ledger the command writes to. */
  readonly ledger?: PersonId | undefined
  /** Called in the trip of the opening: for what the work is judged by. */
  readonly first?: Call | undefined
}

export interface LedgerCall extends CommandCall {
  readonly ledger: PersonId
  readonly first?: undefined
}

/** Runs a write in the actor's name through the one door. */
export function command<T>(
  ctx: ServiceContext,
  call: CommandCall,
  work: (door: CommandWork) => Promise<T>,
): Promise<T> {
  return withCommand(ctx.database, wholeOf(ctx, call), work)
}

/** The same for commands that come many at once: those that do share a transaction, and the work may be done twice. */
export function commandTogether<T>(
  ctx: ServiceContext,
  call: LedgerCall,
  work: (door: CommandWork) => Promise<T>,
): Promise<T> {
  return withCommandTogether(ctx.database, wholeOf(ctx, call), work)
}

const wholeOf = <C extends CommandCall>(ctx: ServiceContext, call: C): C & Command => ({
  ...call,
  ...call.scope,
  requestId: ctx.requestId,
  knownOn: ctx.clock.today(),
})

/** Reads the rows of one statement in a scope, in one trip. */
export const readRows = <Row extends object>(
  ctx: Pick<ServiceContext, 'database'>,
  scope: Scope,
  statement: Statement,
): Promise<readonly Row[]> => readRowsAtOnce<Row>(ctx.database, scope, statement)

/** Reads in a scope. */
export const read = <T>(
  ctx: Pick<ServiceContext, 'database'>,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => withRead(ctx.database, scope, work)

/** Asks one function of the database in a scope, in one trip. */
export const readOnce = (ctx: Pick<ServiceContext, 'database'>, scope: Scope, call: Call): Promise<unknown> =>
  readAtOnce(ctx.database, scope, call)
