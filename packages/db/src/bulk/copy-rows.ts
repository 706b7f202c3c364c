import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Transaction } from '../connection/database.ts'

export type Cell = string | number | boolean | null | Uint8Array | readonly string[]

/** The rows of one table: `columns` in the order of each row's cells. */
export interface Bulk {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

const NAME = /^[a-z_]+$/

const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (char) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[char] ?? char)

/** One cell in COPY's text format (https://www.postgresql.org/docs/18/sql-copy.html). */
function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString('hex')}`
  if (typeof cell === 'object')
    return escaped(`{${cell.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return String(cell)
}

function* lines(rows: Bulk['rows']): Generator<string> {
  for (const row of rows) yield `${row.map(cellText).join('\t')}\n`
}

/**
 * Adds many rows by COPY. They go through a temporary table, because COPY refuses tables with row-level security;
 * so the policies judge each row as they judge any other.
 */
export async function copyRows(tx: Transaction, { table, columns, rows }: Bulk): Promise<void> {
  for (const name of [table, ...columns]) if (!NAME.test(name)) throw new Error(`${name} is no name of the schema`)
  const list = columns.join(', ')
  await tx.client.query(`create temp table bulk_${table} on commit drop as select ${list} from ${table} with no data`)
  const sink = tx.client.query(copyFrom(`copy bulk_${table} (${list}) from stdin`))
  await pipeline(Readable.from(lines(rows)), sink)
  await tx.client.query(`insert into ${table} (${list}) select ${list} from bulk_${table}`)
  await tx.client.query(`drop table bulk_${table}`)
}
