-- Answers that come at once are saved in one trip and one commit: what an answer costs is mostly the trip, and statements
-- that follow each other in one process find everything at hand. Each is judged as before, in its own person's scope.

-- The holders of the live sessions with these hashes, noted as used: organisation and person after each other, both null
-- where there is none, as `app.resolve_sessions` judges it.
create function app.holders_of_sessions(hashes bytea[], which text) returns uuid[]
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  hash bytea;
  s record;
  active uuid;
  holders uuid[] := '{}';
  setting text;
begin
  foreach hash in array hashes loop
    active := null;
    select x.id, x.org_id, x.person_id, x.account_id, x.last_seen_at into s from identity.sessions x
      where x.token_hash = hash and x.app = which and x.revoked_at is null and x.expires_at > now()
        and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
    if s.last_seen_at < now() - interval '60 seconds' then
      -- A revocation that commits meanwhile wins: the condition is judged again on the row as it is then.
      update identity.sessions x set last_seen_at = now() where x.id = s.id and x.revoked_at is null;
      if not found then s.id := null; end if;
    end if;
    if s.id is not null then
      setting := set_config('app.org', s.org_id::text, true);
      setting := set_config('app.reach', '*', true);
      select p.id into active from people p, identity.accounts a
        where p.org_id = s.org_id and p.id = s.person_id and p.status = 'active' and a.id = s.account_id and a.disabled_at is null;
    end if;
    holders := holders || case when active is null then null else s.org_id end || active;
  end loop;
  setting := set_config('app.org', '', true);
  setting := set_config('app.reach', '', true);
  return holders;
end $$;
revoke all on function app.holders_of_sessions(bytea[], text) from public;
grant execute on function app.holders_of_sessions(bytea[], text) to gs_app;

-- As before; and who is not patient waits for nobody that submits or takes over the attempt, and is told `busy`. That look
-- nearly never happens, and is no part of the condition before it: with it, a plan would be made each time.
create function app.save_answer_on(org uuid, person uuid, which uuid, asked text, chosen jsonb, at_seq integer, here uuid, patient boolean)
  returns jsonb language plpgsql set enable_seqscan = off
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
  if patient then
    select t.status, t.deadline_at, t.form, t.device into a from public.attempts t
      where t.org_id = org and t.id = which and t.person_id = person for share;
  else
    select t.status, t.deadline_at, t.form, t.device into a from public.attempts t
      where t.org_id = org and t.id = which and t.person_id = person for share skip locked;
    if not found then
      if exists (select from public.attempts t where t.org_id = org and t.id = which and t.person_id = person) then
        return '{"state": "busy"}';
      end if;
    end if;
  end if;
  if a.status is null then return '{"state": "unknown"}'; end if;
  if a.status <> 'open' then return '{"state": "closed"}'; end if;
  if a.device <> here then return '{"state": "elsewhere"}'; end if;
  saved := clock_timestamp();
  if saved >= a.deadline_at then return '{"state": "expired"}'; end if;
  item := jsonb_path_query_first(a.form, '$.items[*] ? (@.question == $asked)', jsonb_build_object('asked', asked));
  if item is null then return '{"state": "answer.not-in-form"}'; end if;
  if jsonb_typeof(chosen) <> 'array' or not chosen <@ (item->'options') then
    return '{"state": "answer.unknown-option"}';
  end if;
  if jsonb_array_length(chosen) > 1 then
    if not (item->>'many')::boolean then return '{"state": "answer.one-only"}'; end if;
    if jsonb_array_length(chosen) <> (select count(distinct c) from jsonb_array_elements(chosen) c) then
      return '{"state": "answer.repeated"}';
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
revoke all on function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid, boolean) from public;
grant execute on function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid, boolean) to gs_app;

-- The hot write with the look for its session, for answers that come at once: each in its own session, in their order;
-- null where a session does not live.
create function app.save_answers_in(hashes bytea[], app_name text, attempts uuid[], asked text[], chosen jsonb[], seqs integer[],
    devices uuid[])
  returns json language plpgsql set enable_seqscan = off
as $$
declare
  holders uuid[];
  saved jsonb[] := '{}';
begin
  holders := app.holders_of_sessions(hashes, app_name);
  for n in 1 .. cardinality(hashes) loop
    saved := array_append(saved, case when holders[2 * n] is not null then
      app.save_answer_on(holders[2 * n - 1], holders[2 * n], attempts[n], asked[n], chosen[n], seqs[n], devices[n],
        patient => cardinality(hashes) = 1) end);
  end loop;
  return array_to_json(saved);
end $$;
revoke all on function app.save_answers_in(bytea[], text, uuid[], text[], jsonb[], integer[], uuid[]) from public;
grant execute on function app.save_answers_in(bytea[], text, uuid[], text[], jsonb[], integer[], uuid[]) to gs_app;

drop function app.save_answer_in(bytea, text, uuid, text, jsonb, integer, uuid);
drop function app.holder_of_session(bytea, text);
drop function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid);
