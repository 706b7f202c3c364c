-- A standing is judged on the day that it is for its body, by what is known on the server's: between the midnights of two
-- zones the rows of one person have days of their own. `as_of` is the one, `known_on` the other (null: the same day, as all
-- were before). A row that names no day has the one day of all, as those of a version of the product that knows no other.
alter table standings add column known_on date;

-- What is handed in is filed with every body on the day that it is there: {pack: day} of those where it was another day
-- than on the server; null where it was none.
alter table submissions add column filed_days jsonb;

-- As before, and each row on its own day.
create or replace function app.store_standings(org uuid, person uuid, today date, rows json) returns void language plpgsql
as $$
begin
  delete from public.standings s where s.org_id = org and s.person_id = person
    and s.holding_id not in (select r.holding_id from json_to_recordset(rows) as r (holding_id uuid));
  insert into public.standings as s (org_id, holding_id, person_id, person_name, unit_path, credential_code, pack_id, source, status,
      in_force, required, counted, needed, wasted, missing, can_renew, cycle_number, cycle_from, expires_on, as_of, known_on, next_change_on)
    select org, r.holding_id, p.id, p.family_name || ', ' || p.given_name, p.unit_path, r.credential_code, r.pack_id, r.source, r.status,
      r.in_force, r.required, r.counted, r.needed, r.wasted, r.missing, r.can_renew, r.cycle_number, r.cycle_from, r.expires_on,
      coalesce(r.as_of, today), coalesce(r.known_on, r.as_of, today), r.next_change_on
    from public.people p, json_to_recordset(rows) as r (holding_id uuid, credential_code text, pack_id text, source text, status text,
      in_force boolean, required integer, counted integer, needed integer, wasted integer, missing text[], can_renew boolean,
      cycle_number integer, cycle_from date, expires_on date, as_of date, known_on date, next_change_on date)
    where p.org_id = org and p.id = person
    on conflict (org_id, holding_id) do update set person_name = excluded.person_name, unit_path = excluded.unit_path,
      pack_id = excluded.pack_id, source = excluded.source, status = excluded.status, in_force = excluded.in_force,
      required = excluded.required, counted = excluded.counted, needed = excluded.needed, wasted = excluded.wasted,
      missing = excluded.missing, can_renew = excluded.can_renew, cycle_number = excluded.cycle_number,
      cycle_from = excluded.cycle_from, expires_on = excluded.expires_on, as_of = excluded.as_of,
      known_on = excluded.known_on, next_change_on = excluded.next_change_on, computed_at = clock_timestamp()
    where (s.person_name, s.unit_path, s.pack_id, s.source, s.status, s.in_force, s.required, s.counted, s.needed, s.wasted, s.missing,
        s.can_renew, s.cycle_number, s.cycle_from, s.expires_on, s.as_of, s.known_on, s.next_change_on)
      is distinct from (excluded.person_name, excluded.unit_path, excluded.pack_id, excluded.source, excluded.status, excluded.in_force,
        excluded.required, excluded.counted, excluded.needed, excluded.wasted, excluded.missing, excluded.can_renew,
        excluded.cycle_number, excluded.cycle_from, excluded.expires_on, excluded.as_of, excluded.known_on,
        excluded.next_change_on);
end $$;

create or replace function app.change_standings(org uuid, today date, rows json) returns void language plpgsql
as $$
declare
  r public.standings;
begin
  for place in 0 .. json_array_length(rows) - 1 loop
    r := json_populate_record(null::public.standings, rows->place);
    update public.standings s set pack_id = r.pack_id, source = r.source, status = r.status, in_force = r.in_force,
        required = r.required, counted = r.counted, needed = r.needed, wasted = r.wasted, missing = r.missing,
        can_renew = r.can_renew, cycle_number = r.cycle_number, cycle_from = r.cycle_from, expires_on = r.expires_on,
        as_of = coalesce(r.as_of, today), known_on = coalesce(r.known_on, r.as_of, today), next_change_on = r.next_change_on, computed_at = clock_timestamp()
      where s.org_id = org and s.holding_id = r.holding_id;
  end loop;
end $$;
