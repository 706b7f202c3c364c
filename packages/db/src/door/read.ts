import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { type Call, callOf } from './call.ts'
import { openingOf, type Scope } from './scope.ts'

/** Runs queries in one read-only transaction that sees what the scope sees. */
export async function withRead<T>(database: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(openingOf(scope, 'begin read only'))
    const result = await work(transactionOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** One function of the database in a scope, whole in one trip; its answer. */
export async function readAtOnce(database: Database, scope: Scope, { name, args }: Call): Promise<unknown> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const answers = await client.query<{ answer?: unknown }>(
      `${openingOf(scope, 'begin read only')}; select ${callOf(name, args)} as answer; commit`,
    )
    return [answers].flat()[2]?.rows[0]?.answer
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Rolls back; answers the error that makes the connection unfit for the pool, if there was one. */
export async function rollBack(client: Transaction['client']): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
