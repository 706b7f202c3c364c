import { type Bulk, type Cell, copyRows, type Transaction } from '@gs/db'
import { type Amount, type Day, type EntryId, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { evaluate, type Standing } from '@gs/domain/credentials'
import { type AwardEntry, payloadFormatOf, payloadOf } from '@gs/domain/ledger'
import { chainHash } from '../ledger/post-entry.ts'
import {
  factsOfHolding,
  type JudgedOn,
  judgeHolding,
  type Lineages,
  rowOf,
  type StoredEntry,
  storedDay,
} from '../standings/index.ts'
import { holdElsewhere, type Offered } from './elsewhere.ts'
import type { History, HistoryHolding, HistoryMaking } from './history.ts'
import { inventHistory } from './history.ts'
import { inventName } from './names.ts'

export interface PopulationPlace {
  readonly orgId: OrgId
  readonly units: readonly [PlaceUnit, ...PlaceUnit[]]
}

export interface PlaceUnit {
  readonly id: string
  readonly path: string
}

export interface PopulationMaking extends HistoryMaking {
  readonly place: PopulationPlace
  /** Number of the first person, so that addresses differ between batches. */
  readonly firstNumber: number
  /** Where holdings are spread over all packs: the versions that judge, and what is offered under them. */
  readonly spread?: { readonly lineages: Lineages; readonly offered: readonly Offered[] } | undefined
}

const GENESIS = Buffer.alloc(32)

class Table implements Bulk {
  readonly rows: Cell[][] = []
  readonly table: string
  readonly columns: readonly string[]

  constructor(table: string, columns: string) {
    this.table = table
    this.columns = columns.split(' ')
  }
}

const tables = () => ({
  people: new Table('people', 'org_id id given_name family_name email unit_id unit_path'),
  holdings: new Table('holdings', 'org_id id person_id credential_code pack_id issued_on facts source known_on'),
  cycles: new Table(
    'cycles',
    'org_id person_id credential_code valid holding_id number starts_on expires_on renewal_id known_on',
  ),
  cards: new Table('cards', 'org_id id person_id type issuer issued_on valid_through hands_on known_on'),
  heads: new Table('ledger_heads', 'org_id person_id seq head_hash'),
  entries: new Table(
    'ledger_entries',
    'org_id person_id seq id kind activity activity_type completed_on approved_on known_on idempotency_key payload payload_format prev_hash hash',
  ),
  credits: new Table('ledger_credits', 'org_id entry_id person_id pack_id category amount_thousandths'),
  renewals: new Table(
    'renewals',
    'org_id id person_id holding_id cycle_number status applied_on decided_on arithmetic',
  ),
  allocations: new Table(
    'allocations',
    'org_id renewal_id line person_id entry_id card_id pack_id requirement amount_thousandths',
  ),
  standings: new Table(
    'standings',
    'org_id holding_id person_id person_name unit_path credential_code pack_id status in_force required counted needed wasted missing can_renew cycle_number cycle_from expires_on as_of known_on next_change_on',
  ),
})
type Tables = ReturnType<typeof tables>

/** Adds invented people with their histories and standings by COPY, a few thousand at a time. */
export async function addPopulation(tx: Transaction, making: PopulationMaking, count: number): Promise<void> {
  const into = tables()
  for (let index = 0; index < count; index++) addPerson(into, making, making.firstNumber + index)
  for (const table of Object.values(into)) await copyRows(tx, table)
}

interface Whose {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly personName: string
  readonly unitPath: string
}

function addPerson(into: Tables, making: PopulationMaking, number: number): void {
  const { chance, place } = making
  const name = inventName(chance, number)
  const unit = chance.pick(place.units)
  const personId = making.newId() as PersonId
  into.people.rows.push([place.orgId, personId, name.given, name.family, name.email, unit.id, unit.path])
  const whose: Whose = {
    orgId: place.orgId,
    personId,
    personName: `${name.family}, ${name.given}`,
    unitPath: unit.path,
  }
  const history = inventHistory(making)
  spreadOver(making, history)
  for (const card of history.cards)
    into.cards.rows.push([
      place.orgId,
      card.id,
      personId,
      card.type,
      card.issuer,
      card.issuedOn,
      card.validThrough,
      card.handsOn,
      card.knownOn,
    ])
  addLedger(into, whose, history.entries)
  for (const holding of history.holdings) {
    addHolding(into, whose, holding)
    addStanding(into, whose, { holding, history, making })
  }
}

function addLedger(into: Tables, { orgId, personId }: Whose, entries: readonly StoredEntry[]): void {
  let previous: Buffer = GENESIS
  const ordered = [...entries].sort((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0))
  for (const [index, stored] of ordered.entries()) {
    const entry = awardOf(stored, { orgId, personId, seq: index + 1 })
    const payload = Buffer.from(payloadOf(entry), 'utf8')
    const format = payloadFormatOf(entry)
    const hash = chainHash(previous, { payload, format })
    into.entries.rows.push([
      orgId,
      personId,
      entry.seq,
      entry.id,
      'award',
      stored.activity,
      stored.type,
      stored.completedOn,
      stored.approvedOn,
      stored.knownOn,
      `seed:${entry.id}`,
      payload,
      format,
      previous,
      hash,
    ])
    for (const line of entry.credits)
      into.credits.rows.push([orgId, entry.id, personId, line.packId, line.category, line.amount])
    previous = hash
  }
  if (ordered.length > 0) into.heads.rows.push([orgId, personId, ordered.length, previous])
}

function awardOf(stored: StoredEntry, at: { orgId: OrgId; personId: PersonId; seq: number }): AwardEntry {
  const known = storedDay(stored.knownOn)
  return {
    ...at,
    kind: 'award',
    id: stored.id as EntryId,
    completedOn: storedDay(stored.completedOn),
    filedOn: null,
    approvedOn: known,
    knownOn: known,
    actorId: null,
    enrollmentId: null,
    submissionId: null,
    credits: stored.credits.map((line) => ({ ...line, amount: line.amount as Amount })),
  }
}

// The range as PostgreSQL writes it: the first day in, the day after the last one out.
const rangeOf = (from: string, to: string | null): string => (to === null ? `[${from},)` : `[${from},${dayAfter(to)})`)
const dayAfter = (text: string): string => formatDay((storedDay(text) + 1) as Day)

function addHolding(into: Tables, { orgId, personId }: Whose, holding: HistoryHolding): void {
  const { id, credential, packId } = holding
  into.holdings.rows.push([
    orgId,
    id,
    personId,
    credential,
    packId,
    holding.issuedOn,
    JSON.stringify(holding.facts),
    holding.source,
    holding.knownOn,
  ])
  for (const cycle of holding.cycles) {
    const opened = holding.renewals.find((renewal) => renewal.cycle === cycle.number - 1)
    into.cycles.rows.push([
      orgId,
      personId,
      credential,
      rangeOf(cycle.from, cycle.to),
      id,
      cycle.number,
      cycle.from,
      cycle.to,
      opened?.id ?? null,
      opened?.on ?? holding.knownOn,
    ])
  }
  for (const renewal of holding.renewals) {
    into.renewals.rows.push([
      orgId,
      renewal.id,
      personId,
      id,
      renewal.cycle,
      'approved',
      renewal.on,
      renewal.on,
      JSON.stringify(renewal.arithmetic),
    ])
    for (const [line, part] of renewal.allocations.entries()) {
      const byCard = part.awardId === 'card'
      into.allocations.rows.push([
        orgId,
        renewal.id,
        line + 1,
        personId,
        byCard ? null : part.awardId,
        byCard ? renewal.cardId : null,
        packId,
        part.requirement,
        part.amount,
      ])
    }
  }
}

interface StandingMaking {
  readonly holding: HistoryHolding
  readonly history: History
  readonly making: PopulationMaking
}

/** Half of the people hold something of another body too, every tenth two. */
function spreadOver(making: PopulationMaking, history: History): void {
  const { spread, chance } = making
  if (!spread) return
  const judge = (holding: HistoryHolding) => standingOf(making, history, holding)
  if (chance.happens(0.5)) holdElsewhere({ ...making, ...spread, judge }, history)
  if (chance.happens(0.1)) holdElsewhere({ ...making, ...spread, judge }, history)
}

const momentOf = ({ today }: PopulationMaking): JudgedOn => ({ asOf: today, knownAt: today })

/** As the product judges it, by the version for the day; the demo's own packs have one each. */
function standingOf(making: PopulationMaking, history: History, holding: HistoryHolding): Standing {
  const at = momentOf(making)
  if (making.spread) return judgeHolding(holding, history, { lineages: making.spread.lineages, ...at }).standing
  const pack = making.packs.get(holding.packId)
  if (!pack) throw new Error(`the demo needs pack ${holding.packId}`)
  return evaluate(pack, factsOfHolding(holding, history), at)
}

function addStanding(into: Tables, whose: Whose, { holding, history, making }: StandingMaking): void {
  const row = rowOf({ holding, standing: standingOf(making, history, holding), at: momentOf(making) })
  into.standings.rows.push([
    whose.orgId,
    holding.id,
    whose.personId,
    whose.personName,
    whose.unitPath,
    row.credential_code,
    row.pack_id,
    row.status,
    row.in_force,
    row.required,
    row.counted,
    row.needed,
    row.wasted,
    row.missing,
    row.can_renew,
    row.cycle_number,
    row.cycle_from,
    row.expires_on,
    row.as_of,
    row.known_on,
    row.next_change_on,
  ])
}
