import type { Pack } from '../rules/index.ts'
import { type Change, given, stated } from './change.ts'
import { type Fields, isFields } from './reader.ts'

/** A deadline of the published facts in the pack's own words. */
function deadline(fields: Fields): Fields {
  if (fields.untilDaysAfterExpiry !== undefined) return { daysAfterExpiry: fields.untilDaysAfterExpiry }
  if (fields.untilMonthsAfterExpiry !== undefined) return { monthsAfterExpiry: fields.untilMonthsAfterExpiry }
  if (fields.beforeMonthsAfterExpiry !== undefined) return { beforeMonthsAfterExpiry: fields.beforeMonthsAfterExpiry }
  if (fields.untilEndOfMonthAfterExpiry !== undefined)
    return { endOfMonthAfterExpiry: fields.untilEndOfMonthAfterExpiry }
  return { never: true }
}

const fees = (value: unknown): unknown[] => {
  if (value === null || value === undefined) return []
  if (typeof value === 'string') return [{ amount: value.replace(/ [A-Z]{3}$/, '') }]
  return Array.isArray(value) ? value : [value]
}

const TESTS: Readonly<Record<string, string>> = {
  'current-at-submission': 'prerequisite/current',
  'valid-at-least-days-after-submission': 'prerequisite/horizon',
  'issued-within-months': 'prerequisite/issued-within',
  'continuous-over-cycle': 'prerequisite/continuous',
}

function cards(pack: Pack, value: readonly unknown[]): Change | undefined {
  if (!value.every(isFields)) return undefined
  return {
    replaces: ['prerequisite/current', 'prerequisite/horizon', 'prerequisite/issued-within', 'prerequisite/continuous'],
    rules: value.map((row, i) => ({
      ...stated(pack, `card-${i + 1}`),
      primitive: TESTS[String(row.rule)] ?? row.rule,
      type: row.type,
      handsOn: row.handsOn ?? false,
      ...given('credit', row.credit),
      ...given('creditCategory', row.creditCategory),
      ...given('days', row.days),
      ...given('months', row.months),
    })),
  }
}

const TERMS: Readonly<Record<string, string>> = {
  anniversary: 'term/anniversary',
  endOfMonth: 'term/end-of-month',
  dayBeforeAnniversary: 'term/day-before-anniversary',
  commonPeriod: 'term/common-period',
  given: 'term/given',
  rolling: 'term/rolling',
  none: 'term/none',
}

function term(pack: Pack, value: Fields): Change {
  return {
    replaces: pack.rules.map((rule) => rule.primitive).filter((primitive) => primitive.startsWith('term/')),
    rules: [
      {
        ...stated(pack, 'term'),
        primitive: TERMS[String(value.kind)] ?? value.kind,
        ...given('months', value.months),
        ...given('start', value.start),
        ...given('end', value.end),
        ...given('years', value.years),
        ...given('yearStarts', value.yearStarts),
      },
    ],
  }
}

function carry(pack: Pack, value: Fields): Change {
  const barred: readonly unknown[] = Array.isArray(value.mayNotServe) ? value.mayNotServe : []
  const codes = barred.filter((each) => each !== 'yearly minimum')
  return {
    replaces: ['lifecycle/carry'],
    rules: [
      {
        ...stated(pack, 'carry'),
        primitive: 'lifecycle/carry',
        ...given('max', value.max),
        ...given('codes', value.codes),
        ...given('earnedInLastMonths', value.onlyEarnedInLastMonths),
        ...given('onlyPetitioned', value.onlyPetitioned),
        ...(barred.includes('yearly minimum') ? { notForSubPeriods: true } : {}),
        ...(codes.length > 0 ? { notForCodes: codes } : {}),
      },
    ],
  }
}

/** Terms, windows, cards, petitions and carry-over. */
export function overrideWindows(field: string, value: unknown, pack: Pack): Change | undefined {
  const fields = isFields(value) ? value : undefined
  switch (field) {
    case 'term':
      return fields && term(pack, fields)
    case 'prerequisites':
      return Array.isArray(value) ? cards(pack, value) : undefined
    case 'earn': {
      if (!fields) return undefined
      const rule = { ...stated(pack, 'earning'), primitive: 'window/earning', until: deadline(fields) }
      return { replaces: ['window/earning'], rules: Object.keys(fields).length > 0 ? [rule] : [] }
    }
    case 'late':
      if (!Array.isArray(value) || !value.every(isFields)) return undefined
      return {
        replaces: ['window/late'],
        rules: value.map((row: Fields, i) => ({
          ...stated(pack, `late-${i + 1}`),
          primitive: 'window/late',
          status: row.status,
          until: deadline(row),
          inForce: row.inForce ?? null,
          fees: fees(row.fee),
        })),
      }
    case 'carry':
      if (value === null) return { replaces: ['lifecycle/carry'], rules: [] }
      if (fields?.negative === true)
        return {
          replaces: ['lifecycle/carry', 'requirement/carried-deficit'],
          rules: [{ ...stated(pack, 'deficit'), primitive: 'requirement/carried-deficit' }],
        }
      return fields && carry(pack, fields)
    case 'petition':
      return (
        fields && {
          replaces: ['award/petition'],
          rules: [
            {
              ...stated(pack, 'petition'),
              primitive: 'award/petition',
              ...given('fee', fields.fee),
              ...given('fileWithinMonths', fields.fileWithinMonths),
              ...given('max', fields.maxCredits),
            },
          ],
        }
      )
    case 'submission':
      return (
        fields && {
          replaces: ['window/filing-opens'],
          rules: [
            {
              ...stated(pack, 'opens'),
              primitive: 'window/filing-opens',
              daysBeforeExpiry: fields.opensDaysBeforeExpiry,
            },
          ],
        }
      )
    case 'slidingWindow':
      return (
        fields && {
          replaces: ['window/sliding'],
          rules: [
            { ...stated(pack, 'sliding'), primitive: 'window/sliding', months: fields.monthsBeforeReRegistration },
          ],
        }
      )
    case 'extension':
      return (
        fields && {
          replaces: ['lifecycle/extension'],
          rules: [{ ...stated(pack, 'extension'), primitive: 'lifecycle/extension', maxMonths: fields.maxMonths }],
        }
      )
    case 'audit':
      return (
        fields && {
          replaces: ['lifecycle/audit'],
          rules: [
            {
              ...stated(pack, 'audit'),
              primitive: 'lifecycle/audit',
              answerWithinDays: fields.answerWithinDays,
              cureMonths: fields.cureMonths ?? 12,
            },
          ],
        }
      )
    default:
      return undefined
  }
}
