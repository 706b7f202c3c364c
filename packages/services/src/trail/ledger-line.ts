/** One entry of a ledger as statements show it. Amounts in thousandths of each pack's unit; negative in a reversal. */
export interface LedgerLine {
  readonly id: string
  readonly seq: number
  readonly personId: string
  readonly personName: string
  readonly kind: 'award' | 'reversal'
  readonly activity: string
  readonly activityType: string
  readonly completedOn: string
  readonly filedOn: string | null
  readonly approvedOn: string | null
  readonly knownOn: string
  readonly recordedAt: string
  /** Who did it; null where it followed by itself, or from somebody out of reach. */
  readonly actorName: string | null
  readonly reason: string | null
  readonly reversesId: string | null
  /** The counter-entry that took it back, as far as it was known on the day of the list. */
  readonly reversedBy: string | null
  readonly submissionId: string | null
  readonly credits: readonly CreditSeen[]
  /** First characters of the chain's hash at this entry. */
  readonly hash: string
}

/** Credits for one body; `credential` is the code of the credential whose rules the pack holds. */
export interface CreditSeen {
  readonly packId: string
  readonly credential: string
  readonly category: string
  readonly amount: number
}

/** The entries `e` of ledgers with what stands beside them, as known on the day in the given place of the statement. */
export const selectEntries = (knownOn: string): string =>
  `select e.id, e.seq, e.person_id as "personId", p.family_name || ', ' || p.given_name as "personName", e.kind, e.activity,
    e.activity_type as "activityType", e.completed_on as "completedOn", e.filed_on as "filedOn", e.approved_on as "approvedOn",
    e.known_on as "knownOn", to_jsonb(e.recorded_at) #>> '{}' as "recordedAt",
    (select a.given_name || ' ' || a.family_name from people a where a.org_id = e.org_id and a.id = e.actor_id) as "actorName",
    e.reason, e.reverses_id as "reversesId",
    (select r.id from ledger_entries r where r.org_id = e.org_id and r.reverses_id = e.id and r.known_on <= ${knownOn}) as "reversedBy",
    e.submission_id as "submissionId", left(encode(e.hash, 'hex'), 12) as hash,
    coalesce((select jsonb_agg(jsonb_build_object('packId', l.pack_id, 'credential',
      coalesce((select c.code from credentials c where c.org_id = l.org_id and c.pack_id = l.pack_id order by c.code limit 1), l.pack_id), 'category', l.category, 'amount', l.amount_thousandths)
      order by l.pack_id, l.category) from ledger_credits l where l.org_id = e.org_id and l.entry_id = e.id), '[]') as credits
  from ledger_entries e join people p on p.org_id = e.org_id and p.id = e.person_id`
