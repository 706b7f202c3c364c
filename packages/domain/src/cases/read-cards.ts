import type { Card } from '../rules/index.ts'
import type { Reader } from './reader.ts'

/** Reads the prerequisite cards of a case. */
export function readCards(reader: Reader, value: unknown): Card[] {
  return reader.list(value, 'prerequisites').flatMap((each, i) => {
    const field = `prerequisites[${i}]`
    const fields = reader.fields(each, field)
    if (!fields) {
      if (each === null || each === undefined) reader.fault(field, 'must be an object')
      return []
    }
    const type = reader.text(fields.type, `${field}.type`)
    const issuedOn = reader.day(fields.issuedOn, `${field}.issuedOn`)
    const validThrough = reader.day(fields.validThrough, `${field}.validThrough`) ?? null
    if (fields.type == null) reader.fault(`${field}.type`, 'is missing')
    if (fields.issuedOn == null) reader.fault(`${field}.issuedOn`, 'is missing')
    if (type === undefined || issuedOn === undefined) return []
    if (validThrough !== null && validThrough < issuedOn) reader.fault(`${field}.validThrough`, 'lies before issuedOn')
    return [
      {
        type,
        issuedOn,
        validThrough,
        issuer: reader.text(fields.issuer, `${field}.issuer`) ?? null,
        handsOn: reader.flag(fields.handsOn, `${field}.handsOn`) ?? false,
        knownOn: reader.day(fields.knownOn, `${field}.knownOn`),
      },
    ]
  })
}
