import { createHash } from 'node:crypto'
import type { LedgerHead, Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type LedgerEntry, PAYLOAD_FORMAT, payloadOf } from '@gs/domain/ledger'

/** The hash before a person's first entry. */
const GENESIS = Buffer.alloc(32)

/** What stands beside an entry for people to read; not part of the hashed bytes. */
export interface EntryWords {
  readonly activity: string
  readonly activityType: string
  readonly reason?: string | undefined
  readonly idempotencyKey: string
}

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
    text: 'select app.post_entry($1, $2)',
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

/** What `app.post_entry` takes for an entry behind this head. */
export function postArguments({ head, entry, words }: Appending): readonly [entry: string, lines: string] {
  const seq = head.seq + 1
  const payload = Buffer.from(payloadOf({ ...entry, seq }), 'utf8')
  const row = {
    org_id: entry.orgId,
    person_id: entry.personId,
    seq,
    id: entry.id,
    kind: entry.kind,
    enrollment_id: entry.enrollmentId,
    submission_id: entry.submissionId,
    activity: words.activity,
    activity_type: words.activityType,
    completed_on: formatDay(entry.completedOn),
    filed_on: optionalDay(entry.filedOn),
    approved_on: optionalDay(entry.approvedOn),
    known_on: formatDay(entry.knownOn),
    actor_id: entry.actorId,
    reason: words.reason ?? null,
    reverses_id: entry.kind === 'reversal' ? entry.reverses : null,
    idempotency_key: words.idempotencyKey,
    payload: bytes(payload),
    payload_format: PAYLOAD_FORMAT,
    prev_hash: bytes(head.hash),
    hash: bytes(chainHash(head.hash, payload)),
  }
  const lines = entry.credits.map((line) => ({ pack_id: line.packId, category: line.category, amount: line.amount }))
  return [JSON.stringify(row), JSON.stringify(lines)]
}

/** Bytes as the database reads them in JSON. */
const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`

/** SHA-256 over the hash before, the exact bytes and their format: one link of the chain. */
export const chainHash = (previous: Uint8Array, payload: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(payload).update(Uint8Array.of(PAYLOAD_FORMAT)).digest()

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
