import type { Transaction } from '@gs/db'
import { type Day, formatDay } from '@gs/domain'
import type { Clock } from '../ports.ts'
import type { HoldingStanding } from './judge-holding.ts'
import type { PersonKey } from './person-facts.ts'
import { rowOf, type StandingRow } from './standing-row.ts'
import { standingsOf } from './standings-of.ts'

/** What `app.store_standings` takes for a person of whom these are all standings. */
export const storeArguments = (
  { orgId, personId }: PersonKey,
  { today, rows }: { readonly today: Day; readonly rows: readonly StandingRow[] },
): readonly [org: string, person: string, today: string, rows: string] => [
  orgId,
  personId,
  formatDay(today),
  JSON.stringify(rows),
]

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
  await tx.client.query({
    name: 'standings-store',
    text: 'select app.store_standings($1, $2, $3, $4)',
    values: [...storeArguments(person, { today, rows: standings.map(rowOf) })],
  })
  return standings
}
