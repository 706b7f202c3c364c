import { type Breach, checkInvariants, withRead } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type Deps, systemScope } from '../kernel/index.ts'
import {
  judgeHolding,
  type Lineages,
  loadLineages,
  loadPersonFacts,
  type PersonFacts,
  rowOf,
  type StandingRow,
  seenOn,
  storedDay,
} from '../standings/index.ts'

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
      // Whose entries are no longer those that were hashed is told by the invariants, and not judged by them.
      `select distinct person_id as id from holdings h where org_id = $1 and ($2 = '' or person_id > $2::uuid)
         and not exists (select from ledger_entries e where e.org_id = h.org_id and e.person_id = h.person_id
           and e.hash <> sha256(e.prev_hash || e.payload || decode(lpad(to_hex(e.payload_format::integer), 2, '0'), 'hex')))
       order by 1 limit ${BATCH}`,
      [orgId, after],
    )
    const lineages = await loadLineages(tx, orgId)
    const differences: Difference[] = []
    let standings = 0
    for (const { id: personId } of people) {
      const stored = await storedRows(tx, orgId, personId)
      const found = differencesOf(await loadPersonFacts(tx, { orgId, personId }), stored, lineages)
      standings += found.standings
      differences.push(...found.differences.map((difference) => ({ ...difference, orgId, personId })))
    }
    return { standings, differences, last: people.length === BATCH ? (people.at(-1)?.id ?? null) : null }
  })
}

type StoredRow = Omit<StandingRow, 'known_on'> & { readonly known_on: string | null }

async function storedRows(
  tx: Parameters<typeof loadPersonFacts>[0],
  orgId: OrgId,
  personId: PersonId,
): Promise<ReadonlyMap<string, StoredRow>> {
  const { rows } = await tx.client.query<StoredRow>({
    name: 'standings-stored',
    text: `select holding_id, credential_code, pack_id, source, status, in_force, required, counted, needed, wasted, missing, can_renew,
        cycle_number, cycle_from, expires_on, as_of, known_on, next_change_on
      from standings where org_id = $1 and person_id = $2`,
    values: [orgId, personId],
  })
  return new Map(rows.map((row) => [row.holding_id, row]))
}

type Found = Omit<Difference, 'orgId' | 'personId'>

/** Each stored row against what the ledger gives on the day it was computed for, and rows for which nothing is held. */
function differencesOf(
  person: PersonFacts,
  stored: ReadonlyMap<string, StoredRow>,
  lineages: Lineages,
): { readonly standings: number; readonly differences: readonly Found[] } {
  const differences: Found[] = []
  const held = person.holdings.filter(({ ended }) => ended === null)
  for (const { id } of held) {
    const row = stored.get(id)
    if (!row) {
      differences.push({ holdingId: id, field: 'row', stored: null, computed: 'missing' })
      continue
    }
    const at = { asOf: storedDay(row.as_of), knownAt: storedDay(row.known_on ?? row.as_of) }
    const then = seenOn(person, at)
    const holding = then.holdings.find((each) => each.id === id)
    if (holding) differences.push(...compare(row, rowOf(judgeHolding(holding, then, { lineages, ...at }))))
    else differences.push({ holdingId: id, field: 'row', stored: row.as_of, computed: 'not known yet' })
  }
  for (const id of stored.keys())
    if (!held.some((holding) => holding.id === id))
      differences.push({ holdingId: id, field: 'row', stored: 'present', computed: 'not held' })
  return { standings: held.length, differences }
}

function compare(stored: StoredRow, { known_on: _, ...computed }: StandingRow): Found[] {
  const fields = Object.keys(computed) as (keyof typeof computed)[]
  return fields
    .filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(computed[field]))
    .map((field) => ({
      holdingId: stored.holding_id,
      field,
      stored: stored[field],
      computed: computed[field],
    }))
}

/** One line for people: what was looked at, and whether anything differs. */
export const summaryOf = ({ standings, differences, breaches }: Verification, today: Day): string =>
  `${formatDay(today)}: ${standings} standings recomputed, ${differences.length} differences, ${breaches.length} breaches`
