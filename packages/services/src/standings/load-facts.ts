import type { LockedLedger, Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { Payload } from '@gs/domain/ledger'
import { type Lineages, lineagesAt } from './packs.ts'
import type { PersonFacts, PersonKey, StoredCard, StoredEntry, StoredHolding, StoredRenewal } from './person-facts.ts'

type Holding = [
  ...[id: string, credential: string, packId: string, issuedOn: string, knownOn: string],
  ...[source: StoredHolding['source'], facts: StoredHolding['facts'], confirmedOn: string | null],
  ...[endedOn: string | null, endKnownOn: string | null, certificate: string | null],
]
type Cycle = [holding: string, number: number, from: string, to: string | null]
type Renewal = [id: string, holding: string, cycle: number, on: string, knownOn: string]
type Entry = [activity: string, type: string, payload: Payload]
type Card = [string, string, string, string, string | null, boolean, string]

/** What `app.person_ground` answers, in no order; null where there is no row. */
interface GroundRows {
  readonly holdings: readonly Holding[] | null
  readonly cycles: readonly Cycle[] | null
  readonly renewals: readonly Renewal[] | null
  readonly allocations: readonly [renewal: string, entry: string][] | null
  readonly entries: readonly Entry[] | null
  readonly courses: readonly [enrollment: string, course: string][] | null
  readonly cards: readonly Card[] | null
  /** By what the published rules of the organisation are known. */
  readonly rules: string | null
}

/** What a standing is judged by. */
export interface Ground {
  readonly person: PersonFacts
  readonly lineages: Lineages
}

/** Loads a person's facts in one trip. */
export const loadPersonFacts = async (tx: Transaction, person: PersonKey): Promise<PersonFacts> =>
  factsOf(await groundRows(tx, person))

/** Loads a person's facts and the rules of the organisation in one trip. */
export const loadGround = async (tx: Transaction, person: PersonKey): Promise<Ground> =>
  groundFrom(tx, person.orgId, await groundRows(tx, person))

/** The same from what stands beside the locked head of a ledger. */
export const lockedGround = (tx: Transaction, orgId: OrgId, { ground }: LockedLedger): Promise<Ground> =>
  groundFrom(tx, orgId, ground as GroundRows)

async function groundRows(tx: Transaction, { orgId, personId }: PersonKey): Promise<GroundRows> {
  const { rows } = await tx.client.query<{ ground: GroundRows }>({
    name: 'person-ground',
    text: 'select app.person_ground($1, $2) as ground',
    values: [orgId, personId],
  })
  if (!rows[0]) throw new Error('the facts of a person were not answered')
  return rows[0].ground
}

const groundFrom = async (tx: Transaction, orgId: OrgId, rows: GroundRows): Promise<Ground> => ({
  person: factsOf(rows),
  lineages: await lineagesAt(tx, orgId, rows.rules),
})

/** The same ground with one entry more. */
export const withEntry = ({ person, lineages }: Ground, entry: StoredEntry): Ground => ({
  lineages,
  person: { ...person, entries: [...person.entries, entry] },
})

/** Puts the rows together. */
function factsOf(rows: GroundRows): PersonFacts {
  return {
    holdings: holdingsOf(rows),
    entries: entriesOf(rows),
    cards: inOrder(rows.cards, ([id, , , issuedOn]) => `${issuedOn} ${id}`).map(cardOf),
  }
}

function holdingsOf(rows: GroundRows): readonly StoredHolding[] {
  const cycles = grouped(
    inOrder(rows.cycles, ([, number]) => number),
    ([, number, from, to]) => ({ number, from, to }),
  )
  const used = grouped(rows.allocations, ([, entry]) => entry)
  const renewals = new Map<string, StoredRenewal[]>()
  for (const [id, holding, cycle, on, knownOn] of inOrder(rows.renewals, ([, , number]) => number))
    put(renewals, holding, { id, cycle, on, knownOn, entries: [...new Set(used.get(id))] })
  return inOrder(rows.holdings, ([id, , , issuedOn]) => `${issuedOn} ${id}`).map((row) => {
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

function entriesOf(rows: GroundRows): readonly StoredEntry[] {
  const courses = new Map(rows.courses)
  const entries = inOrder(rows.entries, ([, , [, , , seq]]) => seq)
  const reversed = new Map<string, string>()
  for (const [, , payload] of entries) if (payload[13] !== null) reversed.set(payload[13], payload[9])
  return entries
    .filter(([, , payload]) => payload[13] === null)
    .map(([activity, type, payload]) => {
      const [, , , seq, id, , completedOn, filedOn, approvedOn, knownOn, , enrollment, , , credits, bodyDays] = payload
      return {
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
        credits: credits.map(([packId, category, amount]) => ({ packId, category, amount })),
        bodyDays,
      }
    })
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

/** Rows in the order of what is told of each; none where there are none. */
function inOrder<R>(rows: readonly R[] | null, of: (row: R) => string | number): readonly R[] {
  return [...(rows ?? [])].sort((a, b) => {
    const [one, other] = [of(a), of(b)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** Rows by what stands first in them. */
function grouped<R extends readonly [string, ...unknown[]], T>(
  rows: readonly R[] | null,
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
