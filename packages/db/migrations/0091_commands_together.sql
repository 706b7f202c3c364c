-- As `app.open_command`, for a command with a ledger that shares its transaction with others: so that none of them waits, it
-- is told to go alone where somebody holds the ledger, where the ledger is out of reach or has no head yet, and where its
-- key stands. The head comes before the key, so that whoever is sent away leaves nothing.
create function app.open_command_together(org uuid, actor text, reach text, ledger uuid, command_key text, command_name text, hash bytea)
  returns json language plpgsql set enable_seqscan = off
as $$
declare
  head record;
  setting text;
begin
  setting := set_config('app.org', org::text, true);
  setting := set_config('app.person', actor, true);
  setting := set_config('app.reach', reach, true);
  -- A key is waited for only where the same command is under way at this moment.
  setting := set_config('lock_timeout', '100ms', true);
  select h.seq, h.head_hash into head from public.ledger_heads h
    where h.org_id = org and h.person_id = ledger for update skip locked;
  if not found then return '{"state": "alone"}'; end if;
  insert into public.command_keys (org_id, key, name, body_hash) values (org, command_key, command_name, hash)
    on conflict do nothing;
  if not found then return '{"state": "alone"}'; end if;
  return json_build_object('state', 'new', 'seq', head.seq, 'hash', encode(head.head_hash, 'hex'),
    'ground', app.person_ground(org, ledger));
end $$;
revoke all on function app.open_command_together(uuid, text, text, uuid, text, text, bytea) from public;
grant execute on function app.open_command_together(uuid, text, text, uuid, text, text, bytea) to gs_app;
