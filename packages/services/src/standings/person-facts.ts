import type { Transaction } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'

/** One person of one organisation. */
export interface PersonKey {
  readonly orgId: OrgId
  readonly personId: PersonId
}

export interface StoredHolding {
  readonly id: string
  readonly credential: string
  readonly packId: string
  readonly issuedOn: string
  readonly knownOn: string
  readonly source: 'confirmed' | 'declared'
  /** Since when a declared one is confirmed; null: never, or from the beginning. */
  readonly confirmedOn: string | null
  /** From which day it is held no longer, and since when that is known. */
  readonly ended: { readonly on: string; readonly knownOn: string } | null
  /** Dates of a cycle stated outright, 'YYYY-MM-DD'. */
  readonly facts: { readonly cycleStart?: string; readonly expiresOn?: string }
  readonly cycles: readonly { readonly number: number; readonly from: string; readonly to: string | null }[]
  readonly renewals: readonly StoredRenewal[]
}

export interface StoredRenewal {
  readonly id: string
  readonly cycle: number
  /** The day it was filed: the one by which rules judge it. */
  readonly on: string
  /** The day it was decided: unknown before. */
  readonly knownOn: string
  readonly entries: readonly string[]
}

export interface StoredEntry {
  readonly id: string
  readonly seq: number
  readonly activity: string
  readonly type: string
  readonly completedOn: string
  readonly filedOn: string | null
  readonly approvedOn: string | null
  readonly knownOn: string
  /** The day on which a counter-entry became known. */
  readonly reversedOn: string | null
  readonly courseId: string | null
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
}

export interface StoredCard {
  readonly id: string
  readonly type: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validThrough: string | null
  readonly handsOn: boolean
  readonly knownOn: string
}

/** Everything stored from which the standings of a person follow. */
export interface PersonFacts {
  readonly holdings: readonly StoredHolding[]
  readonly entries: readonly StoredEntry[]
  readonly cards: readonly StoredCard[]
}

const FACTS = `select
  coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'credential', h.credential_code, 'packId', h.pack_id,
      'issuedOn', h.issued_on, 'knownOn', h.known_on, 'source', h.source, 'facts', h.facts,
      'confirmedOn', h.confirmed_on, 'ended', case when h.ended_on is null then null
        else jsonb_build_object('on', h.ended_on, 'knownOn', h.end_known_on) end,
      'cycles', coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'from', c.starts_on, 'to', c.expires_on) order by c.number)
        from cycles c where c.org_id = h.org_id and c.holding_id = h.id), '[]'),
      'renewals', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'cycle', r.cycle_number, 'on', r.applied_on, 'knownOn', r.decided_on,
          'entries', coalesce((select jsonb_agg(distinct a.entry_id) from allocations a
            where a.org_id = r.org_id and a.renewal_id = r.id and a.entry_id is not null), '[]')) order by r.cycle_number)
        from renewals r where r.org_id = h.org_id and r.holding_id = h.id and r.status = 'approved'), '[]')) order by h.issued_on, h.id)
    from holdings h where h.org_id = $1 and h.person_id = $2), '[]') as holdings,
  coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'seq', e.seq, 'activity', e.activity, 'type', e.activity_type,
      'completedOn', e.completed_on, 'filedOn', e.filed_on, 'approvedOn', e.approved_on, 'knownOn', e.known_on,
      'reversedOn', (select r.known_on from ledger_entries r where r.org_id = e.org_id and r.reverses_id = e.id),
      'courseId', (select n.course_id from enrollments n where n.org_id = e.org_id and n.id = e.enrollment_id),
      'credits', coalesce((select jsonb_agg(jsonb_build_object('packId', l.pack_id, 'category', l.category, 'amount', l.amount_thousandths))
        from ledger_credits l where l.org_id = e.org_id and l.entry_id = e.id), '[]')) order by e.seq)
    from ledger_entries e where e.org_id = $1 and e.person_id = $2 and e.kind = 'award'), '[]') as entries,
  coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'type', k.type, 'issuer', k.issuer, 'issuedOn', k.issued_on,
      'validThrough', k.valid_through, 'handsOn', k.hands_on, 'knownOn', k.known_on) order by k.issued_on, k.id)
    from cards k where k.org_id = $1 and k.person_id = $2), '[]') as cards`

/** Loads a person's facts in one trip. */
export async function loadPersonFacts(tx: Transaction, { orgId, personId }: PersonKey): Promise<PersonFacts> {
  const { rows } = await tx.client.query<PersonFacts>({ name: 'person-facts', text: FACTS, values: [orgId, personId] })
  return rows[0] ?? { holdings: [], entries: [], cards: [] }
}
