-- What a standing is judged by: one look at each table by person, as bare rows, with the versions of all rules. A lookup
-- for every row costs more than twice as much. Each part is null where there is no row.
create function app.person_ground(org uuid, person uuid) returns json language plpgsql
as $$
begin
  return (select json_build_object(
    'holdings', (select json_agg(json_build_array(h.id, h.credential_code, h.pack_id, h.issued_on, h.known_on, h.source, h.facts,
        h.confirmed_on, h.ended_on, h.end_known_on, h.number) order by h.issued_on, h.id)
      from public.holdings h where h.org_id = org and h.person_id = person),
    'cycles', (select json_agg(json_build_array(c.holding_id, c.number, c.starts_on, c.expires_on) order by c.number)
      from public.cycles c where c.org_id = org and c.person_id = person),
    'renewals', (select json_agg(json_build_array(r.id, r.holding_id, r.cycle_number, r.applied_on, r.decided_on) order by r.cycle_number)
      from public.renewals r where r.org_id = org and r.person_id = person and r.status = 'approved'),
    'allocations', (select json_agg(json_build_array(a.renewal_id, a.entry_id) order by a.entry_id)
      from public.allocations a where a.org_id = org and a.person_id = person and a.entry_id is not null),
    'entries', (select json_agg(json_build_array(e.id, e.seq, e.activity, e.activity_type, e.completed_on, e.filed_on, e.approved_on,
        e.known_on, e.reverses_id, e.enrollment_id) order by e.seq)
      from public.ledger_entries e where e.org_id = org and e.person_id = person),
    'credits', (select json_agg(json_build_array(l.entry_id, l.pack_id, l.category, l.amount_thousandths) order by l.pack_id, l.category)
      from public.ledger_credits l where l.org_id = org and l.person_id = person),
    'courses', (select json_agg(json_build_array(n.id, n.course_id))
      from public.enrollments n where n.org_id = org and n.person_id = person),
    'cards', (select json_agg(json_build_array(k.id, k.type, k.issuer, k.issued_on, k.valid_through, k.hands_on, k.known_on) order by k.issued_on, k.id)
      from public.cards k where k.org_id = org and k.person_id = person),
    'versions', (select json_agg(json_build_array(v.pack_id, v.version, v.known_on) order by v.known_on, v.version, v.effective_from, v.pack_id)
      from public.rule_packs v where v.org_id = org)));
end $$;

-- An entry with its lines behind a head row that the transaction has locked.
create function app.post_entry(entry json, lines json) returns void language plpgsql
as $$
declare
  e record;
begin
  select * into e from json_to_record(entry) as r (org_id uuid, person_id uuid, seq integer, id uuid, kind text, enrollment_id uuid,
    submission_id uuid, activity text, activity_type text, completed_on date, filed_on date, approved_on date, known_on date,
    actor_id uuid, reason text, reverses_id uuid, idempotency_key text, payload bytea, payload_format smallint, prev_hash bytea, hash bytea);
  insert into public.ledger_entries (org_id, person_id, seq, id, kind, enrollment_id, submission_id, activity, activity_type,
      completed_on, filed_on, approved_on, known_on, actor_id, reason, reverses_id, idempotency_key, payload, payload_format, prev_hash, hash)
    values (e.org_id, e.person_id, e.seq, e.id, e.kind, e.enrollment_id, e.submission_id, e.activity, e.activity_type,
      e.completed_on, e.filed_on, e.approved_on, e.known_on, e.actor_id, e.reason, e.reverses_id, e.idempotency_key, e.payload,
      e.payload_format, e.prev_hash, e.hash);
  insert into public.ledger_credits (org_id, entry_id, person_id, pack_id, category, amount_thousandths)
    select e.org_id, e.id, e.person_id, l.pack_id, l.category, l.amount
    from json_to_recordset(lines) as l (pack_id text, category text, amount integer);
  update public.ledger_heads h set seq = e.seq, head_hash = e.hash where h.org_id = e.org_id and h.person_id = e.person_id;
end $$;

