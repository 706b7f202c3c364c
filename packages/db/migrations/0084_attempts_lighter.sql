-- What follows each other twenty times in an attempt, once more with less: a look that nearly never happens is no part of
-- the condition before it (with it, a plan is made each time), and what is saved of an attempt comes as bare rows, which
-- whoever reads them puts in order.
create or replace function app.save_answer_on(org uuid, person uuid, which uuid, asked text, chosen jsonb, at_seq integer, here uuid, patient boolean)
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

create or replace function app.attempt_of(org uuid, person uuid, which uuid, locked boolean)
  returns json language plpgsql set enable_seqscan = off
as $$
declare
  a public.attempts;
  e record;
  within uuid;
  saved json;
begin
  if locked then
    select t.enrollment_id into within from public.attempts t where t.org_id = org and t.id = which and t.person_id = person;
    if not found then return null; end if;
    select n.status, n.version_id into e from public.enrollments n
      where n.org_id = org and n.id = within and n.person_id = person for update;
    select t.* into a from public.attempts t where t.org_id = org and t.id = which and t.person_id = person for update;
  else
    select t.* into a from public.attempts t where t.org_id = org and t.id = which and t.person_id = person;
    if not found then return null; end if;
    select n.status, n.version_id into e from public.enrollments n
      where n.org_id = org and n.id = a.enrollment_id and n.person_id = person;
  end if;
  select json_agg(json_build_array(w.question_key, w.choice, w.seq, w.saved_at)) into saved
    from public.attempt_answers w where w.org_id = org and w.attempt_id = which and w.person_id = person;
  return json_build_object('id', a.id, 'enrollmentId', a.enrollment_id, 'enrollmentStatus', e.status, 'versionId', e.version_id,
    'number', a.number, 'status', a.status, 'form', a.form, 'startedAt', a.started_at, 'deadlineAt', a.deadline_at,
    'submittedAt', a.submitted_at, 'now', clock_timestamp(), 'points', a.score_points, 'max', a.max_points, 'passed', a.passed,
    'outcome', a.outcome, 'device', a.device, 'saved', coalesce(saved, '[]'));
end $$;
