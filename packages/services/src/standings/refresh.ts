import type { Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import type { Clock } from '../ports.ts'
import type { HoldingStanding } from './judge-holding.ts'
import type { PersonKey } from './person-facts.ts'
import { rowOf, type StandingRow } from './standing-row.ts'
import { standingsOf } from './standings-of.ts'

/**
 * What `app.change_standings` takes for standings that an entry in the ledger changes: those of holdings under a lineage
 * of which a pack gets credits. It bears on no others.
 */
export const changeArguments = (
  { orgId, today }: { readonly orgId: OrgId; readonly today: Day },
  rows: readonly StandingRow[],
): readonly [org: string, today: string, rows: string] => [orgId, formatDay(today), JSON.stringify(rows)]

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
  const { standings } = await standingsOf(tx, { ...person, asOf: clock })
  await tx.client.query({
    name: 'standings-store',
    text: 'select app.store_standings($1, $2, $3, $4)',
    values: [person.orgId, person.personId, formatDay(today), JSON.stringify(standings.map(rowOf))],
  })
  return standings
}
