-- The hot statements once more, with less of what was measured to cost most: a statement inside a function takes 15 to 30 µs
-- to set up whatever it does, and a node that sorts or a value made into JSON a few more each. So settings are assigned
-- (which is no statement), what is asked for one row is asked with it, order is made by whoever reads, and an entry is read
-- from the bytes that its hash covers. All run as their caller, as before.

-- The live sessions of these hashes, in their order; null where there is none.
create function app.resolve_sessions(hashes bytea[], which text) returns json
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  hash bytea;
  s identity.sessions;
  answer json;
  answers json[] := '{}';
  setting text;
begin
  foreach hash in array hashes loop
    answer := null;
    select * into s from identity.sessions x
      where x.token_hash = hash and x.app = which and x.revoked_at is null and x.expires_at > now()
        and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
    if s.id is not null and s.last_seen_at < now() - interval '60 seconds' then
      -- A revocation that commits meanwhile wins: the condition is judged again on the row as it is then.
      update identity.sessions x set last_seen_at = now() where x.id = s.id and x.revoked_at is null;
      if not found then s.id := null; end if;
    end if;
    if s.id is not null then
      setting := set_config('app.org', s.org_id::text, true);
      setting := set_config('app.reach', '*', true);
      select json_build_object(
          'sessionId', s.id, 'accountId', s.account_id, 'orgId', s.org_id, 'personId', s.person_id,
          'expiresAt', s.expires_at, 'orgName', o.name, 'orgIsDemo', o.is_demo, 'orgTimeZone', o.time_zone,
          'givenName', p.given_name, 'familyName', p.family_name, 'email', p.email, 'locale', a.locale, 'timeZone', a.time_zone,
          'unitId', p.unit_id, 'unitPath', p.unit_path,
          'grants', coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitPath', g.unit_path))
            from role_grants g where g.org_id = s.org_id and g.person_id = s.person_id and g.withdrawn_at is null), '[]'),
          'organisations', case when (select count(*) from identity.memberships k where k.account_id = s.account_id) > 1
            then app.memberships_of(s.account_id)
            else jsonb_build_array(jsonb_build_object('orgId', s.org_id, 'orgName', o.name, 'staff', true)) end)
        into answer
        from people p join organizations o on o.org_id = p.org_id join identity.accounts a on a.id = s.account_id
        where p.org_id = s.org_id and p.id = s.person_id and p.status = 'active' and a.disabled_at is null;
      setting := set_config('app.org', '', true);
      setting := set_config('app.reach', '', true);
    end if;
    answers := array_append(answers, answer);
  end loop;
  return array_to_json(answers);
end $$;
revoke all on function app.resolve_sessions(bytea[], text) from public;
grant execute on function app.resolve_sessions(bytea[], text) to gs_app;
drop function app.resolve_session(bytea, text);

-- A quiz answer is saved in one trip, from a device where it has a name: scope, judgement and write. The clock is the
-- database's.
create or replace function app.save_answer_on(org uuid, person uuid, which uuid, asked text, chosen jsonb, at_seq integer, here uuid)
  returns jsonb language plpgsql
as $$
declare
  a record;
  item jsonb;
  kept record;
  setting text;
  saved timestamptz;
