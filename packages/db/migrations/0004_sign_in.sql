-- Sign-in, sessions and invitations: what `auth` and the use cases of the area organizations need beside the tables.

-- Counters of the rate limits: shared by all processes, kept over a restart. Keys hold hashes, no address of anybody.
create table app.rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expired on app.rate_limits (expire);
grant select, insert, update, delete on app.rate_limits to gs_app;

-- The first command of an organisation is the one that makes it: its key is checked when the transaction ends.
alter table command_keys alter constraint command_keys_org_id_fkey deferrable initially deferred;

alter table invitations add column withdrawn_at timestamptz;
alter table invitations add column locale text not null default 'en' check (locale in ('en', 'es'));
create index invitations_latest on invitations (org_id, created_at desc, id);

-- A mail is attempted once: what was attempted and not sent is not sent again by itself.
alter table kept_mails add column attempted_at timestamptz;
create index kept_mails_latest on kept_mails (org_id, created_at desc, id);

-- Last use of a membership orders the organisations of an account.
create index sessions_by_person on identity.sessions (org_id, person_id) where revoked_at is null;
create index password_resets_by_account on identity.password_resets (account_id);

-- The organisations in which an account is an active person, the last used first. Leaves the caller's scope as it was.
create function app.memberships_of(account uuid) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  m record;
  one jsonb;
  answer jsonb := '[]'::jsonb;
  org_before text := coalesce(current_setting('app.org', true), '');
  reach_before text := coalesce(current_setting('app.reach', true), '');
begin
  for m in select k.org_id, k.person_id,
             (select max(s.last_seen_at) from identity.sessions s where s.account_id = k.account_id and s.org_id = k.org_id) as used_at
           from identity.memberships k where k.account_id = account
           order by used_at desc nulls last, k.created_at, k.org_id
  loop
    perform set_config('app.org', m.org_id::text, true), set_config('app.reach', '*', true);
    select jsonb_build_object('orgId', o.org_id, 'orgName', o.name, 'personId', p.id,
        'personName', p.given_name || ' ' || p.family_name,
        'staff', exists (select 1 from role_grants g where g.org_id = o.org_id and g.person_id = p.id and g.withdrawn_at is null))
      into one
      from people p join organizations o on o.org_id = p.org_id
      where p.org_id = m.org_id and p.id = m.person_id and p.status = 'active';
    if found then answer := answer || one; end if;
  end loop;
  perform set_config('app.org', org_before, true), set_config('app.reach', reach_before, true);
  return answer;
end $$;
revoke all on function app.memberships_of(uuid) from public;
grant execute on function app.memberships_of(uuid) to gs_auth;

-- As before, with the organisations of the account where there is more than one.
create or replace function app.resolve_session(hash bytea, which text) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  s identity.sessions;
  answer jsonb;
begin
  select * into s from identity.sessions
    where token_hash = hash and app = which and revoked_at is null and expires_at > now()
      and last_seen_at + make_interval(secs => idle_seconds) > now();
  if s.id is null then return null; end if;
  if s.last_seen_at < now() - interval '60 seconds' then
    -- A revocation that commits meanwhile wins: the condition is judged again on the row as it is then.
    update identity.sessions set last_seen_at = now() where id = s.id and revoked_at is null;
    if not found then return null; end if;
  end if;
  perform set_config('app.org', s.org_id::text, true), set_config('app.reach', '*', true);
  select jsonb_build_object(
      'sessionId', s.id, 'accountId', s.account_id, 'orgId', s.org_id, 'personId', s.person_id,
      'expiresAt', s.expires_at, 'orgName', o.name, 'orgIsDemo', o.is_demo, 'orgTimeZone', o.time_zone,
      'givenName', p.given_name, 'familyName', p.family_name, 'email', p.email, 'locale', a.locale, 'timeZone', a.time_zone,
      'unitId', p.unit_id, 'unitPath', p.unit_path,
      'grants', coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitPath', g.unit_path))
        from role_grants g where g.org_id = s.org_id and g.person_id = s.person_id and g.withdrawn_at is null), '[]'::jsonb),
      'organisations', case when (select count(*) from identity.memberships k where k.account_id = s.account_id) > 1
        then app.memberships_of(s.account_id)
        else jsonb_build_array(jsonb_build_object('orgId', s.org_id, 'orgName', o.name, 'staff', true)) end)
    into answer
    from people p join organizations o on o.org_id = p.org_id join identity.accounts a on a.id = s.account_id
    where p.org_id = s.org_id and p.id = s.person_id and p.status = 'active' and a.disabled_at is null;
  perform set_config('app.org', '', true), set_config('app.reach', '', true);
  return answer;
end $$;
revoke all on function app.resolve_session(bytea, text) from public;
grant execute on function app.resolve_session(bytea, text) to gs_app;

-- What the use cases may know and do of sessions, bounded by the scope of their transaction.
create function app.sessions_of_org()
  returns table (id uuid, person_id uuid, app text, created_at timestamptz, last_seen_at timestamptz, user_agent text)
  language sql stable security definer set search_path = identity, pg_temp
as $$
  select s.id, s.person_id, s.app, s.created_at, s.last_seen_at, s.user_agent from identity.sessions s
  where s.org_id = app.org() and s.revoked_at is null and s.expires_at > now()
    and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()
$$;
create function app.end_sessions_of(person uuid) returns integer
  language plpgsql security definer set search_path = identity, pg_temp
as $$
declare ended integer;
begin
  update identity.sessions set revoked_at = now() where org_id = app.org() and person_id = person and revoked_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
create function app.my_account() returns uuid
  language sql stable security definer set search_path = identity, pg_temp
as $$ select m.account_id from identity.memberships m where m.org_id = app.org() and m.person_id = app.person() $$;
create function app.my_sessions()
  returns table (id uuid, app text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, user_agent text)
  language sql stable security definer set search_path = identity, pg_temp
as $$
  select s.id, s.app, s.created_at, s.last_seen_at, s.expires_at, s.user_agent from identity.sessions s
  where s.account_id = app.my_account() and s.revoked_at is null and s.expires_at > now()
    and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()
$$;
create function app.end_my_session(session uuid) returns integer
  language plpgsql security definer set search_path = identity, pg_temp
as $$
declare ended integer;
begin
  update identity.sessions s set revoked_at = now()
    where s.id = session and s.account_id = app.my_account() and s.revoked_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
-- Signs the account out everywhere; `keep` may name one session that stays.
create function app.end_my_sessions(keep uuid) returns integer
  language plpgsql security definer set search_path = identity, pg_temp
as $$
declare ended integer;
begin
  update identity.sessions s set revoked_at = now()
    where s.account_id = app.my_account() and s.revoked_at is null and s.id is distinct from keep;
  get diagnostics ended = row_count;
  return ended;
end $$;
create function app.set_my_preferences(language text, zone text) returns void
  language sql security definer set search_path = identity, pg_temp
as $$ update identity.accounts set locale = language, time_zone = zone where id = app.my_account() $$;
do $$
declare f text;
begin
  foreach f in array array['sessions_of_org()', 'end_sessions_of(uuid)', 'my_account()', 'my_sessions()',
    'end_my_session(uuid)', 'end_my_sessions(uuid)', 'set_my_preferences(text, text)']
  loop
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to gs_app', f);
  end loop;
end $$;
