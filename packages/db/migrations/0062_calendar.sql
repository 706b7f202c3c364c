-- A private calendar address: `ORG.SECRET`, of which only the hash of the secret is kept. One works at a time.
create table calendar_feeds (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, secret_hash),
  foreign key (org_id, person_id) references people (org_id, id)
);
create unique index calendar_feeds_one_open on calendar_feeds (org_id, person_id) where revoked_at is null;
-- What was last told of an event: its number grows with every change, so that calendars replace what they have.
create table calendar_events (
  org_id uuid not null,
  person_id uuid not null,
  uid text not null,
  sequence integer not null default 0,
  digest text not null,
  modified_at timestamptz not null default now(),
  primary key (org_id, person_id, uid),
  foreign key (org_id, person_id) references people (org_id, id)
);
do $$
declare
  t text;
  seen text;
begin
  foreach t in array array['calendar_feeds', 'calendar_events']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    seen := format('org_id = (select app.org()) and (person_id = (select app.person()) or (select app.whole())'
      ' or exists (select 1 from people p where p.org_id = %1$I.org_id and p.id = %1$I.person_id))', t);
    execute format('create policy seen on %I for select using (%s)', t, seen);
    execute format('create policy added on %I for insert with check (%s)', t, seen);
    execute format('create policy changed on %I for update using (%s) with check (%s)', t, seen, seen);
    execute format('create policy removed on %I for delete using (%s)', t, seen);
    execute format('grant select, insert, update on %I to gs_app', t);
  end loop;
end $$;
