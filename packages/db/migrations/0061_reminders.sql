-- Reminders are owed, not fired: what is owed follows from state, and this table says what went out. One row for person,
-- matter, cycle, stage and channel: the unique key is what keeps a second from going out.
create table reminders (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('deadline', 'card', 'pace', 'evidence', 'plan')),
  subject text not null,
  cycle text not null,
  stage text not null,
  channel text not null default 'mail' check (channel in ('mail')),
  due_on date not null,
  sent_on date not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  unique (org_id, person_id, kind, subject, cycle, stage, channel),
  foreign key (org_id, person_id) references people (org_id, id)
);
-- Kinds that somebody does not want.
create table reminder_optouts (
  org_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('deadline', 'card', 'pace', 'evidence', 'plan')),
  since timestamptz not null default clock_timestamp(),
  primary key (org_id, person_id, kind),
  foreign key (org_id, person_id) references people (org_id, id)
);
-- Without a row the product's defaults hold.
create table reminder_settings (
  org_id uuid primary key references organizations (org_id),
  ceiling integer not null check (ceiling between 0 and 1000000),
  quiet_from integer not null check (quiet_from between 0 and 23),
  quiet_until integer not null check (quiet_until between 0 and 23),
  updated_at timestamptz not null default now()
);
-- A wave above the ceiling waits here until somebody releases as many as they saw.
create table reminder_waves (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  status text not null check (status in ('held', 'released', 'sent')),
  total integer not null,
  counts jsonb not null,
  held_on date not null,
  released_by uuid,
  released_at timestamptz,
  sent integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
);
create unique index reminder_waves_one_open on reminder_waves (org_id) where status <> 'sent';

do $$
declare
  t text;
  seen text;
begin
  foreach t in array array['reminders', 'reminder_optouts', 'reminder_settings', 'reminder_waves']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t in ('reminder_settings', 'reminder_waves') then
      seen := 'org_id = (select app.org()) and (select app.whole())';
    else
      seen := format('org_id = (select app.org()) and (person_id = (select app.person()) or (select app.whole())'
        ' or exists (select 1 from people p where p.org_id = %1$I.org_id and p.id = %1$I.person_id))', t);
    end if;
    execute format('create policy seen on %I for select using (%s)', t, seen);
    execute format('create policy added on %I for insert with check (%s)', t, seen);
    execute format('create policy changed on %I for update using (%s) with check (%s)', t, seen, seen);
    execute format('create policy removed on %I for delete using (%s)', t, seen);
    execute format('grant select, insert on %I to gs_app', t);
  end loop;
end $$;
grant update on reminder_settings, reminder_waves to gs_app;
grant delete on reminder_optouts to gs_app;
