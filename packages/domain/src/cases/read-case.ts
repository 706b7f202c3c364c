import type { HoldingFacts } from '../credentials/index.ts'
import { type Day, dayIn } from '../kernel/index.ts'
import { type CompiledPack, compilePack, type Pack } from '../rules/index.ts'
import { overridePack } from './override.ts'
import { readAwards } from './read-awards.ts'
import { readCards } from './read-cards.ts'
import { readHeld } from './read-held.ts'
import { type Fault, type Fields, isFields, Reader } from './reader.ts'

/** A case that can be evaluated. */
export interface ReadCase {
  readonly id: string
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  readonly asOf: Day
}

/** Finds the rule set that a case names. */
export type FindPack = (id: string) => Pack | undefined

/** Prepared packs. A pack never changes, so a prepared one never goes stale. */
const compiled = new WeakMap<Pack, CompiledPack>()

function packOf(reader: Reader, fields: Fields, find: FindPack): CompiledPack | undefined {
  const id = reader.text(fields.rulePack, 'rulePack')
  if (id === undefined) return fields.rulePack == null ? reader.fault('rulePack', 'is missing') : undefined
  const pack = find(id)
  if (!pack) return reader.fault('rulePack', `there is no rule pack "${id}"`)
  const override = reader.fields(fields.packOverride, 'packOverride')
  if (override) {
    const changed = overridePack(pack, override)
    for (const fault of changed.faults) reader.fault(fault.field, fault.message)
    return changed.pack ? compilePack(changed.pack) : undefined
  }
  const known = compiled.get(pack) ?? compilePack(pack)
  compiled.set(pack, known)
  return known
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** The civil day of an instant where the body's deadlines fall; without a zone, the day as it is written. */
function dayOfInstant(reader: Reader, text: string, zone: string | null): Day | undefined {
  const match = INSTANT.exec(text)
  if (!match || Number.isNaN(Date.parse(text)))
    return reader.fault('submittedAt', 'must be an instant with its offset, such as 2025-12-31T23:30:00-06:00')
  // `Date.parse` takes 30 February for 2 March.
  const written = reader.day(match[1], 'submittedAt')
  return zone === null || written === undefined ? written : dayIn(zone, Date.parse(text))
}

function asOfOf(reader: Reader, fields: Fields, pack: CompiledPack | undefined): Day | undefined {
  const instant = reader.text(fields.submittedAt, 'submittedAt')
  if (instant !== undefined) return dayOfInstant(reader, instant, pack?.pack.deadlineZone ?? null)
  if (fields.asOf == null) return reader.fault('asOf', 'is missing')
  return reader.day(fields.asOf, 'asOf')
}

/** Does the pack need dates that the facts do not have? */
function checkDates(reader: Reader, pack: CompiledPack, facts: HoldingFacts, asOf: Day): void {
  if (pack.term.primitive === 'term/none') return
  const { issuedOn, cycleStart, expiresOn } = facts
  if (pack.term.primitive === 'term/given' && expiresOn === undefined) {
    if (pack.term.months === undefined || cycleStart === undefined) reader.fault('held.expiresOn', 'is missing')
  } else if (issuedOn === undefined && cycleStart === undefined && expiresOn === undefined)
    reader.fault('held.issuedOn', 'is missing, and so are held.cycleStart and held.expiresOn')
  if (issuedOn !== undefined && asOf < issuedOn) reader.fault('asOf', 'lies before held.issuedOn')
  const { term } = pack
  if (term.primitive === 'term/common-period' && expiresOn === undefined && issuedOn !== undefined) {
    const end = reader.day(term.end, 'rulePack')
    if (end !== undefined && issuedOn > end) reader.fault('held.issuedOn', 'lies after the period of this rule pack')
  }
}

/** Reads one case under the pack that it names; the faults name its fields. */
export function readCase(
  value: unknown,
  find: FindPack,
): { readonly case: ReadCase | null; readonly faults: readonly Fault[] } {
  const reader = new Reader()
  if (!isFields(value)) return { case: null, faults: [{ field: 'case', message: 'must be an object' }] }
  const id = reader.text(value.id, 'id')
  if (value.id == null) reader.fault('id', 'is missing')
  const pack = packOf(reader, value, find)
  const asOf = asOfOf(reader, value, pack)
  const held = readHeld(reader, value.held)
  if (value.held == null) reader.fault('held', 'is missing')
  const facts: HoldingFacts = {
    ...held,
    credential: held.credential ?? reader.text(value.credential, 'credential'),
    awards: readAwards(reader, value.awards, pack),
    cards: readCards(reader, value.prerequisites),
  }
  if (pack && asOf !== undefined) checkDates(reader, pack, facts, asOf)
  if (reader.faults.length > 0 || !pack || asOf === undefined || id === undefined)
    return { case: null, faults: reader.faults }
  return { case: { id, pack, facts, asOf }, faults: [] }
}