-- Brings the stored standings of a person to these rows: what is held no longer goes, and what is as it was on the same
-- day is not written again.
create function app.store_standings(org uuid, person uuid, today date, rows json) returns void language plpgsql
as $$
begin
  delete from public.standings s where s.org_id = org and s.person_id = person
    and s.holding_id not in (select r.holding_id from json_to_recordset(rows) as r (holding_id uuid));
  insert into public.standings as s (org_id, holding_id, person_id, person_name, unit_path, credential_code, pack_id, source, status,
      in_force, required, counted, needed, wasted, missing, can_renew, cycle_number, cycle_from, expires_on, as_of, next_change_on)
    select org, r.holding_id, p.id, p.family_name || ', ' || p.given_name, p.unit_path, r.credential_code, r.pack_id, r.source, r.status,
      r.in_force, r.required, r.counted, r.needed, r.wasted, r.missing, r.can_renew, r.cycle_number, r.cycle_from, r.expires_on,
      today, r.next_change_on
    from public.people p, json_to_recordset(rows) as r (holding_id uuid, credential_code text, pack_id text, source text, status text,
      in_force boolean, required integer, counted integer, needed integer, wasted integer, missing text[], can_renew boolean,
      cycle_number integer, cycle_from date, expires_on date, next_change_on date)
    where p.org_id = org and p.id = person
    on conflict (org_id, holding_id) do update set person_name = excluded.person_name, unit_path = excluded.unit_path,
      pack_id = excluded.pack_id, source = excluded.source, status = excluded.status, in_force = excluded.in_force,
      required = excluded.required, counted = excluded.counted, needed = excluded.needed, wasted = excluded.wasted,
      missing = excluded.missing, can_renew = excluded.can_renew, cycle_number = excluded.cycle_number,
      cycle_from = excluded.cycle_from, expires_on = excluded.expires_on, as_of = excluded.as_of,
      next_change_on = excluded.next_change_on, computed_at = clock_timestamp()
    where (s.person_name, s.unit_path, s.pack_id, s.source, s.status, s.in_force, s.required, s.counted, s.needed, s.wasted, s.missing,
        s.can_renew, s.cycle_number, s.cycle_from, s.expires_on, s.as_of, s.next_change_on)
      is distinct from (excluded.person_name, excluded.unit_path, excluded.pack_id, excluded.source, excluded.status, excluded.in_force,
        excluded.required, excluded.counted, excluded.needed, excluded.wasted, excluded.missing, excluded.can_renew,
        excluded.cycle_number, excluded.cycle_from, excluded.expires_on, excluded.as_of, excluded.next_change_on);
end $$;

-- A command that writes to a ledger gets with the locked head what its standings are judged by, as it is behind the lock.
create or replace function app.open_command(org uuid, actor text, reach text, ledger uuid, command_key text, command_name text, hash bytea)
  returns json language plpgsql
as $$
declare
  kept record;
  head record;
begin
  perform set_config('app.org', org::text, true), set_config('app.person', actor, true),
    set_config('app.reach', reach, true), set_config('lock_timeout', '5s', true);
  insert into public.command_keys (org_id, key, name, body_hash) values (org, command_key, command_name, hash)
    on conflict do nothing;
  if not found then
    select k.answer, k.body_hash = hash as same into kept from public.command_keys k
      where k.org_id = org and k.key = command_key;
    return json_build_object('state', 'kept', 'same', kept.same, 'answer', kept.answer);
  end if;
  if ledger is null or not exists (select from public.people p where p.org_id = org and p.id = ledger) then
    return json_build_object('state', 'new');
  end if;
  -- Awards to one person queue here.
  select h.seq, h.head_hash into head from public.ledger_heads h where h.org_id = org and h.person_id = ledger for update;
  if not found then
    insert into public.ledger_heads as h (org_id, person_id, seq, head_hash) values (org, ledger, 0, decode(repeat('00', 32), 'hex'))
      on conflict (org_id, person_id) do update set seq = h.seq returning h.seq, h.head_hash into head;
  end if;
  return json_build_object('state', 'new', 'seq', head.seq, 'hash', encode(head.head_hash, 'hex'),
    'ground', app.person_ground(org, ledger));
end $$;

revoke all on function app.person_ground(uuid, uuid), app.post_entry(json, json), app.store_standings(uuid, uuid, date, json) from public;
grant execute on function app.person_ground(uuid, uuid), app.post_entry(json, json), app.store_standings(uuid, uuid, date, json) to gs_app;

-- Rows that are changed in place find room on their page, so that no index need be written.
alter table standings set (fillfactor = 80);
alter table ledger_heads set (fillfactor = 70);
alter table command_keys set (fillfactor = 85);
