import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import type { Clock } from '../ports.ts'
import type { HoldingStanding } from './judge-holding.ts'
import type { PersonKey } from './person-facts.ts'
import { rowOf, type StandingRow } from './standing-row.ts'
import { standingsOf } from './standings-of.ts'

const UPSERT = `insert into standings as s (org_id, holding_id, person_id, person_name, unit_path, credential_code, pack_id, source, status,
    in_force, required, counted, needed, wasted, missing, can_renew, cycle_number, cycle_from, expires_on, as_of, next_change_on)
  select $1, r.holding_id, p.id, p.family_name || ', ' || p.given_name, p.unit_path, r.credential_code, r.pack_id, r.source, r.status,
    r.in_force, r.required, r.counted, r.needed, r.wasted, r.missing, r.can_renew, r.cycle_number, r.cycle_from, r.expires_on,
    $3::date, r.next_change_on
  from people p, jsonb_to_recordset($4::jsonb) as r (holding_id uuid, credential_code text, pack_id text, source text, status text,
    in_force boolean, required integer, counted integer, needed integer, wasted integer, missing text[], can_renew boolean,
    cycle_number integer, cycle_from date, expires_on date, next_change_on date)
  where p.org_id = $1 and p.id = $2
  on conflict (org_id, holding_id) do update set person_name = excluded.person_name, unit_path = excluded.unit_path,
    pack_id = excluded.pack_id, source = excluded.source, status = excluded.status, in_force = excluded.in_force, required = excluded.required, counted = excluded.counted,
    needed = excluded.needed, wasted = excluded.wasted, missing = excluded.missing, can_renew = excluded.can_renew,
    cycle_number = excluded.cycle_number, cycle_from = excluded.cycle_from, expires_on = excluded.expires_on,
    as_of = excluded.as_of, next_change_on = excluded.next_change_on, computed_at = clock_timestamp()`

/**
 * Recomputes the read model of a person in the transaction that changed an input (an entry, a card, a cycle, a
 * holding), and answers what it now holds.
 */
export async function refreshStandings(
  tx: Transaction,
  { clock }: { readonly clock: Clock },
  person: PersonKey,
): Promise<readonly HoldingStanding[]> {
  const today = clock.today()
  const { standings } = await standingsOf(tx, { ...person, asOf: today })
  const rows: StandingRow[] = standings.map(rowOf)
  await tx.client.query({
    name: 'standings-gone',
    text: 'delete from standings where org_id = $1 and person_id = $2 and holding_id <> all ($3::uuid[])',
    values: [person.orgId, person.personId, rows.map((row) => row.holding_id)],
  })
  if (rows.length > 0)
    await tx.client.query({
      name: 'standings-upsert',
      text: UPSERT,
      values: [person.orgId, person.personId, formatDay(today), JSON.stringify(rows)],
    })
  return standings
}
