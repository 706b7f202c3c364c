import { type Amount, addAmounts, type Day, ZERO } from '../kernel/index.ts'
import type { CreditLine, LedgerEntry } from './entry.ts'

export interface StatementLine {
  readonly entryId: string
  readonly kind: LedgerEntry['kind']
  readonly completedOn: Day
  readonly amount: Amount
  /** Sum of this pack's lines up to and with this one, in the order of the ledger. */
  readonly balance: Amount
}

/** What of an entry a statement needs. */
export interface StatedEntry {
  readonly id: string
  readonly seq: number
  readonly kind: LedgerEntry['kind']
  readonly completedOn: Day
  readonly credits: readonly CreditLine[]
}

/** One pack's lines of a ledger as a bank statement has them, oldest first. */
export function statementOf(entries: readonly StatedEntry[], packId: string): readonly StatementLine[] {
  const lines: StatementLine[] = []
  let balance = ZERO
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const own = entry.credits.filter((line) => line.packId === packId)
    if (own.length === 0) continue
    const amount = own.reduce((sum, line) => addAmounts(sum, line.amount), ZERO)
    balance = addAmounts(balance, amount)
    lines.push({ entryId: entry.id, kind: entry.kind, completedOn: entry.completedOn, amount, balance })
  }
  return lines
}
