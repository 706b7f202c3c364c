import { createHash } from 'node:crypto'
import type { Transaction } from '@gs/db'
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
  const seq = head.seq + 1
  const payload = Buffer.from(payloadOf({ ...entry, seq }), 'utf8')
  await tx.client.query({
    name: 'ledger-post',
    text: `with entry as (
        insert into ledger_entries (org_id, person_id, seq, id, kind, enrollment_id, submission_id, activity, activity_type,
          completed_on, filed_on, approved_on, known_on, actor_id, reason, reverses_id, idempotency_key, payload, payload_format, prev_hash, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)),
      lines as (
        insert into ledger_credits (org_id, entry_id, person_id, pack_id, category, amount_thousandths)
        select $1, $4, $2, l.pack_id, l.category, l.amount
        from jsonb_to_recordset($22::jsonb) as l (pack_id text, category text, amount integer))
      update ledger_heads set seq = $3, head_hash = $21 where org_id = $1 and person_id = $2`,
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
    ],
  })
  return seq
}

/** SHA-256 over the hash before, the exact bytes and their format: one link of the chain. */
export const chainHash = (previous: Uint8Array, payload: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(payload).update(Uint8Array.of(PAYLOAD_FORMAT)).digest()

const optionalDay = (day: Day | null): string | null => (day === null ? null : formatDay(day))

interface Head {
  readonly seq: number
  readonly hash: Buffer
}

// Making the row where it is missing and locking it where it is there is one trip; awards to one person queue here.
async function lockHead(tx: Transaction, orgId: OrgId, personId: PersonId): Promise<Head> {
  const { rows } = await tx.client.query<Head>({
    name: 'ledger-head',
    text: `insert into ledger_heads as h (org_id, person_id, seq, head_hash) values ($1, $2, 0, $3)
      on conflict (org_id, person_id) do update set seq = h.seq returning h.seq, h.head_hash as hash`,
    values: [orgId, personId, GENESIS],
  })
  const head = rows[0]
  if (!head) throw new Error('the head row of a ledger could not be locked')
  return head
}
