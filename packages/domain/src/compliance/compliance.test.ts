import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, contains, type Day, formatDay } from '../kernel/index.ts'
import {
  type ComplianceFilter,
  type ComplianceRow,
  countByMonth,
  countByStatus,
  formatSort,
  matches,
  monthOf,
  monthsFrom,
  parseSort,
  SORT_KEYS,
  STATUSES,
} from './index.ts'

const day = fc.integer({ min: 18_000, max: 22_000 }).map((n) => n as Day)
const row: fc.Arbitrary<ComplianceRow> = fc.record({
  holdingId: fc.uuid(),
  personId: fc.uuid(),
  personName: fc.constantFrom('Ana Ruiz', 'Bo Lind', 'Cem Kaya'),
  unitPath: fc.constantFrom('r/', 'r/n/', 'r/n/1/', 'r/s/'),
  credentialCode: fc.constantFrom('A', 'B'),
  source: fc.constantFrom('confirmed', 'declared'),
  status: fc.constantFrom(...STATUSES),
  inForce: fc.constantFrom(true, false, null),
  missing: fc.subarray(['credits', 'cpr-aed']),
  needed: fc.integer({ min: 0, max: 2000 }),
  expiresOn: fc.option(day),
})
const filter: fc.Arbitrary<ComplianceFilter> = fc.record({
  source: fc.option(fc.constantFrom('confirmed', 'declared'), { nil: undefined }),
  status: fc.option(fc.subarray([...STATUSES]), { nil: undefined }),
  credential: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
  unitPath: fc.option(fc.constantFrom('r/', 'r/n/'), { nil: undefined }),
  expiresFrom: fc.option(day, { nil: undefined }),
  expiresTo: fc.option(day, { nil: undefined }),
  missing: fc.option(fc.constantFrom('credits', 'cpr-aed'), { nil: undefined }),
  name: fc.option(fc.constantFrom('RUIZ', 'o l'), { nil: undefined }),
})

describe('compliance', () => {
  it('counts by status come to the rows, each to the list behind it', () => {
    fc.assert(
      fc.property(fc.array(row), filter, (rows, narrowed) => {
        const listed = rows.filter((each) => matches(each, narrowed))
        const counts = countByStatus(listed)
        expect(counts.reduce((sum, each) => sum + each.count, 0)).toBe(listed.length)
        for (const { status, count } of counts)
          expect(listed.filter((each) => matches(each, { status: [status] }))).toHaveLength(count)
      }),
      { numRuns: 5000 },
    )
  })

  it('each bar of the chart is the list of its month', () => {
    fc.assert(
      fc.property(fc.array(row), day, (rows, start) => {
        for (const { from, to, count } of countByMonth(rows, monthsFrom(start, 14)))
          expect(rows.filter((each) => matches(each, { expiresFrom: from, expiresTo: to }))).toHaveLength(count)
      }),
      { numRuns: 3000 },
    )
  })

  it('months follow each other without a hole and begin with that of the day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (start, count) => {
        const months = monthsFrom(start, count)
        expect(months).toHaveLength(count)
        const [first] = months
        expect(first && contains(first, start)).toBe(true)
        for (const [index, month] of months.entries()) {
          expect(monthOf(month.to)).toBe(month.month)
          expect(formatDay(month.from).endsWith('-01')).toBe(true)
          const next = months[index + 1]
          if (next) expect(next.from).toBe(addDays(month.to, 1))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('a filter narrows: whatever matches two matches each', () => {
    fc.assert(
      fc.property(row, filter, (one, narrowed) => {
        const each = Object.entries(narrowed).every(([key, value]) => matches(one, { [key]: value }))
        expect(matches(one, narrowed)).toBe(each)
      }),
      { numRuns: 10_000 },
    )
  })

  it('sorts by allowed keys alone', () => {
    for (const by of SORT_KEYS)
      for (const direction of ['asc', 'desc'] as const)
        expect(parseSort(formatSort({ by, direction }))).toEqual({ by, direction })
    for (const text of ['', '-', '--name', 'person_name', 'name; drop table people', 'Name', 'constructor'])
      expect(parseSort(text)).toBeNull()
  })
})
