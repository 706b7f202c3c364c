import { addMonths, type Day } from '@gs/domain'
import { type Fault, type Fields, isFields, Reader, readAwards, readCards } from '@gs/domain/cases'
import { AIMS, type Aim, type PlannedHolding, type PlanProblem } from '@gs/domain/planner'
import type { Award, CompiledPack } from '@gs/domain/rules'
import { packOf } from './packs.ts'
import { readActivities } from './read-activities.ts'

/** Nobody lives to see more: a later last day is a slip of the pen. */
const FURTHEST_MONTHS = 1200

/** A plan that can be made. */
export interface ReadPlan {
  readonly id: string
  readonly problem: PlanProblem
}

/** Reads one plan; the faults name its fields. */
export function readPlan(value: unknown): { readonly plan: ReadPlan | null; readonly faults: readonly Fault[] } {
  const reader = new Reader()
  if (!isFields(value)) return { plan: null, faults: [{ field: 'plan', message: 'must be an object' }] }
  const id = required(reader, value, 'id', (field) => reader.text(value.id, field))
  const asOf = required(reader, value, 'asOf', (field) => reader.day(value.asOf, field))
  const until = required(reader, value, 'until', (field) => reader.day(value.until, field))
  if (asOf !== undefined && until !== undefined && until < asOf) reader.fault('until', 'lies before asOf')
  else if (asOf !== undefined && until !== undefined && until > addMonths(asOf, FURTHEST_MONTHS))
    reader.fault('until', 'lies more than 100 years after asOf')
  const holdings = readHoldings(reader, value)
  const problem = {
    holdings,
    cards: readCards(reader, value.prerequisites),
    activities: readActivities(reader, value.activities),
    hoursPerWeek: reader.amount(value.hoursPerWeek, 'hoursPerWeek') ?? null,
    minimise: readAims(reader, value.minimise),
  }
  if (problem.hoursPerWeek === 0) reader.fault('hoursPerWeek', 'must be more than 0')
  if (reader.faults.length > 0 || id === undefined || asOf === undefined || until === undefined)
    return { plan: null, faults: reader.faults }
  return { plan: { id, problem: { asOf, until, ...problem } }, faults: [] }
}

function required<T>(
  reader: Reader,
  fields: Fields,
  field: string,
  read: (field: string) => T | undefined,
): T | undefined {
  if (fields[field] === undefined || fields[field] === null) return reader.fault(field, 'is missing')
  return read(field)
}

function readHoldings(reader: Reader, plan: Fields): PlannedHolding[] {
  if (plan.holdings === undefined || plan.holdings === null) reader.fault('holdings', 'is missing')
  const seen = new Set<string>()
  const dated = reader.list(plan.holdings, 'holdings').flatMap((each, i) => {
    const field = `holdings[${i}]`
    if (!isFields(each)) {
      reader.fault(field, 'must be an object')
      return []
    }
    const id = reader.text(each.id, `${field}.id`)
    if (each.id == null) reader.fault(`${field}.id`, 'is missing')
    if (id !== undefined && seen.has(id)) reader.fault(`${field}.id`, `"${id}" stands twice`)
    if (id !== undefined) seen.add(id)
    const pack = packOf(reader, each.rulePack, `${field}.rulePack`)
    const held = readDates(reader, each, { field, pack })
    return pack && id !== undefined ? [{ id, pack, held }] : []
  })
  const packs = new Map(dated.map(({ id, pack }) => [id, pack]))
  const awards = readOwnAwards(reader, plan.awards, packs)
  return dated.map((holding) => ({ ...holding, awards: awards.get(holding.id) ?? [] }))
}

