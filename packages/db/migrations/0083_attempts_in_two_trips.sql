-- An attempt is begun and submitted in two trips: one that opens the command and answers what it is judged by, behind its
-- locks, and one that writes and closes. Both ends are stamped with the clock that the first answered.

-- As before, with the clock; of past attempts those of the last day alone are looked at, from the newest on (each began
-- after the ones before it, behind this lock).
create or replace function app.attempts_lately(org uuid, person uuid, which uuid) returns json
  language plpgsql set enable_seqscan = off
as $$
declare
  e record;
  t record;
  moment timestamptz;
  open_one uuid;
  over_one uuid;
  last integer := 0;
  begun integer := 0;
  earliest timestamptz;
begin
  select n.status, n.version_id, n.last_lesson, v.version into e
    from public.enrollments n join public.course_versions v on v.org_id = n.org_id and v.id = n.version_id
    where n.org_id = org and n.person_id = person and n.id = which for update of n;
  if not found then return null; end if;
  moment := clock_timestamp();
  for t in select x.id, x.number, x.status, x.started_at, x.deadline_at from public.attempts x
    where x.org_id = org and x.enrollment_id = which and x.person_id = person order by x.number desc
  loop
    last := greatest(last, t.number);
    if t.status = 'open' then
      if t.deadline_at > moment then open_one := t.id; else over_one := t.id; end if;
    end if;
    exit when t.started_at <= moment - interval '1 day';
    begun := begun + 1;
    earliest := least(earliest, t.started_at);
  end loop;
  return json_build_object('status', e.status, 'versionId', e.version_id, 'version', e.version, 'lastLesson', e.last_lesson,
    'open', open_one, 'over', over_one, 'last', last, 'begun', begun, 'now', moment,
    'nextAt', to_char(earliest at time zone 'UTC' + interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'done', coalesce((select json_agg(l.lesson_key) from public.lesson_progress l where l.org_id = org and l.enrollment_id = which), '[]'),
    'practice', coalesce((select json_object_agg(p.lesson_key, p.entries) from (select x.lesson_key, count(*) as entries
      from public.practice_entries x where x.org_id = org and x.enrollment_id = which group by x.lesson_key) p), '{}'));
end $$;

-- Keeps the form of an attempt that begins now.
create function app.begin_attempt(org uuid, which uuid, enrollment uuid, person uuid, nth integer, drawn jsonb, began timestamptz,
    minutes integer)
  returns void language plpgsql set enable_seqscan = off
as $$
begin
  insert into public.attempts (org_id, id, enrollment_id, person_id, number, status, form, started_at, deadline_at)
    values (org, which, enrollment, person, nth, 'open', drawn, began, began + make_interval(mins => minutes));
end $$;
revoke all on function app.begin_attempt(uuid, uuid, uuid, uuid, integer, jsonb, timestamptz, integer) from public;
grant execute on function app.begin_attempt(uuid, uuid, uuid, uuid, integer, jsonb, timestamptz, integer) to gs_app;

-- As before; what is to be locked is read whole behind its locks alone, and what is saved comes as bare rows, which whoever
-- reads them puts in order.
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

-- Ends an open attempt with its grade, at the moment at which it was locked.
create function app.close_attempt(org uuid, which uuid, ended timestamptz, last integer, points integer, most integer,
    has_passed boolean, answers bytea, what text)
  returns void language plpgsql set enable_seqscan = off
as $$
begin
  update public.attempts t set status = 'submitted', submitted_at = ended, last_seq = last, score_points = points,
      max_points = most, passed = has_passed, answers_hash = answers, outcome = what
    where t.org_id = org and t.id = which and t.status = 'open';
  if not found then raise exception 'attempt % was not open when it was to be closed', which; end if;
end $$;
revoke all on function app.close_attempt(uuid, uuid, timestamptz, integer, integer, integer, boolean, bytea, text) from public;
grant execute on function app.close_attempt(uuid, uuid, timestamptz, integer, integer, integer, boolean, bytea, text) to gs_app;
drop function app.close_attempt(uuid, uuid, integer, integer, integer, boolean, bytea, text);
