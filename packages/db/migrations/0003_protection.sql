-- What the application's roles may do, and the second net under every query.

-- Tables without org_id that row-level security does not cover are in schema identity, migrations and jobs.
do $$
declare
  t record;
  append_only constant text[] := array['audit_events', 'ledger_entries', 'ledger_credits', 'allocations', 'decisions',
    'records', 'record_events', 'course_versions', 'rule_packs'];
  -- Insert is judged by organisation alone where the writer need not be able to read what is written.
  insert_by_org constant text[] := array['audit_events', 'kept_mails'];
  has_person boolean;
  seen text;
begin
  for t in select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
           and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')
  loop
    execute format('alter table %I enable row level security', t.relname);
    execute format('alter table %I force row level security', t.relname);
    select exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id' and not a.attisdropped)
      into has_person;
    seen := 'org_id = (select app.org())';
    if t.relname = 'people' then
      seen := seen || ' and (id = (select app.person()) or (select app.whole()) or unit_path ^@ any ((select app.reach())::text[]))';
    elsif t.relname = 'standings' then
      seen := seen || ' and (person_id = (select app.person()) or (select app.whole()) or unit_path ^@ any ((select app.reach())::text[]))';
    elsif t.relname = 'kept_mails' then
      seen := seen || ' and (select app.whole())';
    elsif has_person and t.relname <> 'invitations' then
      seen := seen || format(
        ' and (person_id = (select app.person()) or (select app.whole())'
        ' or exists (select 1 from people p where p.org_id = %1$I.org_id and p.id = %1$I.person_id))', t.relname);
    end if;
    execute format('create policy seen on %I for select using (%s)', t.relname, seen);
    execute format('create policy added on %I for insert with check (%s)', t.relname,
      case when t.relname = any (insert_by_org) then 'org_id = (select app.org())' else seen end);
    execute format('create policy changed on %I for update using (%s) with check (%s)', t.relname, seen, seen);
    execute format('create policy removed on %I for delete using (%s)', t.relname, seen);
    execute format('grant select, insert on %I to gs_app', t.relname);
    if not t.relname = any (append_only) then
      execute format('grant update on %I to gs_app', t.relname);
    end if;
  end loop;
end $$;
grant delete on command_keys, course_ownerships to gs_app;

create function app.refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'append-only: % of % is refused', tg_op, tg_table_name using errcode = '42501'; end $$;
do $$
declare t text;
begin
  foreach t in array array['audit_events', 'ledger_entries', 'ledger_credits', 'allocations', 'decisions', 'records',
    'record_events', 'course_versions', 'rule_packs']
  loop
    execute format('create trigger append_only before update or delete on %I for each row execute function app.refuse_change()', t);
    execute format('create trigger append_only_all before truncate on %I for each statement execute function app.refuse_change()', t);
    execute format('alter table %I enable always trigger append_only', t);
    execute format('alter table %I enable always trigger append_only_all', t);
  end loop;
end $$;

grant usage on schema app, public to gs_app;
grant execute on all functions in schema app to gs_app;

-- Identity is reached by its own role, which gs_app may take on for one transaction.
grant usage on schema identity to gs_auth;
grant select, insert, update on all tables in schema identity to gs_auth;
grant usage on schema app to gs_auth;

-- A signed-in request in one trip: session, person, organisation and grants, or nothing.
create function app.resolve_session(hash bytea, which text) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  s identity.sessions;
  answer jsonb;
begin
  update identity.sessions set last_seen_at = now()
    where token_hash = hash and app = which and revoked_at is null and expires_at > now()
      and last_seen_at + make_interval(secs => idle_seconds) > now() and last_seen_at < now() - interval '60 seconds'
    returning * into s;
  if s.id is null then
    select * into s from identity.sessions
      where token_hash = hash and app = which and revoked_at is null and expires_at > now()
        and last_seen_at + make_interval(secs => idle_seconds) > now();
  end if;
  if s.id is null then return null; end if;
  perform set_config('app.org', s.org_id::text, true), set_config('app.reach', '*', true);
  select jsonb_build_object(
      'sessionId', s.id, 'accountId', s.account_id, 'orgId', s.org_id, 'personId', s.person_id,
      'expiresAt', s.expires_at, 'orgName', o.name, 'orgIsDemo', o.is_demo, 'orgTimeZone', o.time_zone,
      'givenName', p.given_name, 'familyName', p.family_name, 'email', p.email, 'locale', a.locale, 'timeZone', a.time_zone,
      'unitId', p.unit_id, 'unitPath', p.unit_path,
      'grants', coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitPath', g.unit_path))
        from role_grants g where g.org_id = s.org_id and g.person_id = s.person_id and g.withdrawn_at is null), '[]'::jsonb))
    into answer
    from people p join organizations o on o.org_id = p.org_id join identity.accounts a on a.id = s.account_id
    where p.org_id = s.org_id and p.id = s.person_id and p.status = 'active' and a.disabled_at is null;
  perform set_config('app.org', '', true), set_config('app.reach', '', true);
  return answer;
end $$;
revoke all on function app.resolve_session(bytea, text) from public;
grant execute on function app.resolve_session(bytea, text) to gs_app;

-- Codes without an organisation resolve to it by their exact hash, and to nothing else.
create table app.record_codes (code_hash bytea primary key, org_id uuid not null);
create function app.org_of_record(hash bytea) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare found uuid;
begin
  select org_id into found from app.record_codes where code_hash = hash;
  return found;
end $$;
create function app.keep_record_code() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$ begin insert into app.record_codes values (new.code_hash, new.org_id); return new; end $$;
create trigger keep_record_code after insert on records for each row execute function app.keep_record_code();
revoke all on function app.org_of_record(bytea) from public;
grant execute on function app.org_of_record(bytea) to gs_app;

-- The clock job asks which organisations there are; it learns ids alone.
create table app.org_ids (org_id uuid primary key);
create function app.keep_org_id() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$ begin insert into app.org_ids values (new.org_id); return new; end $$;
create trigger keep_org_id after insert on organizations for each row execute function app.keep_org_id();
create function app.all_orgs() returns setof uuid language sql stable security definer set search_path = app, pg_temp
  as $$ select org_id from app.org_ids $$;
revoke all on function app.all_orgs() from public;
grant execute on function app.all_orgs() to gs_app;
