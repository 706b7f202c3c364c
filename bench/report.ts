import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Row {
  readonly work: string
  readonly measured: string
  readonly control: string
  readonly bar: string
  readonly met: boolean
}

const RESULTS = join(import.meta.dirname, 'results.json')

/** Prints a suite's rows as a table and keeps them under its name in bench/results.json. */
export function report(suite: string, rows: readonly Row[]): void {
  console.log(`\n${suite}`)
  console.table(Object.fromEntries(rows.map(({ work, ...rest }) => [work, rest])))
  writeFileSync(RESULTS, `${JSON.stringify({ ...earlier(), [suite]: rows }, null, 2)}\n`)
}

function earlier(): Record<string, readonly Row[]> {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'))
  } catch {
    return {}
  }
}
