import type { Transaction } from '@gs/db'
import { type Lineages, lineagesFrom, VERSIONS, type VersionRows } from './packs.ts'
import type { PersonFacts, PersonKey, StoredCard, StoredEntry, StoredHolding, StoredRenewal } from './person-facts.ts'

/**
 * One look at each table, by person, as bare rows that are put together here: a lookup for every row costs the
 * database more than twice as much, and an award pays it inside its transaction.
 */
const FACTS = `
  (select json_agg(json_build_array(h.id, h.credential_code, h.pack_id, h.issued_on, h.known_on, h.source, h.facts,
      h.confirmed_on, h.ended_on, h.end_known_on, h.number) order by h.issued_on, h.id)
    from holdings h where h.org_id = $1 and h.person_id = $2) as holdings,
  (select json_agg(json_build_array(c.holding_id, c.number, c.starts_on, c.expires_on) order by c.number)
    from cycles c where c.org_id = $1 and c.person_id = $2) as cycles,
  (select json_agg(json_build_array(r.id, r.holding_id, r.cycle_number, r.applied_on, r.decided_on) order by r.cycle_number)
    from renewals r where r.org_id = $1 and r.person_id = $2 and r.status = 'approved') as renewals,
  (select json_agg(json_build_array(a.renewal_id, a.entry_id) order by a.entry_id)
    from allocations a where a.org_id = $1 and a.person_id = $2 and a.entry_id is not null) as allocations,
  (select json_agg(json_build_array(e.id, e.seq, e.activity, e.activity_type, e.completed_on, e.filed_on, e.approved_on, e.known_on,
      e.reverses_id, e.enrollment_id) order by e.seq)
    from ledger_entries e where e.org_id = $1 and e.person_id = $2) as entries,
  (select json_agg(json_build_array(l.entry_id, l.pack_id, l.category, l.amount_thousandths) order by l.pack_id, l.category)
    from ledger_credits l where l.org_id = $1 and l.person_id = $2) as credits,
  (select json_agg(json_build_array(n.id, n.course_id)) from enrollments n where n.org_id = $1 and n.person_id = $2) as courses,
  (select json_agg(json_build_array(k.id, k.type, k.issuer, k.issued_on, k.valid_through, k.hands_on, k.known_on) order by k.issued_on, k.id)
    from cards k where k.org_id = $1 and k.person_id = $2) as cards`

type Holding = [
  ...[id: string, credential: string, packId: string, issuedOn: string, knownOn: string],
  ...[source: StoredHolding['source'], facts: StoredHolding['facts'], confirmedOn: string | null],
  ...[endedOn: string | null, endKnownOn: string | null, certificate: string | null],
]
type Cycle = [holding: string, number: number, from: string, to: string | null]
type Renewal = [id: string, holding: string, cycle: number, on: string, knownOn: string]
type Entry = [
  ...[id: string, seq: number, activity: string, type: string, completedOn: string],
  ...[filedOn: string | null, approvedOn: string | null, knownOn: string],
  ...[reverses: string | null, enrollment: string | null],
]
type Line = [entry: string, packId: string, category: string, amount: number]
type Card = [string, string, string, string, string | null, boolean, string]

/** What the columns of `FACTS` hold; null where there is no row. */
interface FactRows {
  readonly holdings: readonly Holding[] | null
  readonly cycles: readonly Cycle[] | null
  readonly renewals: readonly Renewal[] | null
  readonly allocations: readonly [renewal: string, entry: string][] | null
  readonly entries: readonly Entry[] | null
  readonly credits: readonly Line[] | null
  readonly courses: readonly [enrollment: string, course: string][] | null
  readonly cards: readonly Card[] | null
}

/** Loads a person's facts in one trip. */
export async function loadPersonFacts(tx: Transaction, { orgId, personId }: PersonKey): Promise<PersonFacts> {
  const { rows } = await tx.client.query<FactRows>({
    name: 'person-facts',
    text: `select ${FACTS}`,
    values: [orgId, personId],
  })
  return factsOf(rows[0])
}

/** What a standing is judged by. */
export interface Ground {
  readonly person: PersonFacts
  readonly lineages: Lineages
}

/** Loads a person's facts and the rules of the organisation in one trip. */
export async function loadGround(tx: Transaction, { orgId, personId }: PersonKey): Promise<Ground> {
  const { rows } = await tx.client.query<FactRows & { readonly versions: VersionRows }>({
    name: 'person-ground',
    text: `select ${FACTS}, ${VERSIONS} as versions`,
    values: [orgId, personId],
  })
  return { person: factsOf(rows[0]), lineages: await lineagesFrom(tx, orgId, rows[0]?.versions ?? null) }
}

/** The same ground with one entry more. */
export const withEntry = ({ person, lineages }: Ground, entry: StoredEntry): Ground => ({
  lineages,
  person: { ...person, entries: [...person.entries, entry] },
})

/** Puts the rows together. */
function factsOf(rows: FactRows | undefined): PersonFacts {
  return { holdings: holdingsOf(rows), entries: entriesOf(rows), cards: (rows?.cards ?? []).map(cardOf) }
}

function holdingsOf(rows: FactRows | undefined): readonly StoredHolding[] {
  const cycles = grouped(rows?.cycles, ([, number, from, to]) => ({ number, from, to }))
  const used = grouped(rows?.allocations, ([, entry]) => entry)
  const renewals = new Map<string, StoredRenewal[]>()
  for (const [id, holding, cycle, on, knownOn] of rows?.renewals ?? [])
    put(renewals, holding, { id, cycle, on, knownOn, entries: [...new Set(used.get(id))] })
  return (rows?.holdings ?? []).map((row) => {
    const [id, credential, packId, issuedOn, knownOn, source, facts, confirmedOn, endedOn, endKnownOn, number] = row
    return {
      id,
      credential,
      packId,
      issuedOn,
      knownOn,
      source,
      number,
      confirmedOn,
      ended: endedOn !== null && endKnownOn !== null ? { on: endedOn, knownOn: endKnownOn } : null,
      facts,
      cycles: cycles.get(id) ?? [],
      renewals: renewals.get(id) ?? [],
    }
  })
}

function entriesOf(rows: FactRows | undefined): readonly StoredEntry[] {
  const credits = grouped(rows?.credits, ([, packId, category, amount]) => ({ packId, category, amount }))
  const courses = new Map(rows?.courses)
  const reversed = new Map<string, string>()
  const entries = rows?.entries ?? []
  for (const entry of entries) if (entry[8] !== null) reversed.set(entry[8], entry[7])
  return entries
    .filter((entry) => entry[8] === null)
    .map(([id, seq, activity, type, completedOn, filedOn, approvedOn, knownOn, , enrollment]) => ({
      id,
      seq,
      activity,
      type,
      completedOn,
      filedOn,
      approvedOn,
      knownOn,
      reversedOn: reversed.get(id) ?? null,
      courseId: enrollment === null ? null : (courses.get(enrollment) ?? null),
      credits: credits.get(id) ?? [],
    }))
}

const cardOf = ([id, type, issuer, issuedOn, validThrough, handsOn, knownOn]: Card): StoredCard => ({
  id,
  type,
  issuer,
  issuedOn,
  validThrough,
  handsOn,
  knownOn,
})

/** Rows by what stands first in them. */
function grouped<R extends readonly [string, ...unknown[]], T>(
  rows: readonly R[] | null | undefined,
  of: (row: R) => T,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows ?? []) put(groups, row[0], of(row))
  return groups
}

function put<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
