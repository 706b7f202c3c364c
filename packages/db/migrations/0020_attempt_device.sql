-- The device (a browser's own random name) on which an attempt goes on. Another takes over by saying so; from then on
-- the one before may save and submit nothing, until it takes over again.
alter table attempts add column device uuid;

-- As `app.save_answer`, from a device: nothing is saved where another one has taken over.
create function app.save_answer_on(org uuid, person uuid, which uuid, asked text, chosen jsonb, at_seq integer, here uuid)
  returns jsonb language plpgsql set search_path = public, pg_temp
as $$
begin
  perform set_config('app.org', org::text, true), set_config('app.person', person::text, true),
    set_config('app.reach', '', true);
  -- Held against whoever takes over: what is acknowledged here was saved before it.
  perform from attempts t where t.org_id = org and t.id = which and t.person_id = person
    and t.status = 'open' and t.device is not null and t.device <> here for share;
  if found then return jsonb_build_object('state', 'elsewhere'); end if;
  return app.save_answer(org, person, which, asked, chosen, at_seq);
end $$;
revoke all on function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid) from public;
grant execute on function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid) to gs_app;

-- As before, and on which device the attempt goes on.
create or replace function app.attempt_of(org uuid, person uuid, which uuid, locked boolean)
  returns json language plpgsql
as $$
declare
  found_in uuid;
  answer json;
begin
  select t.enrollment_id into found_in from public.attempts t where t.org_id = org and t.person_id = person and t.id = which;
  if not found then return null; end if;
  if locked then
    perform from public.enrollments e where e.org_id = org and e.id = found_in for update;
    perform from public.attempts t where t.org_id = org and t.id = which for update;
  end if;
  select json_build_object('id', t.id, 'enrollmentId', t.enrollment_id, 'enrollmentStatus', e.status, 'versionId', e.version_id,
      'number', t.number, 'status', t.status, 'form', t.form, 'startedAt', t.started_at, 'deadlineAt', t.deadline_at,
      'submittedAt', t.submitted_at, 'now', clock_timestamp(), 'points', t.score_points, 'max', t.max_points, 'passed', t.passed,
      'outcome', t.outcome, 'device', t.device,
      'saved', (select coalesce(json_agg(json_build_object('question', w.question_key, 'choice', w.choice, 'seq', w.seq,
        'savedAt', w.saved_at) order by w.question_key), '[]') from public.attempt_answers w where w.org_id = org and w.attempt_id = which))
    into answer from public.attempts t join public.enrollments e on e.org_id = t.org_id and e.id = t.enrollment_id
    where t.org_id = org and t.id = which;
  return answer;
end $$;
