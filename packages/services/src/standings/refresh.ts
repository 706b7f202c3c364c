import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import type { Clock } from '../ports.ts'
import type { HoldingStanding } from './judge-holding.ts'
import type { PersonKey } from './person-facts.ts'
import { rowOf, type StandingRow } from './standing-row.ts'
import { standingsOf } from './standings-of.ts'

/** The parameters of a statement that stand for person, day and rows; $1 is the organisation. */
interface Places {
  readonly person: string
  readonly today: string
  readonly rows: string
}

const FIGURES = ['source', 'status', 'in_force', 'required', 'counted', 'needed', 'wasted', 'missing', 'can_renew']
const STORED = ['pack_id', ...FIGURES, 'cycle_number', 'cycle_from', 'expires_on', 'next_change_on']
const KEPT = ['person_name', 'unit_path', ...STORED, 'as_of']
const of = (row: string, columns: readonly string[]): string => columns.map((column) => `${row}.${column}`).join(', ')

/**
 * Brings the stored standings of a person to these rows, as parts of a statement (`with …`): what is held no longer
 * goes, and what is as it was on the same day is not written again.
 */
export const storeStandings = ({ person, today, rows }: Places): string => `standing as (
    select * from json_to_recordset(${rows}::json) as r (holding_id uuid, credential_code text, pack_id text, source text, status text,
      in_force boolean, required integer, counted integer, needed integer, wasted integer, missing text[], can_renew boolean,
      cycle_number integer, cycle_from date, expires_on date, next_change_on date)),
  gone as (
    delete from standings where org_id = $1 and person_id = ${person} and holding_id not in (select holding_id from standing)),
  stored as (
    insert into standings as s (org_id, holding_id, person_id, credential_code, person_name, unit_path, as_of, ${STORED.join(', ')})
    select $1, r.holding_id, p.id, r.credential_code, p.family_name || ', ' || p.given_name, p.unit_path, ${today}::date, ${of('r', STORED)}
    from people p, standing r where p.org_id = $1 and p.id = ${person}
    on conflict (org_id, holding_id) do update
      set (${KEPT.join(', ')}, computed_at) = row(${of('excluded', KEPT)}, clock_timestamp())
      where (${of('s', KEPT)}) is distinct from (${of('excluded', KEPT)}))`

const STORE = `with ${storeStandings({ person: '$2', today: '$3', rows: '$4' })} select`

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
    name: 'standings-store',
    text: STORE,
    values: [person.orgId, person.personId, formatDay(today), JSON.stringify(rows)],
  })
  return standings
}
