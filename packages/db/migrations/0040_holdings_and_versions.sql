-- When the organisation learned of a version of a pack: what stands at its beginning was known as long as it held.
alter table rule_packs add column known_on date;
alter table rule_packs no force row level security;
alter table rule_packs disable trigger append_only;
update rule_packs set known_on = effective_from;
alter table rule_packs enable always trigger append_only;
alter table rule_packs force row level security;
alter table rule_packs alter column known_on set not null, alter column known_on set default date '1900-01-01';

-- A holding that its holder declares stands as such until somebody confirms or refuses it; nothing of it is removed, so
-- that every past day can still be answered. What is edited is a new holding in the place of the old one.
alter table holdings
  add column number text,
  add column file_id uuid,
  add column replaces_id uuid,
  add column confirmed_on date,
  add column confirmed_by uuid,
  add column end_kind text check (end_kind in ('withdrawn', 'replaced', 'refused', 'ended')),
  add column end_known_on date,
  add column ended_by uuid,
  add column end_reason text,
  add foreign key (org_id, file_id) references files (org_id, id),
  add foreign key (org_id, replaces_id) references holdings (org_id, id),
  add check ((ended_on is null) = (end_known_on is null));
-- Nobody holds a credential twice at a time.
create unique index holdings_one_open on holdings (org_id, person_id, credential_code) where ended_on is null;
-- "What waits for a registrar", oldest first.
create index holdings_waiting on holdings (org_id, known_on, id) where source = 'declared' and ended_on is null;
-- "Whose holdings does this pack judge", in the order in which a recomputation goes through them.
create index holdings_of_pack on holdings (org_id, pack_id, person_id) where ended_on is null;

-- A cycle belongs to its holding; no two of one credential overlap, unless its holding ended: then it was in error.
alter table cycles drop constraint cycles_pkey;
alter table cycles drop constraint cycles_org_id_holding_id_number_key;
alter table cycles add column in_error boolean not null default false;
alter table cycles add primary key (org_id, holding_id, number);
alter table cycles add constraint cycles_do_not_overlap
  exclude using gist (org_id with =, person_id with =, credential_code with =, valid with &&) where (not in_error);

-- Compliance counts what was confirmed and shows beside it what was only declared.
alter table standings add column source text not null default 'confirmed' check (source in ('confirmed', 'declared'));
grant delete on standings to gs_app;

-- A new version of a pack brings the standings of its holdings up to date in the background.
create table recomputations (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  pack_id text not null,
  version integer not null,
  people integer not null,
  done integer not null default 0,
  holdings integer not null default 0,
  changed integer not null default 0,
  after_person uuid,
  started_at timestamptz not null default clock_timestamp(),
  moved_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (org_id, id),
  unique (org_id, pack_id, version),
  foreign key (org_id, pack_id, version) references rule_packs (org_id, pack_id, version)
);
alter table recomputations enable row level security;
alter table recomputations force row level security;
create policy seen on recomputations for select using (org_id = (select app.org()));
create policy added on recomputations for insert with check (org_id = (select app.org()));
create policy changed on recomputations for update using (org_id = (select app.org())) with check (org_id = (select app.org()));
create policy removed on recomputations for delete using (org_id = (select app.org()));
grant select, insert, update on recomputations to gs_app;
