import { createHash } from 'node:crypto'
import type { LedgerHead, Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type LedgerEntry, payloadFormatOf, payloadOf } from '@gs/domain/ledger'

/** The hash before a person's first entry. */
const GENESIS = Buffer.alloc(32)

/** What stands beside an entry for people to read; not part of the hashed bytes. */
export interface EntryWords {
  readonly activity: string
  readonly activityType: string
  readonly reason?: string | undefined
  readonly idempotencyKey: string
}

/** "$1, … $22": the places of what `postArguments` answers. */
const POST_PLACES = Array.from({ length: 22 }, (_, place) => `$${place + 1}`).join(', ')

type WithoutSeq<T> = T extends LedgerEntry ? Omit<T, 'seq'> : never
export type NewEntry = WithoutSeq<LedgerEntry>

/**
 * Appends an entry to a person's chain: locks the head row, numbers and hashes the entry, stores its lines.
 * Must run inside a command; the scope must reach the person.
 */
export async function postEntry(tx: Transaction, entry: NewEntry, words: EntryWords): Promise<number> {
  const head = await lockHead(tx, entry.orgId, entry.personId)
  await tx.client.query({
    name: 'ledger-post',
    text: `select app.post_entry(${POST_PLACES})`,
    values: [...postArguments({ head, entry, words })],
  })
  return head.seq + 1
}

export interface Appending {
  /** Locked by this transaction. */
  readonly head: LedgerHead
  readonly entry: NewEntry
  readonly words: EntryWords
}

/** What `app.post_entry` takes for an entry behind this head, in its order. */
export function postArguments({ head, entry, words }: Appending): readonly (string | null)[] {
  const seq = head.seq + 1
  const numbered = { ...entry, seq }
  const payload = Buffer.from(payloadOf(numbered), 'utf8')
  const format = payloadFormatOf(numbered)
  return [
    entry.orgId,
    entry.personId,
    String(seq),
    entry.id,
    entry.kind,
    entry.enrollmentId,
    entry.submissionId,
    words.activity,
    words.activityType,
    formatDay(entry.completedOn),
    optionalDay(entry.filedOn),
    optionalDay(entry.approvedOn),
    formatDay(entry.knownOn),
    entry.actorId,
    words.reason ?? null,
    entry.kind === 'reversal' ? entry.reverses : null,
    words.idempotencyKey,
    bytes(payload),
    String(format),
    bytes(head.hash),
    bytes(chainHash(head.hash, { payload, format })),
    JSON.stringify(entry.credits),
  ]
}

/** Bytes as the database reads them in a text. */
const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`

/** SHA-256 over the hash before, the exact bytes and their format: one link of the chain. */
export const chainHash = (
  previous: Uint8Array,
  { payload, format }: { readonly payload: Uint8Array; readonly format: number },
): Buffer => createHash('sha256').update(previous).update(payload).update(Uint8Array.of(format)).digest()

const optionalDay = (day: Day | null): string | null => (day === null ? null : formatDay(day))

// Making the row where it is missing and locking it where it is there is one trip; awards to one person queue here.
async function lockHead(tx: Transaction, orgId: OrgId, personId: PersonId): Promise<LedgerHead> {
  const { rows } = await tx.client.query<LedgerHead>({
    name: 'ledger-head',
    text: `insert into ledger_heads as h (org_id, person_id, seq, head_hash) values ($1, $2, 0, $3)
      on conflict (org_id, person_id) do update set seq = h.seq returning h.seq, h.head_hash as hash`,
    values: [orgId, personId, GENESIS],
  })
  const head = rows[0]
  if (!head) throw new Error('the head row of a ledger could not be locked')
  return head
}
