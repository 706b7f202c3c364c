-- The two ends of every command, each one trip. Both run as the caller, so that row-level security holds as everywhere.

-- Sets the scope and claims the key. A key that was used before is answered with what is kept under it. A command that
-- writes to somebody's ledger gets its head row, locked, unless the scope does not reach the person.
create function app.open_command(org uuid, actor text, reach text, ledger uuid, command_key text, command_name text, hash bytea)
  returns json language plpgsql
as $$
declare
  kept record;
  head record;
begin
  perform set_config('app.org', org::text, true), set_config('app.person', actor, true),
    set_config('app.reach', reach, true), set_config('lock_timeout', '5s', true);
  insert into public.command_keys (org_id, key, name, body_hash) values (org, command_key, command_name, hash)
    on conflict do nothing;
  if not found then
    select k.answer, k.body_hash = hash as same into kept from public.command_keys k
      where k.org_id = org and k.key = command_key;
    return json_build_object('state', 'kept', 'same', kept.same, 'answer', kept.answer);
  end if;
  if ledger is null or not exists (select from public.people p where p.org_id = org and p.id = ledger) then
    return json_build_object('state', 'new');
  end if;
  -- Awards to one person queue here.
  select h.seq, h.head_hash into head from public.ledger_heads h where h.org_id = org and h.person_id = ledger for update;
  if not found then
    insert into public.ledger_heads as h (org_id, person_id, seq, head_hash) values (org, ledger, 0, decode(repeat('00', 32), 'hex'))
      on conflict (org_id, person_id) do update set seq = h.seq returning h.seq, h.head_hash into head;
  end if;
  return json_build_object('state', 'new', 'seq', head.seq, 'hash', encode(head.head_hash, 'hex'));
end $$;
revoke all on function app.open_command(uuid, text, text, uuid, text, text, bytea) from public;
grant execute on function app.open_command(uuid, text, text, uuid, text, text, bytea) to gs_app;

-- Writes the trail, and keeps the answer with the key.
create function app.close_command(org uuid, command_key text, actor uuid, request text, known date, events json, answered jsonb)
  returns void language plpgsql
as $$
begin
  insert into public.audit_events (org_id, id, action, actor_id, person_id, subject_kind, subject_id, reason, before, after, request_id, known_on)
    select org, e.id, e.action, actor, e.person_id, e.subject_kind, e.subject_id, e.reason, e.before, e.after, request, known
    from json_to_recordset(events) as e (id uuid, action text, person_id uuid, subject_kind text, subject_id text, reason text,
      before jsonb, after jsonb);
  update public.command_keys set answer = answered where org_id = org and key = command_key;
end $$;
revoke all on function app.close_command(uuid, text, uuid, text, date, json, jsonb) from public;
grant execute on function app.close_command(uuid, text, uuid, text, date, json, jsonb) to gs_app;
