/** A statement that must hold of the stored rows, and the query that answers the rows that break it. */
export interface Invariant {
  readonly id: string
  readonly statement: string
  /** `$1` is the organisation; every row is one breach, as columns `subject` and `found`. */
  readonly sql: string
}

/** Statements over one organisation's rows; the ids are those of the reliability design. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1-head',
    statement: 'the head row equals the last entry of the chain',
    sql: `select coalesce(h.person_id, l.person_id)::text as subject, 'head ' || coalesce(h.seq::text, 'missing') || ', last entry ' || coalesce(l.seq::text, 'missing') as found
      from (select * from ledger_heads where org_id = $1 and seq > 0) h
      full join (select distinct on (person_id) person_id, seq, hash from ledger_entries where org_id = $1 order by person_id, seq desc) l
        on l.person_id = h.person_id
      where h.seq is distinct from l.seq or h.head_hash is distinct from l.hash`,
  },
  {
    id: 'I1-reversal',
    statement: 'a reversal negates each line of its entry',
    sql: `select r.id::text as subject, coalesce(a.pack_id, b.pack_id) as found
      from (select e.id as reversal, c.* from ledger_entries e join ledger_credits c on c.org_id = $1 and c.entry_id = e.reverses_id
        where e.org_id = $1 and e.kind = 'reversal') a
      full join (select e.id as reversal, c.* from ledger_entries e join ledger_credits c on c.org_id = $1 and c.entry_id = e.id
        where e.org_id = $1 and e.kind = 'reversal') b
        on b.reversal = a.reversal and b.pack_id = a.pack_id and b.category = a.category
      cross join lateral (select coalesce(a.reversal, b.reversal) as id) r
      where (a.amount_thousandths + b.amount_thousandths) is distinct from 0`,
  },
  {
    id: 'I1-allocation',
    statement: 'the posted allocations of an entry never exceed it, for each rule pack',
    sql: `select a.entry_id::text as subject, a.pack_id || ': ' || sum(a.amount_thousandths) as found
      from allocations a
      where a.org_id = $1 and a.entry_id is not null
      group by a.entry_id, a.pack_id
      having sum(a.amount_thousandths) > coalesce((select sum(c.amount_thousandths) from ledger_credits c
        where c.org_id = $1 and c.entry_id = a.entry_id and c.pack_id = a.pack_id), 0)`,
  },
  {
    id: 'I2',
    statement: 'the entries of a person are numbered from 1 without a gap',
    sql: `select person_id::text as subject, 'seq ' || seq || ' at place ' || place as found
      from (select person_id, seq, row_number() over (partition by person_id order by seq) as place
        from ledger_entries where org_id = $1) n where seq <> place`,
  },
  {
    id: 'I3-link',
    statement: 'the previous hash of an entry is the hash of the entry before it',
    sql: `select id::text as subject, 'seq ' || seq as found
      from (select id, seq, prev_hash, lag(hash, 1, decode(repeat('00', 32), 'hex')) over (partition by person_id order by seq) as expected
        from ledger_entries where org_id = $1) l where prev_hash <> expected`,
  },
  {
    id: 'I3-hash',
    statement: 'the hash of an entry is that of its predecessor, payload and format',
    sql: `select id::text as subject, 'seq ' || seq as found from ledger_entries
      where org_id = $1 and hash <> sha256(prev_hash || payload || decode(lpad(to_hex(payload_format::integer), 2, '0'), 'hex'))`,
  },
  {
    id: 'I3-columns',
    statement: 'an entry and its lines read as the bytes that were hashed',
    sql: `select e.id::text as subject, 'seq ' || e.seq as found from ledger_entries e
      where e.org_id = $1
        and case when e.hash = sha256(e.prev_hash || e.payload || decode(lpad(to_hex(e.payload_format::integer), 2, '0'), 'hex'))
            then convert_from(e.payload, 'UTF8')::jsonb - 15 end
          <> jsonb_build_array(e.payload_format, e.org_id, e.person_id, e.seq, e.id, e.kind, e.completed_on, e.filed_on, e.approved_on, e.known_on,
            e.actor_id, e.enrollment_id, e.submission_id, e.reverses_id,
            (select coalesce(jsonb_agg(jsonb_build_array(c.pack_id, c.category, c.amount_thousandths) order by c.pack_id, c.category), '[]')
              from ledger_credits c where c.org_id = e.org_id and c.entry_id = e.id))`,
  },
  {
    id: 'I4',
    statement: 'no entry is reversed twice, and no reversal is reversed',
    sql: `select r.reverses_id::text as subject, count(*) || ' reversals' as found from ledger_entries r
      join ledger_entries e on e.org_id = r.org_id and e.id = r.reverses_id
      where r.org_id = $1 group by r.reverses_id having count(*) > 1 or bool_or(e.kind <> 'award')`,
  },
  {
    id: 'I5',
    statement: 'a completed enrollment has at most one award that stands',
    sql: `select e.enrollment_id::text as subject, count(*) || ' awards' as found from ledger_entries e
      where e.org_id = $1 and e.kind = 'award' and e.enrollment_id is not null
        and not exists (select 1 from ledger_entries r where r.org_id = $1 and r.reverses_id = e.id)
      group by e.enrollment_id having count(*) > 1`,
  },
  {
    id: 'I7',
    statement:
      'every issued record names its cause: a decision of somebody else, or the published version that issues on passing',
    sql: `select r.id::text as subject, r.cause_kind as found from records r
      where r.org_id = $1 and not case r.cause_kind
        when 'course-version' then exists (select 1 from course_versions v where v.org_id = $1 and v.id = r.cause_id)
        else exists (select 1 from decisions d where d.org_id = $1 and d.id = r.cause_id and d.decided_by is distinct from r.person_id)
      end`,
  },
  {
    id: 'I8',
    statement: 'no two terms of one credential overlap for one person',
    sql: `select a.holding_id::text as subject, a.valid::text as found from cycles a
      join cycles b on b.org_id = a.org_id and b.person_id = a.person_id and b.credential_code = a.credential_code
        and (b.holding_id, b.number) <> (a.holding_id, a.number) and b.valid && a.valid and not b.in_error
      where a.org_id = $1 and not a.in_error`,
  },
]