begin
  setting := set_config('app.org', org::text, true);
  setting := set_config('app.person', person::text, true);
  setting := set_config('app.reach', '', true);
  -- Held against submission and against whoever takes over; answers do not wait for each other.
  select t.status, t.deadline_at, t.form, t.device into a from public.attempts t
    where t.org_id = org and t.id = which and t.person_id = person for share;
  if not found then return jsonb_build_object('state', 'unknown'); end if;
  if a.status <> 'open' then return jsonb_build_object('state', 'closed'); end if;
  if a.device <> here then return jsonb_build_object('state', 'elsewhere'); end if;
  saved := clock_timestamp();
  if saved >= a.deadline_at then return jsonb_build_object('state', 'expired'); end if;
  item := jsonb_path_query_first(a.form, '$.items[*] ? (@.question == $asked)', jsonb_build_object('asked', asked));
  if item is null then return jsonb_build_object('state', 'answer.not-in-form'); end if;
  if jsonb_typeof(chosen) <> 'array' or not chosen <@ (item->'options') then
    return jsonb_build_object('state', 'answer.unknown-option');
  end if;
  if jsonb_array_length(chosen) > 1 then
    if not (item->>'many')::boolean then return jsonb_build_object('state', 'answer.one-only'); end if;
    if jsonb_array_length(chosen) <> (select count(distinct c) from jsonb_array_elements(chosen) c) then
      return jsonb_build_object('state', 'answer.repeated');
    end if;
  end if;
  insert into public.attempt_answers as w (org_id, attempt_id, question_key, person_id, choice, seq, saved_at)
    values (org, which, asked, person, chosen, at_seq, saved)
    on conflict (org_id, attempt_id, question_key) do update
      set choice = excluded.choice, seq = excluded.seq, saved_at = excluded.saved_at where w.seq < excluded.seq;
  if found then
    return jsonb_build_object('state', 'saved', 'seq', at_seq, 'choice', chosen, 'savedAt', saved);
  end if;
  select w.seq, w.choice, w.saved_at into kept from public.attempt_answers w
    where w.org_id = org and w.attempt_id = which and w.question_key = asked;
  return jsonb_build_object('state', case when kept.choice = chosen then 'saved' else 'newer' end,
    'seq', kept.seq, 'choice', kept.choice, 'savedAt', kept.saved_at);
end $$;
drop function app.save_answer(uuid, uuid, uuid, text, jsonb, integer);

create or replace function app.open_command(org uuid, actor text, reach text, ledger uuid, command_key text, command_name text, hash bytea)
  returns json language plpgsql
as $$
declare
  kept record;
  head record;
  setting text;
begin
  setting := set_config('app.org', org::text, true);
  setting := set_config('app.person', actor, true);
  setting := set_config('app.reach', reach, true);
  setting := set_config('lock_timeout', '5s', true);
  insert into public.command_keys (org_id, key, name, body_hash) values (org, command_key, command_name, hash)
    on conflict do nothing;
  if not found then
    select k.answer, k.body_hash = hash as same into kept from public.command_keys k
      where k.org_id = org and k.key = command_key;
    return json_build_object('state', 'kept', 'same', kept.same, 'answer', kept.answer);
  end if;
  if ledger is null then return json_build_object('state', 'new'); end if;
  -- Awards to one person queue here. A head is seen where its person is.
  select h.seq, h.head_hash into head from public.ledger_heads h where h.org_id = org and h.person_id = ledger for update;
  if not found then
    if not exists (select from public.people p where p.org_id = org and p.id = ledger) then
      return json_build_object('state', 'new');
    end if;
    insert into public.ledger_heads as h (org_id, person_id, seq, head_hash) values (org, ledger, 0, decode(repeat('00', 32), 'hex'))
      on conflict (org_id, person_id) do update set seq = h.seq returning h.seq, h.head_hash into head;
  end if;
  return json_build_object('state', 'new', 'seq', head.seq, 'hash', encode(head.head_hash, 'hex'),
    'ground', app.person_ground(org, ledger));
end $$;

-- What a standing is judged by: one look at each table by person, as bare rows in no order, and by what the rules of the
-- organisation are known (published versions stay as they are, so that their number and the last one tell). Each part is
-- null where there is no row. An entry is its words and the bytes that its hash covers.
create or replace function app.person_ground(org uuid, person uuid) returns json language plpgsql
as $$
declare
  g record;
  allocations json;
  courses json;
