import type { Pack } from '../rules/index.ts'
import { type Change, given, stated } from './change.ts'
import { type Fields, isFields } from './reader.ts'

const list = (value: unknown): readonly Fields[] | undefined =>
  value === null ? [] : Array.isArray(value) && value.every(isFields) ? value : undefined

const codeOf = (missing: unknown): unknown =>
  typeof missing === 'string' && missing.startsWith('category:') ? missing.slice('category:'.length) : undefined

/** How much, of which categories, and what single activities give. */
export function overrideLimits(field: string, value: unknown, pack: Pack): Change | undefined {
  const rows = list(value)
  switch (field) {
    case 'required':
      if (typeof value !== 'string' && typeof value !== 'number') return undefined
      return {
        replaces: [
          'requirement/fixed',
          'requirement/by-certification-date',
          'requirement/by-renewal',
          'requirement/by-credential',
        ],
        rules: [{ ...stated(pack, 'required'), primitive: 'requirement/fixed', amount: String(value) }],
      }
    case 'minima':
      return (
        rows && {
          replaces: ['category/minimum'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `minimum-${i + 1}`),
            primitive: 'category/minimum',
            codes: row.codes,
            min: row.min,
            ...given('label', codeOf(row.missing)),
          })),
        }
      )
    case 'maxima':
      return (
        rows && {
          replaces: ['category/maximum'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `maximum-${i + 1}`),
            primitive: 'category/maximum',
            codes: row.codes,
            max: row.max,
          })),
        }
      )
    case 'minDistinctCategories':
      return {
        replaces: ['category/distinct'],
        rules:
          typeof value === 'number' && value > 1
            ? [{ ...stated(pack, 'distinct'), primitive: 'category/distinct', count: value }]
            : [],
      }
    case 'secondTotals':
      return (
        rows && {
          replaces: ['requirement/second-total'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `second-${i + 1}`),
            primitive: 'requirement/second-total',
            codes: row.codes,
            amount: row.required,
          })),
        }
      )
    case 'subPeriods':
      if (value !== null && !isFields(value)) return undefined
      return {
        replaces: ['category/sub-period-minimum'],
        rules:
          value === null
            ? []
            : [
                {
                  ...stated(pack, 'year'),
                  primitive: 'category/sub-period-minimum',
                  yearStarts: String(value.each).includes('July') ? '07-01' : '01-01',
                  min: value.min,
                },
              ],
      }
    case 'requirementTable':
      return (
        rows && {
          replaces: ['requirement/by-certification-date', 'requirement/fixed'],
          rules: [
            {
              ...stated(pack, 'table'),
              primitive: 'requirement/by-certification-date',
              rows: rows.map((row) => ({
                ...given('from', row.from),
                ...given('to', row.to),
                amount: row.required,
                ...given('maxima', row.max),
              })),
            },
          ],
        }
      )
    case 'requirementByRenewal':
      return (
        rows && {
          replaces: ['requirement/by-renewal', 'requirement/fixed'],
          rules: [
            {
              ...stated(pack, 'renewals'),
              primitive: 'requirement/by-renewal',
              rows: rows.map((row) => ({ renewal: row.renewal, amount: row.required })),
            },
          ],
        }
      )
    case 'activityCaps':
      return (
        rows && {
          replaces: ['award/activity-cap'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `activity-${i + 1}`),
            primitive: 'award/activity-cap',
            kind: row.type,
            max: row.max,
            per: row.per,
            ...given('from', row.from),
            ...given('to', row.to),
          })),
        }
      )
    case 'perAwardCap':
      return (
        rows && {
          replaces: ['award/per-award-cap'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `award-${i + 1}`),
            primitive: 'award/per-award-cap',
            max: row.max,
            ...given('category', row.category),
            ...given('kind', row.type),
          })),
        }
      )
    case 'equivalence':
      return (
        rows && {
          replaces: ['award/equivalence'],
          rules: rows.map((row, i) => ({
            ...stated(pack, `rate-${i + 1}`),
            primitive: 'award/equivalence',
            unit: row.from,
            factor: row.factor,
          })),
        }
      )
    default:
      return undefined
  }
}
