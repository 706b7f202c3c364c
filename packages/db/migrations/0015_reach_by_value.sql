-- Row-level security of what is read and written in many small statements: the scope is compared by value. A sub-select for
-- each comparison is set up anew in every statement, whether a row needs it or not, and cost such statements a third of
-- their time. What is listed by the thousand (people, standings, the trail) keeps the sub-selects, made once a statement.

-- Whether the scope shows a person: asked only where neither the whole organisation nor the own things are in reach.
create function app.sees(org uuid, person uuid) returns boolean language plpgsql stable
as $$
begin
  return exists (select from public.people p where p.org_id = org and p.id = person);
end $$;
revoke all on function app.sees(uuid, uuid) from public;
grant execute on function app.sees(uuid, uuid) to gs_app;

do $$
declare
  t text;
  seen constant text := 'org_id = app.org() and (app.whole() or person_id = app.person() or app.sees(org_id, person_id))';
begin
  foreach t in array array['holdings', 'cycles', 'cards', 'renewals', 'allocations', 'ledger_heads', 'ledger_entries', 'ledger_credits',
    'enrollments', 'lesson_progress', 'practice_entries', 'attempts', 'attempt_answers']
  loop
    execute format('alter policy seen on %I using (%s)', t, seen);
    execute format('alter policy added on %I with check (%s)', t, seen);
    execute format('alter policy changed on %I using (%s) with check (%s)', t, seen, seen);
    execute format('alter policy removed on %I using (%s)', t, seen);
  end loop;
end $$;
alter policy seen on command_keys using (org_id = app.org());
alter policy added on command_keys with check (org_id = app.org());
alter policy changed on command_keys using (org_id = app.org()) with check (org_id = app.org());
