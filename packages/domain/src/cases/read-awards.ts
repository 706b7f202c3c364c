import type { Day, DaySpan } from '../kernel/index.ts'
import type { Award, AwardDecision, AwardKind, CompiledPack } from '../rules/index.ts'
import type { Fields, Reader } from './reader.ts'

const KINDS: readonly AwardKind[] = [
  'course',
  'petition',
  'certification',
  'presenting',
  'speaking',
  'committee',
  'cpr-course',
  'carry',
]
const DECISIONS: readonly AwardDecision[] = ['approved', 'pending', 'denied', 'revoked']
const FIRST = -9_999_999 as Day
const LAST = 9_999_999 as Day

/** Reads the awards of a case. */
export function readAwards(reader: Reader, value: unknown, pack: CompiledPack | undefined): Award[] {
  const seen = new Set<string>()
  return reader.list(value, 'awards').flatMap((each, i) => {
    const field = `awards[${i}]`
    const fields = reader.fields(each, field)
    if (!fields) {
      if (each === null || each === undefined) reader.fault(field, 'must be an object')
      return []
    }
    const award = readAward(reader, fields, { field, pack })
    if (!award) return []
    if (seen.has(award.id)) reader.fault(`${field}.id`, `"${award.id}" stands twice`)
    seen.add(award.id)
    return [award]
  })
}

function readAward(
  reader: Reader,
  fields: Fields,
  { field, pack }: { readonly field: string; readonly pack: CompiledPack | undefined },
): Award | undefined {
  const id = reader.text(fields.id, `${field}.id`)
  const completedOn = reader.day(fields.date, `${field}.date`)
  if (id === undefined && (fields.id === undefined || fields.id === null)) reader.fault(`${field}.id`, 'is missing')
  if (fields.date === undefined || fields.date === null) reader.fault(`${field}.date`, 'is missing')
  const kind = reader.oneOf(fields.type, `${field}.type`, KINDS) ?? 'course'
  const decision = reader.oneOf(fields.status, `${field}.status`, DECISIONS) ?? 'approved'
  const credits = reader.amount(fields.credits, `${field}.credits`)
  const minutes = reader.whole(fields.minutes, `${field}.minutes`, 0)
  const faceValue = readFaceValue(reader, fields.faceValue, `${field}.faceValue`)
  const stated = ['credits', 'minutes', 'faceValue'].some((key) => fields[key] !== undefined && fields[key] !== null)
  if (!stated) reader.fault(`${field}.credits`, 'is missing, and so are minutes')
  if (
    credits === undefined &&
    faceValue === undefined &&
    minutes !== undefined &&
    pack?.pack.unit.minutesPerUnit === null
  )
    reader.fault(`${field}.minutes`, 'cannot be converted: this pack gives no length of its unit')
  if (credits === undefined && minutes === undefined && faceValue && pack && !hasRate(pack, faceValue.unit))
    reader.fault(`${field}.faceValue.unit`, `"${faceValue.unit}" has no rate in this pack`)
  const dates = {
    filedOn: reader.day(fields.filedOn, `${field}.filedOn`),
    approvedOn: reader.day(fields.approvedOn, `${field}.approvedOn`),
    deniedOn: reader.day(fields.deniedOn, `${field}.deniedOn`),
    revokedOn: reader.day(fields.revokedOn, `${field}.revokedOn`),
    knownOn: reader.day(fields.knownOn, `${field}.knownOn`),
  }
  if (id === undefined || completedOn === undefined) return undefined
  return {
    id,
    completedOn,
    kind,
    decision,
    credits: credits ?? null,
    minutes,
    faceValue,
    ...dates,
    category: reader.text(fields.category, `${field}.category`) ?? null,
    title: reader.text(fields.activity, `${field}.activity`),
    courseId: reader.text(fields.courseId, `${field}.courseId`),
    topic: reader.text(fields.topic, `${field}.topic`),
    splitOf: reader.text(fields.splitOf, `${field}.splitOf`),
    usedIn: reader.text(fields.usedIn, `${field}.usedIn`),
    onlyFor: reader.texts(fields.onlyFor, `${field}.onlyFor`),
    issuerOwn: reader.flag(fields.issuerOwn, `${field}.issuerOwn`),
    providerApproval: readSpan(reader, fields.providerApproval, `${field}.providerApproval`),
  }
}

function readFaceValue(reader: Reader, value: unknown, field: string): Award['faceValue'] {
  const fields = reader.fields(value, field)
  if (!fields) return undefined
  const amount = reader.amount(fields.value, `${field}.value`)
  const unit = reader.text(fields.unit, `${field}.unit`)
  if (amount === undefined) return fields.value == null ? reader.fault(`${field}.value`, 'is missing') : undefined
  if (unit === undefined) return fields.unit == null ? reader.fault(`${field}.unit`, 'is missing') : undefined
  return { value: amount, unit }
}

const hasRate = (pack: CompiledPack, unit: string): boolean =>
  pack.awards.equivalence.some(({ rule }) => rule.unit.toLowerCase() === unit.toLowerCase()) ||
  [pack.pack.unit.singular.en, pack.pack.unit.plural.en].some((name) => name.toLowerCase() === unit.toLowerCase())

/** A span of days; a missing end is open. */
function readSpan(reader: Reader, value: unknown, field: string): DaySpan | undefined {
  const fields = reader.fields(value, field)
  if (!fields) return undefined
  const from = reader.day(fields.from, `${field}.from`) ?? FIRST
  const to = reader.day(fields.to, `${field}.to`) ?? LAST
  if (to < from) return reader.fault(`${field}.to`, 'lies before from')
  return { from, to }
}
