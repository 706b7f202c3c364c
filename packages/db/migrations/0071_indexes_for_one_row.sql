-- A plan is kept as long as its connection. One that was made while a table filled two pages reads all of it, or all of the
-- organisation by any index that begins with it, and goes on doing so when there are thousands of rows, each judged by
-- row-level security: the check of a foreign key on `attempts` came to cost as much as the answer that it was for. What
-- looks for one row takes an index from the first, and one that serves nothing else.
alter function app.open_command(uuid, text, text, uuid, text, text, bytea) set enable_seqscan = off;
alter function app.close_command(uuid, text, uuid, text, date, json, jsonb) set enable_seqscan = off;
alter function app.post_entry(uuid, uuid, integer, uuid, text, uuid, uuid, text, text, date, date, date, date, uuid, text,
  uuid, text, bytea, smallint, bytea, bytea, json) set enable_seqscan = off;
alter function app.save_answer_on(uuid, uuid, uuid, text, jsonb, integer, uuid) set enable_seqscan = off;

create unique index attempts_by_id on attempts (id, org_id);

-- As before, row by row and by person too, so that no row of anybody else is looked at. Locked: the enrollment first, as
-- whoever begins an attempt does, then the attempt; what is answered was read behind both.
create or replace function app.attempt_of(org uuid, person uuid, which uuid, locked boolean)
  returns json language plpgsql set enable_seqscan = off
as $$
declare
  a public.attempts;
  e record;
  saved json;
begin
  select t.* into a from public.attempts t where t.org_id = org and t.id = which and t.person_id = person;
  if not found then return null; end if;
  if locked then
    select n.status, n.version_id into e from public.enrollments n
      where n.org_id = org and n.id = a.enrollment_id and n.person_id = person for update;
    select t.* into a from public.attempts t where t.org_id = org and t.id = which and t.person_id = person for update;
  else
    select n.status, n.version_id into e from public.enrollments n
      where n.org_id = org and n.id = a.enrollment_id and n.person_id = person;
  end if;
  select json_agg(json_build_object('question', w.question_key, 'choice', w.choice, 'seq', w.seq, 'savedAt', w.saved_at)
      order by w.question_key) into saved
    from public.attempt_answers w where w.org_id = org and w.attempt_id = which and w.person_id = person;
  return json_build_object('id', a.id, 'enrollmentId', a.enrollment_id, 'enrollmentStatus', e.status, 'versionId', e.version_id,
    'number', a.number, 'status', a.status, 'form', a.form, 'startedAt', a.started_at, 'deadlineAt', a.deadline_at,
    'submittedAt', a.submitted_at, 'now', clock_timestamp(), 'points', a.score_points, 'max', a.max_points, 'passed', a.passed,
    'outcome', a.outcome, 'device', a.device, 'saved', coalesce(saved, '[]'));
end $$;

-- What the beginning of an attempt is judged by, behind the lock of its enrollment; null where the person has none such.
create function app.attempts_lately(org uuid, person uuid, which uuid) returns json
  language plpgsql set enable_seqscan = off
as $$
declare
  e record;
begin
  select n.status, n.version_id, n.last_lesson, v.version into e
    from public.enrollments n join public.course_versions v on v.org_id = n.org_id and v.id = n.version_id
    where n.org_id = org and n.person_id = person and n.id = which for update of n;
  if not found then return null; end if;
  return (select json_build_object('status', e.status, 'versionId', e.version_id, 'version', e.version, 'lastLesson', e.last_lesson,
      'open', max(t.id::text) filter (where t.status = 'open' and t.deadline_at > clock_timestamp()),
      'over', max(t.id::text) filter (where t.status = 'open' and t.deadline_at <= clock_timestamp()),
      'last', coalesce(max(t.number), 0),
      'begun', count(*) filter (where t.started_at > clock_timestamp() - interval '1 day'),
      'nextAt', to_char(min(t.started_at) filter (where t.started_at > clock_timestamp() - interval '1 day') at time zone 'UTC'
        + interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'done', coalesce((select json_agg(l.lesson_key) from public.lesson_progress l where l.org_id = org and l.enrollment_id = which), '[]'),
      'practice', coalesce((select json_object_agg(p.lesson_key, p.entries) from (select x.lesson_key, count(*) as entries
        from public.practice_entries x where x.org_id = org and x.enrollment_id = which group by x.lesson_key) p), '{}'))
    from public.attempts t where t.org_id = org and t.enrollment_id = which and t.person_id = person);
end $$;
revoke all on function app.attempts_lately(uuid, uuid, uuid) from public;
grant execute on function app.attempts_lately(uuid, uuid, uuid) to gs_app;

-- Ends an open attempt with its grade; answers when.
create function app.close_attempt(org uuid, which uuid, last integer, points integer, most integer, has_passed boolean,
    answers bytea, what text)
  returns timestamptz language plpgsql set enable_seqscan = off
as $$
declare
  ended timestamptz;
begin
  update public.attempts t set status = 'submitted', submitted_at = clock_timestamp(), last_seq = last, score_points = points,
      max_points = most, passed = has_passed, answers_hash = answers, outcome = what
    where t.org_id = org and t.id = which returning t.submitted_at into ended;
  return ended;
end $$;
revoke all on function app.close_attempt(uuid, uuid, integer, integer, integer, boolean, bytea, text) from public;
grant execute on function app.close_attempt(uuid, uuid, integer, integer, integer, boolean, bytea, text) to gs_app;
