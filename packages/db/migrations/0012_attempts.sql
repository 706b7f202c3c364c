-- An attempt with what is saved of it, in one trip. Locked where it is to be submitted: the enrollment first, as whoever
-- begins an attempt does, then the attempt, against which answers are saved; what is saved is read only then.
create function app.attempt_of(org uuid, person uuid, which uuid, locked boolean)
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
      'outcome', t.outcome,
      'saved', (select coalesce(json_agg(json_build_object('question', w.question_key, 'choice', w.choice, 'seq', w.seq,
        'savedAt', w.saved_at) order by w.question_key), '[]') from public.attempt_answers w where w.org_id = org and w.attempt_id = which))
    into answer from public.attempts t join public.enrollments e on e.org_id = t.org_id and e.id = t.enrollment_id
    where t.org_id = org and t.id = which;
  return answer;
end $$;
revoke all on function app.attempt_of(uuid, uuid, uuid, boolean) from public;
grant execute on function app.attempt_of(uuid, uuid, uuid, boolean) to gs_app;
