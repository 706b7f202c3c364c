import { ZERO } from '@gs/domain'
import { type Fields, isFields, type Reader } from '@gs/domain/cases'
import type { ActivityCredit, PlannedActivity } from '@gs/domain/planner'
import { packIds } from '@gs/rulepacks'

/** Reads the activities on offer. */
export function readActivities(reader: Reader, value: unknown): PlannedActivity[] {
  const seen = new Set<string>()
  return reader.list(value, 'activities').flatMap((each, i) => {
    const field = `activities[${i}]`
    if (!isFields(each)) {
      reader.fault(field, 'must be an object')
      return []
    }
    const activity = readActivity(reader, each, field)
    if (!activity) return []
    if (seen.has(activity.id)) reader.fault(`${field}.id`, `"${activity.id}" stands twice`)
    seen.add(activity.id)
    return [activity]
  })
}

function readActivity(reader: Reader, fields: Fields, field: string): PlannedActivity | undefined {
  const id = reader.text(fields.id, `${field}.id`)
  if (fields.id == null) reader.fault(`${field}.id`, 'is missing')
  const owned = reader.flag(fields.owned, `${field}.owned`) ?? false
  if (fields.hours == null) reader.fault(`${field}.hours`, 'is missing')
  if (fields.price == null && !owned) reader.fault(`${field}.price`, 'is missing')
  const availableFrom = reader.day(fields.availableFrom, `${field}.availableFrom`) ?? null
  const availableUntil = reader.day(fields.availableUntil, `${field}.availableUntil`) ?? null
  if (availableFrom !== null && availableUntil !== null && availableUntil < availableFrom)
    reader.fault(`${field}.availableUntil`, 'lies before availableFrom')
  const activity = {
    name: reader.text(fields.name, `${field}.name`) ?? id ?? '',
    hours: reader.amount(fields.hours, `${field}.hours`) ?? ZERO,
    price: reader.amount(fields.price, `${field}.price`) ?? ZERO,
    repeatable: reader.flag(fields.repeatable, `${field}.repeatable`) ?? false,
    credits: readCredits(reader, fields.credits, `${field}.credits`),
    card: readCard(reader, fields.prerequisite, `${field}.prerequisite`),
  }
  return id === undefined ? undefined : { id, owned, availableFrom, availableUntil, ...activity }
}

function readCredits(reader: Reader, value: unknown, field: string): ActivityCredit[] {
  const packs = reader.fields(value, field)
  return Object.entries(packs ?? {}).flatMap(([packId, each]) => {
    const where = `${field}.${packId}`
    if (!packIds().includes(packId)) reader.fault(where, `there is no rule pack "${packId}"`)
    const credit = reader.fields(each, where)
    if (!credit || credit.credits == null) {
      reader.fault(`${where}.credits`, 'is missing')
      return []
    }
    const credits = reader.amount(credit.credits, `${where}.credits`)
    const category = reader.text(credit.category, `${where}.category`) ?? null
    return credits === undefined ? [] : [{ packId, credits, category }]
  })
}

function readCard(reader: Reader, value: unknown, field: string): PlannedActivity['card'] {
  const fields = reader.fields(value, field)
  if (!fields) return null
  const type = reader.text(fields.type, `${field}.type`)
  const validMonths = reader.whole(fields.validMonths, `${field}.validMonths`, 1)
  if (fields.type == null) reader.fault(`${field}.type`, 'is missing')
  if (fields.validMonths == null) reader.fault(`${field}.validMonths`, 'is missing')
  if (validMonths !== undefined && validMonths > 1200) reader.fault(`${field}.validMonths`, 'must be at most 1200')
  return type === undefined || validMonths === undefined ? null : { type, validMonths }
}
