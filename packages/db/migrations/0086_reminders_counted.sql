-- What every organisation still owes its people after the hourly job looked: it judges everybody anyway, a page need not.
-- One row an organisation. It is a figure and no change of anything, so it leaves nothing in the trail.
create table reminder_counts (
  org_id uuid primary key references organizations (org_id),
  counted_at timestamptz not null,
  counts jsonb not null,
  total integer not null check (total >= 0),
  people integer not null check (people between 0 and total)
);
alter table reminder_counts enable row level security;
alter table reminder_counts force row level security;
create policy seen on reminder_counts for select using (org_id = (select app.org()) and (select app.whole()));
create policy added on reminder_counts for insert with check (org_id = (select app.org()) and (select app.whole()));
create policy changed on reminder_counts for update using (org_id = (select app.org()) and (select app.whole()))
  with check (org_id = (select app.org()) and (select app.whole()));
grant select, insert, update on reminder_counts to gs_app;

-- Of two workers the one that began to count later is right.
create function app.note_reminders_owed(org uuid, at timestamptz, figures jsonb, owed integer, to_people integer) returns void
  language plpgsql
as $$
declare
  setting text;
begin
  setting := set_config('app.org', org::text, true);
  setting := set_config('app.reach', '*', true);
  insert into public.reminder_counts as c (org_id, counted_at, counts, total, people) values (org, at, figures, owed, to_people)
    on conflict (org_id) do update set counted_at = excluded.counted_at, counts = excluded.counts, total = excluded.total,
      people = excluded.people where c.counted_at <= excluded.counted_at;
end $$;
revoke all on function app.note_reminders_owed(uuid, timestamptz, jsonb, integer, integer) from public;
grant execute on function app.note_reminders_owed(uuid, timestamptz, jsonb, integer, integer) to gs_app;
