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
  return appendEntry(tx, { head, entry, words })
}

export interface Appending {
  /** Locked by this transaction. */
  readonly head: LedgerHead
  readonly entry: NewEntry
  readonly words: EntryWords
}

/** What is written in the same trip as an entry. */
export interface Beside {
  readonly statement: PostStatement
  /** From $23 on. */
  readonly values: readonly unknown[]
}

export interface PostStatement {
  readonly name: string
  readonly text: string
}

/** The statement that posts an entry, with other parts (`name as (…)`) beside; there $1 is the organisation, $2 the person. */
export const postingBeside = (name: string, parts: string): PostStatement => ({
  name: `ledger-post-${name}`,
  text: postingWith(`, ${parts}`),
})

const postingWith = (part: string): string => `with entry as (
    insert into ledger_entries (org_id, person_id, seq, id, kind, enrollment_id, submission_id, activity, activity_type,
      completed_on, filed_on, approved_on, known_on, actor_id, reason, reverses_id, idempotency_key, payload, payload_format, prev_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)),
  lines as (
    insert into ledger_credits (org_id, entry_id, person_id, pack_id, category, amount_thousandths)
    select $1, $4, $2, l.pack_id, l.category, l.amount
    from json_to_recordset($22::json) as l (pack_id text, category text, amount integer))${part}
  update ledger_heads set seq = $3, head_hash = $21 where org_id = $1 and person_id = $2`

const POST: PostStatement = { name: 'ledger-post', text: postingWith('') }

/** Appends an entry behind a head that is locked already; answers the entry's number. */
export async function appendEntry(
  tx: Transaction,
  { head, entry, words }: Appending,
  beside: Beside = { statement: POST, values: [] },
): Promise<number> {
  const seq = head.seq + 1
  const payload = Buffer.from(payloadOf({ ...entry, seq }), 'utf8')
  await tx.client.query({
    ...beside.statement,
    values: [
      entry.orgId,
      entry.personId,
      seq,
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
      payload,
      PAYLOAD_FORMAT,
      head.hash,
      chainHash(head.hash, payload),
      JSON.stringify(
        entry.credits.map((line) => ({ pack_id: line.packId, category: line.category, amount: line.amount })),
      ),
      ...beside.values,
    ],
  })
  return seq
}

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
