import { type Database, type Transaction, transactionOn } from '../connection/database.ts'
import { rollBack } from './read.ts'

/** A transaction as role `gs_auth`, which sees schema `identity` and no organisation. For `auth` alone. */
export async function withIdentity<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin; set local role gs_auth')
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

/**
 * A part of an open transaction as role `gs_auth`, so that accounts change together with what belongs to an
 * organisation. For `auth` alone. Where the work throws, the transaction is to be rolled back by whoever opened it.
 */
export async function asIdentity<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.client.query('set local role gs_auth')
  const result = await work()
  await tx.client.query('set local role none')
  return result
}
