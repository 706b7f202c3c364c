import type { HoldingEvent, HoldingFacts, OtherHolding } from '../credentials/index.ts'
import type { Reader } from './reader.ts'

/** What `held` says; awards and cards are read beside it. */
export type Held = Omit<HoldingFacts, 'awards' | 'cards'>

/** Reads `held`. */
export function readHeld(reader: Reader, value: unknown): Held {
  const fields = reader.fields(value, 'held') ?? {}
  const day = (key: string) => reader.day(fields[key], `held.${key}`)
  const held: Held = {
    credential: reader.text(fields.credential, 'held.credential'),
    issuedOn: day('issuedOn'),
    cycleStart: day('cycleStart'),
    expiresOn: day('expiresOn'),
    required: reader.amount(fields.required, 'held.required'),
    renewalNumber: reader.whole(fields.renewalNumber, 'held.renewalNumber', 1),
    earnFrom: day('earnFrom'),
    extendedTo: day('extendedTo'),
    deficitFromPreviousPeriod: reader.amount(fields.deficitFromPreviousPeriod, 'held.deficitFromPreviousPeriod'),
    dutiesOpen: readDuties(reader, fields.dutiesOpen),
    flags: reader.texts(fields.flags, 'held.flags'),
    licensedBy: reader.text(fields.licensedBy, 'held.licensedBy'),
    alsoHolds: readOthers(reader, fields.alsoHolds),
    events: readEvents(reader, fields.events),
  }
  const { cycleStart, expiresOn, issuedOn, extendedTo } = held
  if (cycleStart !== undefined && expiresOn !== undefined && expiresOn < cycleStart)
    reader.fault('held.expiresOn', 'lies before held.cycleStart: a cycle cannot end before it starts')
  if (issuedOn !== undefined && expiresOn !== undefined && expiresOn < issuedOn)
    reader.fault('held.expiresOn', 'lies before held.issuedOn')
  if (extendedTo !== undefined && expiresOn !== undefined && extendedTo < expiresOn)
    reader.fault('held.extendedTo', 'lies before held.expiresOn')
  return held
}

function readDuties(reader: Reader, value: unknown): HoldingFacts['dutiesOpen'] {
  const texts = reader.texts(value, 'held.dutiesOpen')
  return texts?.flatMap((text, i) => {
    const match = /^(.+) (\d{4})$/.exec(text)
    if (match?.[1] !== undefined) return [{ duty: match[1], year: Number(match[2]) }]
    reader.fault(`held.dutiesOpen[${i}]`, `must be a duty and a year, such as "fee 2024", not "${text}"`)
    return []
  })
}

function readOthers(reader: Reader, value: unknown): OtherHolding[] | undefined {
  if (value === undefined || value === null) return undefined
  return reader.list(value, 'held.alsoHolds').flatMap((each, i) => {
    const field = `held.alsoHolds[${i}]`
    if (typeof each === 'string' && each !== '') return [{ credential: each, expiresOn: null }]
    const fields = reader.fields(each, field)
    const credential = reader.text(fields?.credential, `${field}.credential`)
    const expiresOn = reader.day(fields?.expiresOn, `${field}.expiresOn`) ?? null
    if (credential !== undefined) return [{ credential, expiresOn }]
    reader.fault(field, 'must be the name of a credential, or an object with credential and expiresOn')
    return []
  })
}

function readEvents(reader: Reader, value: unknown): HoldingEvent[] {
  return reader.list(value, 'held.events').flatMap((each, i): HoldingEvent[] => {
    const field = `held.events[${i}]`
    const fields = reader.fields(each, field)
    if (!fields) return []
    const type = reader.text(fields.type, `${field}.type`)
    const on = reader.day(fields.on, `${field}.on`)
    if (fields.type == null) reader.fault(`${field}.type`, 'is missing')
    if (fields.on == null) reader.fault(`${field}.on`, 'is missing')
    if (on === undefined) return []
    const common = {
      on,
      using: reader.texts(fields.using, `${field}.using`),
      knownOn: reader.day(fields.knownOn, `${field}.knownOn`),
    }
    if (type === 'renewed')
      return [
        {
          ...common,
          type,
          for: reader.text(fields.for, `${field}.for`),
          late: reader.flag(fields.late, `${field}.late`),
          credential: reader.text(fields.credential, `${field}.credential`),
        },
      ]
    if (type === 'reinstated') return [{ ...common, type }]
    if (type === 'audit')
      return [
        {
          on,
          type,
          answerBy: reader.day(fields.answerBy, `${field}.answerBy`),
          unproven: reader.texts(fields.unproven, `${field}.unproven`) ?? [],
          knownOn: common.knownOn,
        },
      ]
    return []
  })
}