function readDates(
  reader: Reader,
  fields: Fields,
  { field, pack }: { readonly field: string; readonly pack: CompiledPack | undefined },
): PlannedHolding['held'] {
  const day = (key: string): Day | undefined => reader.day(fields[key], `${field}.${key}`)
  const held = {
    credential: reader.text(fields.credential, `${field}.credential`),
    issuedOn: day('issuedOn'),
    cycleStart: day('cycleStart'),
    expiresOn: day('expiresOn'),
    required: reader.amount(fields.required, `${field}.required`),
    renewalNumber: reader.whole(fields.renewalNumber, `${field}.renewalNumber`, 1),
    licensedBy: reader.text(fields.licensedBy, `${field}.licensedBy`),
    events: [],
  }
  const { issuedOn, cycleStart, expiresOn } = held
  if (expiresOn !== undefined && cycleStart !== undefined && expiresOn < cycleStart)
    reader.fault(`${field}.expiresOn`, 'lies before cycleStart')
  if (expiresOn !== undefined && issuedOn !== undefined && expiresOn < issuedOn)
    reader.fault(`${field}.expiresOn`, 'lies before issuedOn')
  const term = pack?.term
  if (!term || term.primitive === 'term/none') return held
  if (term.primitive === 'term/given' && expiresOn === undefined) {
    if (term.months === undefined || (cycleStart ?? issuedOn) === undefined)
      if (fields.expiresOn == null) reader.fault(`${field}.expiresOn`, 'is missing')
  } else if (['issuedOn', 'cycleStart', 'expiresOn'].every((key) => fields[key] == null))
    reader.fault(`${field}.issuedOn`, 'is missing, and so are cycleStart and expiresOn')
  return held
}

/**
 * The awards of each holding: an award names its holding, or packs by `credits: {PACK: {credits, category}}` as
 * activities do, or counts wherever its holder's packs let it.
 */
function readOwnAwards(
  reader: Reader,
  value: unknown,
  packs: ReadonlyMap<string, CompiledPack>,
): ReadonlyMap<string, readonly Award[]> {
  const faults = new Set<string>()
  const awards = new Map<string, readonly Award[]>()
  const list = reader.list(value, 'awards')
  list.forEach((each, i) => {
    if (isFields(each) && typeof each.holding === 'string' && !packs.has(each.holding))
      reader.fault(`awards[${i}].holding`, `there is no holding "${each.holding}"`)
  })
  for (const [holding, pack] of packs) {
    const own = new Reader()
    const mine = list.map((each) => (isFields(each) ? forHolding(each, holding, pack) : each))
    const read = readAwards(own, mine, pack)
    awards.set(
      holding,
      read.filter((award) =>
        list.some((each) => isFields(each) && each.id === award.id && counts(each, holding, pack)),
      ),
    )
    // A fault of an award shows for every holding; once is enough.
    for (const { field, message } of own.faults) {
      if (!faults.has(`${field}: ${message}`)) reader.fault(field, message)
      faults.add(`${field}: ${message}`)
    }
  }
  return awards
}

const counts = (award: Fields, holding: string, pack: CompiledPack): boolean =>
  (award.holding === undefined || award.holding === null || award.holding === holding) &&
  (award.rulePack === undefined || award.rulePack === null || award.rulePack === pack.pack.id) &&
  (!isFields(award.credits) || award.credits[pack.pack.id] !== undefined)

/** The award with the credits that it gives under one pack. */
function forHolding(award: Fields, holding: string, pack: CompiledPack): Fields {
  if (!isFields(award.credits)) return award
  const own = counts(award, holding, pack) ? award.credits[pack.pack.id] : undefined
  if (own === undefined) return { ...award, credits: '0' }
  return isFields(own) ? { ...award, credits: own.credits, category: own.category } : { ...award, credits: own }
}

function readAims(reader: Reader, value: unknown): readonly Aim[] {
  const aims = reader.list(value, 'minimise').flatMap((each, i) => {
    const aim = reader.oneOf(each, `minimise[${i}]`, AIMS)
    if (each === null || each === undefined) reader.fault(`minimise[${i}]`, `must be one of ${AIMS.join(', ')}`)
    return aim ?? []
  })
  aims.forEach((aim, i) => {
    if (aims.indexOf(aim) !== i) reader.fault(`minimise[${i}]`, `"${aim}" stands twice`)
  })
  // What is not named matters least, in the usual order.
  return [...aims, ...AIMS.filter((aim) => !aims.includes(aim))]
}
