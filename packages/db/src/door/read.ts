import type { QueryResultRow } from 'pg'
import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { type Call, callOf } from './call.ts'
import { inlined, type Statement } from './literal.ts'
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
  const rows = await inOneTrip<{ answer?: unknown }>(database, scope, `select ${callOf(name, args)} as answer`)
  return rows[0]?.answer
}

/**
 * The rows of one statement, as `withRead` would see them, in one trip. For what is read so often that its trips are most
 * of its price; it is planned at each call.
 */
export const readRowsAtOnce = <Row extends QueryResultRow>(
  database: Database,
  scope: Scope,
  statement: Statement,
): Promise<readonly Row[]> => inOneTrip<Row>(database, scope, inlined(statement))

/** Opening, statement and commit as one text. */
async function inOneTrip<Row extends QueryResultRow>(
  { pool }: Database,
  scope: Scope,
  statement: string,
): Promise<readonly Row[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const answers = await client.query<Row>(`${openingOf(scope, 'begin read only')}; ${statement}; commit`)
    // Several statements in one text have several answers: the second last is that of the one that was asked for.
    return [answers].flat().at(-2)?.rows ?? []
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
