-- A quiz answer is saved in one trip: scope, judgement and write in one statement, as the caller's own role, so that
-- row-level security holds as everywhere. The clock is the database's.
create function app.save_answer(org uuid, person uuid, which uuid, asked text, chosen jsonb, at_seq integer)
  returns jsonb language plpgsql set search_path = public, pg_temp
as $$
declare
  a record;
  item jsonb;
  kept record;
begin
  perform set_config('app.org', org::text, true), set_config('app.person', person::text, true),
    set_config('app.reach', '', true);
  -- Held against the submission, which locks the row; answers do not wait for each other.
  select t.status, t.deadline_at, t.form into a from attempts t
    where t.org_id = org and t.id = which and t.person_id = person for key share;
  if not found then return jsonb_build_object('state', 'unknown'); end if;
  if a.status <> 'open' then return jsonb_build_object('state', 'closed'); end if;
  if clock_timestamp() >= a.deadline_at then return jsonb_build_object('state', 'expired'); end if;
  select i into item from jsonb_array_elements(a.form->'items') i where i->>'question' = asked;
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
  insert into attempt_answers as w (org_id, attempt_id, question_key, person_id, choice, seq, saved_at)
    values (org, which, asked, person, chosen, at_seq, clock_timestamp())
    on conflict (org_id, attempt_id, question_key) do update
      set choice = excluded.choice, seq = excluded.seq, saved_at = excluded.saved_at where w.seq < excluded.seq
    returning w.seq, w.choice, w.saved_at into kept;
  if not found then
    select w.seq, w.choice, w.saved_at into kept from attempt_answers w
      where w.org_id = org and w.attempt_id = which and w.question_key = asked;
  end if;
  return jsonb_build_object('state', case when kept.choice = chosen then 'saved' else 'newer' end,
    'seq', kept.seq, 'choice', kept.choice, 'savedAt', kept.saved_at);
end $$;
revoke all on function app.save_answer(uuid, uuid, uuid, text, jsonb, integer) from public;
grant execute on function app.save_answer(uuid, uuid, uuid, text, jsonb, integer) to gs_app;

-- "Which open attempts are over?", for the job.
create index attempts_open on attempts (org_id, deadline_at) where status = 'open';
