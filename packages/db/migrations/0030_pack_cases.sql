-- The cases worked by hand with which a pack version was published: every console can show and run them.
create table rule_pack_cases (
  org_id uuid not null,
  pack_id text not null,
  version integer not null,
  position integer not null check (position > 0),
  case_id text not null,
  body jsonb not null,
  primary key (org_id, pack_id, version, position),
  unique (org_id, pack_id, version, case_id),
  foreign key (org_id, pack_id, version) references rule_packs (org_id, pack_id, version)
);
alter table rule_pack_cases enable row level security;
alter table rule_pack_cases force row level security;
create policy seen on rule_pack_cases for select using (org_id = (select app.org()));
create policy added on rule_pack_cases for insert with check (org_id = (select app.org()));
grant select, insert on rule_pack_cases to gs_app;
create trigger append_only before update or delete on rule_pack_cases for each row execute function app.refuse_change();
create trigger append_only_all before truncate on rule_pack_cases for each statement execute function app.refuse_change();
alter table rule_pack_cases enable always trigger append_only;
alter table rule_pack_cases enable always trigger append_only_all;

-- What it takes to keep a credential is published for everybody. Its page has no organisation in its address: the code
-- resolves to the organisation that was there first and offers it, and to nothing else.
create table app.credential_codes (code text, org_id uuid, primary key (code, org_id));
create function app.keep_credential_code() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$ begin insert into app.credential_codes values (new.code, new.org_id); return new; end $$;
create trigger keep_credential_code after insert on credentials for each row execute function app.keep_credential_code();
-- Row-level security holds for the owner too: each organisation's own are read in its scope.
do $$
declare org uuid;
begin
  for org in select org_id from app.org_ids loop
    perform set_config('app.org', org::text, true);
    insert into app.credential_codes select code, org_id from credentials where org_id = org;
  end loop;
  perform set_config('app.org', '', true);
end $$;
create function app.org_of_credential(which text) returns uuid
  language sql stable security definer set search_path = app, pg_temp
  as $$ select org_id from app.credential_codes where code = which order by org_id limit 1 $$;
create function app.public_credentials() returns table (code text, org_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$ select distinct on (c.code) c.code, c.org_id from app.credential_codes c order by c.code, c.org_id $$;
revoke all on function app.keep_credential_code(), app.org_of_credential(text), app.public_credentials() from public;
grant execute on function app.org_of_credential(text), app.public_credentials() to gs_app;
