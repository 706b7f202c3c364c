import { type Breach, checkInvariants, withRead } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { evaluate } from '@gs/domain/credentials'
import { type Deps, systemScope } from '../kernel/index.ts'
import { factsOfHolding, loadPacks, loadPersonFacts, rowOf, type StandingRow, storedDay } from '../standings/index.ts'

/** A stored standing that the ledger does not give. */
export interface Difference {
  readonly orgId: OrgId
  readonly personId: string
  readonly holdingId: string
  readonly field: string
  readonly stored: unknown
  readonly computed: unknown
}

export interface Verification {
  readonly standings: number
  readonly differences: readonly Difference[]
  readonly breaches: readonly (Breach & { readonly orgId: OrgId })[]
}

/** People read at a time, so that memory stays bounded however many there are. */
const BATCH = 500

/** Differences and breaches kept for the report; the count of standings goes on. */
const MOST = 1000

/**
 * Recomputes every standing from the ledger as of the day it was computed for, checks the hash chains and the other
 * invariants, and answers every difference. Reads only.
 */
export async function verifyStandings(deps: Pick<Deps, 'database'>): Promise<Verification> {
  const { rows } = await deps.database.pool.query<{ id: OrgId }>('select app.all_orgs() as id')
  const differences: Difference[] = []
  const breaches: (Breach & { orgId: OrgId })[] = []
  let standings = 0
  for (const { id: orgId } of rows) {
    let after = ''
    for (;;) {
      const batch = await verifyBatch(deps, { orgId, after })
      standings += batch.standings
      differences.push(...batch.differences.slice(0, MOST - differences.length))
      if (batch.last === null) break
      after = batch.last
    }
    const found = await withRead(deps.database, systemScope(orgId), (tx) => checkInvariants(tx, orgId))
    breaches.push(...found.map((breach) => ({ ...breach, orgId })).slice(0, MOST - breaches.length))
  }
  return { standings, differences, breaches }
}

interface Batch {
  readonly standings: number
  readonly differences: readonly Difference[]
  readonly last: string | null
}

async function verifyBatch(
  { database }: Pick<Deps, 'database'>,
  { orgId, after }: { orgId: OrgId; after: string },
): Promise<Batch> {
  return withRead(database, systemScope(orgId), async (tx) => {
    const { rows: people } = await tx.client.query<{ id: PersonId }>(
      `select distinct person_id as id from holdings where org_id = $1 and ended_on is null and ($2 = '' or person_id > $2::uuid)
       order by 1 limit ${BATCH}`,
      [orgId, after],
    )
    const packs = await loadPacks(tx, orgId)
    const differences: Difference[] = []
    let standings = 0
    for (const { id: personId } of people) {
      const person = await loadPersonFacts(tx, { orgId, personId })
      const stored = await storedRows(tx, orgId, personId)
      for (const holding of person.holdings) {
        standings += 1
        const pack = packs.get(holding.packId)
        const row = stored.get(holding.id)
        if (!pack || !row) {
          differences.push({
            orgId,
            personId,
            holdingId: holding.id,
            field: 'row',
            stored: row ?? null,
            computed: pack ? 'missing' : 'no pack',
          })
          continue
        }
        const asOf: Day = storedDay(row.as_of)
        const computed = rowOf({ holding, standing: evaluate(pack, factsOfHolding(holding, person), { asOf }) })
        differences.push(...compare(row, computed, { orgId, personId, holdingId: holding.id }))
      }
    }
    return { standings, differences, last: people.length === BATCH ? (people.at(-1)?.id ?? null) : null }
  })
}

type StoredRow = StandingRow & { readonly as_of: string }

async function storedRows(
  tx: Parameters<typeof loadPersonFacts>[0],
  orgId: OrgId,
  personId: PersonId,
): Promise<ReadonlyMap<string, StoredRow>> {
  const { rows } = await tx.client.query<StoredRow>({
    name: 'standings-stored',
    text: `select holding_id, credential_code, pack_id, status, in_force, required, counted, needed, wasted, missing, can_renew,
        cycle_number, cycle_from, expires_on, as_of, next_change_on
      from standings where org_id = $1 and person_id = $2`,
    values: [orgId, personId],
  })
  return new Map(rows.map((row) => [row.holding_id, row]))
}

function compare(
  stored: StoredRow,
  computed: StandingRow,
  key: Pick<Difference, 'orgId' | 'personId' | 'holdingId'>,
): Difference[] {
  const fields = Object.keys(computed) as (keyof StandingRow)[]
  return fields
    .filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(computed[field]))
    .map((field) => ({ ...key, field, stored: stored[field], computed: computed[field] }))
}

/** One line for people: what was looked at, and whether anything differs. */
export const summaryOf = ({ standings, differences, breaches }: Verification, today: Day): string =>
  `${formatDay(today)}: ${standings} standings recomputed, ${differences.length} differences, ${breaches.length} breaches`
