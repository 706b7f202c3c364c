import type { Transaction } from '@gs/db'
import type { Amount } from '@gs/domain'
import { type StatedEntry, statementOf } from '@gs/domain/ledger'
import type { Words } from '@gs/domain/rules'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { loadPacks, storedDay } from '../standings/index.ts'
import { type CardRow, type EntryRow, ledgerRows } from './ledger-rows.ts'

/** The ledger as a statement: one account a body, in the body's own unit. Days 'YYYY-MM-DD', amounts in thousandths. */
export interface CreditStatement {
  readonly accounts: readonly CreditAccount[]
  readonly cards: readonly CardRow[]
}

export interface CreditAccount {
  readonly packId: string
  readonly credential: Words
  readonly body: string
  readonly unit: { readonly singular: Words; readonly plural: Words }
  /** Whether the person holds a credential under these rules. */
  readonly held: boolean
  readonly balance: number
  /** What renewals have spent of it. */
  readonly spent: number
  /** Newest first. */
  readonly lines: readonly CreditStatementLine[]
}

export interface CreditStatementLine {
  readonly entryId: string
  readonly seq: number
  readonly kind: 'award' | 'reversal'
  readonly activity: string
  readonly activityType: string
  readonly completedOn: string
  /** The day on which it was entered. */
  readonly knownOn: string
  readonly amount: number
  /** Sum of the account up to and with this line. */
  readonly balance: number
  readonly categories: readonly string[]
  /** Words of whoever posted it; of a reversal, why. */
  readonly reason: string | null
  /** The entry that this one takes back, or that took this one back. */
  readonly counterpart: { readonly seq: number; readonly knownOn: string } | null
  readonly source: 'course' | 'submission' | 'registrar'
  /** What approved renewals spent of it. */
  readonly spent: number
}

/** The actor's statement and the cards on file. */
export function showStatement(ctx: ServiceContext): Promise<CreditStatement> {
  return read(ctx, ownScope(ctx), (tx) => statement(ctx, tx))
}

async function statement({ actor, clock }: ServiceContext, tx: Transaction): Promise<CreditStatement> {
  const packs = await loadPacks(tx, actor.orgId, clock.today())
  const { entries, cards, heldPacks } = await ledgerRows(tx, actor)
  const given = new Set(entries.flatMap((entry) => entry.credits.map((line) => line.packId)))
  // What is held stands first.
  const held = heldPacks.filter((packId) => given.has(packId))
  const packIds = [...held, ...[...given].filter((packId) => !held.includes(packId)).sort()]
  return {
    cards,
    accounts: packIds.flatMap((packId): CreditAccount[] => {
      const pack = packs.get(packId)?.pack
      if (!pack) return []
      const lines = linesOf(entries, packId)
      return [
        {
          packId,
          credential: pack.credential.name,
          body: pack.body.short,
          unit: { singular: pack.unit.singular, plural: pack.unit.plural },
          held: heldPacks.includes(packId),
          balance: lines[0]?.balance ?? 0,
          spent: lines.reduce((sum, line) => sum + line.spent, 0),
          lines,
        },
      ]
    }),
  }
}

function linesOf(entries: readonly EntryRow[], packId: string): readonly CreditStatementLine[] {
  const rows = new Map(entries.map((entry) => [entry.id, entry]))
  return statementOf(entries.map(statable), packId)
    .flatMap(({ entryId, amount, balance }): CreditStatementLine[] => {
      const entry = rows.get(entryId)
      return entry ? [lineOf(entry, { packId, amount, balance })] : []
    })
    .reverse()
}

const statable = ({ id, seq, kind, completedOn, credits }: EntryRow): StatedEntry => ({
  id,
  seq,
  kind,
  completedOn: storedDay(completedOn),
  credits: credits.map((line) => ({ ...line, amount: line.amount as Amount })),
})

interface Sums {
  readonly packId: string
  readonly amount: number
  readonly balance: number
}

function lineOf(entry: EntryRow, { packId, amount, balance }: Sums): CreditStatementLine {
  const lines = entry.credits.filter((line) => line.packId === packId)
  return {
    entryId: entry.id,
    seq: entry.seq,
    kind: entry.kind,
    activity: entry.activity,
    activityType: entry.activityType,
    completedOn: entry.completedOn,
    knownOn: entry.knownOn,
    amount,
    balance,
    categories: lines.map((line) => line.category).filter((category) => category !== ''),
    reason: entry.reason,
    counterpart: entry.counterpart,
    source: entry.enrollmentId ? 'course' : entry.submissionId ? 'submission' : 'registrar',
    spent: entry.spent.filter((part) => part.packId === packId).reduce((sum, part) => sum + part.amount, 0),
  }
}