begin
  select
      (select json_agg(json_build_array(h.id, h.credential_code, h.pack_id, h.issued_on, h.known_on, h.source, h.facts,
          h.confirmed_on, h.ended_on, h.end_known_on, h.number))
        from public.holdings h where h.org_id = org and h.person_id = person) as holdings,
      (select json_agg(json_build_array(c.holding_id, c.number, c.starts_on, c.expires_on))
        from public.cycles c where c.org_id = org and c.person_id = person) as cycles,
      (select json_agg(json_build_array(r.id, r.holding_id, r.cycle_number, r.applied_on, r.decided_on))
        from public.renewals r where r.org_id = org and r.person_id = person and r.status = 'approved') as renewals,
      (select json_agg(json_build_array(k.id, k.type, k.issuer, k.issued_on, k.valid_through, k.hands_on, k.known_on))
        from public.cards k where k.org_id = org and k.person_id = person) as cards,
      (select count(*) || ' ' || max(v.published_at) from public.rule_packs v where v.org_id = org) as rules,
      l.entries, l.enrolled
    into g
    from (select json_agg(json_build_array(e.activity, e.activity_type, convert_from(e.payload, 'UTF8')::json)) as entries,
        bool_or(e.enrollment_id is not null) as enrolled
      from public.ledger_entries e where e.org_id = org and e.person_id = person) l;
  if g.renewals is not null then
    select json_agg(json_build_array(a.renewal_id, a.entry_id)) into allocations
      from public.allocations a where a.org_id = org and a.person_id = person and a.entry_id is not null;
  end if;
  if g.enrolled then
    select json_agg(json_build_array(n.id, n.course_id)) into courses
      from public.enrollments n where n.org_id = org and n.person_id = person;
  end if;
  return json_build_object('holdings', g.holdings, 'cycles', g.cycles, 'renewals', g.renewals, 'allocations', allocations,
    'entries', g.entries, 'courses', courses, 'cards', g.cards, 'rules', g.rules);
end $$;

-- An entry with its lines behind a head row that the transaction has locked.
create function app.post_entry(org uuid, person uuid, at_seq integer, entry uuid, kind text, enrollment uuid, submission uuid,
    activity text, activity_type text, completed date, filed date, approved date, known date, actor uuid, reason text,
    reverses uuid, command_key text, payload bytea, payload_format smallint, previous bytea, hash bytea, lines json)
  returns void language plpgsql
as $$
begin
  insert into public.ledger_entries (org_id, person_id, seq, id, kind, enrollment_id, submission_id, activity, activity_type,
      completed_on, filed_on, approved_on, known_on, actor_id, reason, reverses_id, idempotency_key, payload, payload_format, prev_hash, hash)
    values (org, person, at_seq, entry, kind, enrollment, submission, activity, activity_type, completed, filed, approved, known,
      actor, reason, reverses, command_key, payload, payload_format, previous, hash);
  for place in 0 .. json_array_length(lines) - 1 loop
    insert into public.ledger_credits (org_id, entry_id, person_id, pack_id, category, amount_thousandths)
      values (org, entry, person, lines->place->>'packId', lines->place->>'category', (lines->place->>'amount')::integer);
  end loop;
  update public.ledger_heads h set seq = at_seq, head_hash = hash where h.org_id = org and h.person_id = person;
end $$;
revoke all on function app.post_entry(uuid, uuid, integer, uuid, text, uuid, uuid, text, text, date, date, date, date, uuid, text,
  uuid, text, bytea, smallint, bytea, bytea, json) from public;
grant execute on function app.post_entry(uuid, uuid, integer, uuid, text, uuid, uuid, text, text, date, date, date, date, uuid, text,
  uuid, text, bytea, smallint, bytea, bytea, json) to gs_app;
drop function app.post_entry(json, json);

-- Brings stored standings to these rows, of holdings that have one: an entry changes those alone that its credits serve.
create function app.change_standings(org uuid, today date, rows json) returns void language plpgsql
as $$
declare
  r public.standings;
begin
  for place in 0 .. json_array_length(rows) - 1 loop
    r := json_populate_record(null::public.standings, rows->place);
    update public.standings s set pack_id = r.pack_id, source = r.source, status = r.status, in_force = r.in_force,
        required = r.required, counted = r.counted, needed = r.needed, wasted = r.wasted, missing = r.missing,
        can_renew = r.can_renew, cycle_number = r.cycle_number, cycle_from = r.cycle_from, expires_on = r.expires_on,
        as_of = today, next_change_on = r.next_change_on, computed_at = clock_timestamp()
      where s.org_id = org and s.holding_id = r.holding_id;
  end loop;
end $$;
revoke all on function app.change_standings(uuid, date, json) from public;
grant execute on function app.change_standings(uuid, date, json) to gs_app;

-- What is written row by row is judged by value; lists keep the sub-selects of `seen`.
do $$
declare
  within constant text := 'org_id = app.org() and (app.whole() or person_id = app.person() or unit_path ^@ any (app.reach()))';
begin
  execute format('alter policy added on standings with check (%s)', within);
  execute format('alter policy changed on standings using (%s) with check (%s)', within, within);
end $$;
alter policy added on audit_events with check (org_id = app.org());
