-- Whose live session has this hash, noted as used; null where there is none, as `app.resolve_sessions` judges it.
create function app.holder_of_session(hash bytea, which text, out org uuid, out person uuid)
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  s identity.sessions;
  setting text;
begin
  select * into s from identity.sessions x
    where x.token_hash = hash and x.app = which and x.revoked_at is null and x.expires_at > now()
      and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return; end if;
  if s.last_seen_at < now() - interval '60 seconds' then
    update identity.sessions x set last_seen_at = now() where x.id = s.id and x.revoked_at is null;
    if not found then return; end if;
  end if;
  setting := set_config('app.org', s.org_id::text, true);
  setting := set_config('app.reach', '*', true);
  select p.org_id, p.id into org, person from people p, identity.accounts a
    where p.org_id = s.org_id and p.id = s.person_id and p.status = 'active' and a.id = s.account_id and a.disabled_at is null;
  setting := set_config('app.org', '', true);
  setting := set_config('app.reach', '', true);
end $$;
revoke all on function app.holder_of_session(bytea, text) from public;
grant execute on function app.holder_of_session(bytea, text) to gs_app;

-- The hot write with the look for its session in one trip; null where the session does not live.
create function app.save_answer_in(hash bytea, app_name text, which uuid, asked text, chosen jsonb, at_seq integer, here uuid)
  returns jsonb language plpgsql
as $$
declare
  holder record;
begin
  holder := app.holder_of_session(hash, app_name);
  if holder.person is null then return null; end if;
  return app.save_answer_on(holder.org, holder.person, which, asked, chosen, at_seq, here);
end $$;
revoke all on function app.save_answer_in(bytea, text, uuid, text, jsonb, integer, uuid) from public;
grant execute on function app.save_answer_in(bytea, text, uuid, text, jsonb, integer, uuid) to gs_app;

-- Accounts and sessions are few only in the beginning.
alter function app.resolve_sessions(bytea[], text) set enable_seqscan = off;
