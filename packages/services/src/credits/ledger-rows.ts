import type { Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'

interface PackAmount {
  readonly packId: string
  readonly amount: number
}

/** An entry of the ledger with what stands around it. */
export interface EntryRow {
  readonly id: string
  readonly seq: number
  readonly kind: 'award' | 'reversal'
  readonly activity: string
  readonly activityType: string
  readonly completedOn: string
  readonly knownOn: string
  readonly reason: string | null
  readonly enrollmentId: string | null
  readonly submissionId: string | null
  readonly counterpart: { readonly seq: number; readonly knownOn: string } | null
  readonly credits: readonly (PackAmount & { readonly category: string })[]
  readonly spent: readonly PackAmount[]
}

export interface CardRow {
  readonly id: string
  readonly type: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validThrough: string | null
  readonly handsOn: boolean
}

interface LedgerRows {
  readonly entries: readonly EntryRow[]
  readonly cards: readonly CardRow[]
  /** Packs under which the person holds something. */
  readonly heldPacks: readonly string[]
}

const LEDGER = `select
  coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'seq', e.seq, 'kind', e.kind, 'activity', e.activity,
      'activityType', e.activity_type, 'completedOn', e.completed_on, 'knownOn', e.known_on, 'reason', e.reason,
      'enrollmentId', e.enrollment_id, 'submissionId', e.submission_id,
      'counterpart', (select jsonb_build_object('seq', o.seq, 'knownOn', o.known_on) from ledger_entries o
        where o.org_id = e.org_id and (o.reverses_id = e.id or o.id = e.reverses_id)),
      'credits', coalesce((select jsonb_agg(jsonb_build_object('packId', l.pack_id, 'category', l.category, 'amount', l.amount_thousandths))
        from ledger_credits l where l.org_id = e.org_id and l.entry_id = e.id), '[]'),
      'spent', coalesce((select jsonb_agg(jsonb_build_object('packId', a.pack_id, 'amount', a.amount_thousandths))
        from allocations a where a.org_id = e.org_id and a.entry_id = e.id), '[]')) order by e.seq)
    from ledger_entries e where e.org_id = $1 and e.person_id = $2), '[]') as entries,
  coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'type', k.type, 'issuer', k.issuer, 'issuedOn', k.issued_on,
      'validThrough', k.valid_through, 'handsOn', k.hands_on) order by k.issued_on desc, k.id)
    from cards k where k.org_id = $1 and k.person_id = $2), '[]') as cards,
  array(select distinct h.pack_id from holdings h
    where h.org_id = $1 and h.person_id = $2 and h.ended_on is null order by h.pack_id) as "heldPacks"`

/** A person's whole ledger, oldest first, and the cards, newest first, in one trip. */
export async function ledgerRows(
  tx: Transaction,
  { orgId, personId }: { readonly orgId: OrgId; readonly personId: PersonId },
): Promise<LedgerRows> {
  const { rows } = await tx.client.query<LedgerRows>({
    name: 'credits-ledger',
    text: LEDGER,
    values: [orgId, personId],
  })
  return rows[0] ?? { entries: [], cards: [], heldPacks: [] }
}
