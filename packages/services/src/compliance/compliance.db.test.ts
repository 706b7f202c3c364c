import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { addDays, type Day, formatDay, parseDay } from '@gs/domain'
import {
  type ComplianceFilter,
  type ComplianceRow,
  countByMonth,
  countByStatus,
  matches,
  monthsFrom,
  SORT_KEYS,
  type Sort,
  STATUSES,
} from '@gs/domain/compliance'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ServiceContext, systemScope } from '../kernel/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import { complianceOverview, filterOptions, listStandings, type StandingListed } from './index.ts'

let test: TestDatabase
let org: TestOrganisation
let whole: TestPerson
let north: TestPerson
let all: readonly ComplianceRow[]
const today = dayFrom('2026-03-02')
const PEOPLE = 130
const NAMES = ['Ana', 'Bo_', 'Cem%', 'Día', 'Élan', "O'Hara", 'Zoë\\']

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  const place = { database: test.database, orgId: org.orgId, today }
  await publishTestPack(place)
  for (let n = 0; n < PEOPLE; n++) {
    const unit = n % 3 === 0 ? 'south' : 'north'
    const { personId } = await org.person({ unit, name: NAMES[n % NAMES.length] ?? 'X' })
    await addHolding(place, {
      personId,
      issuedOn: dayFrom('2025-06-01'),
      expiresOn: dayFrom('2027-06-01'),
    })
  }
  // Standings of every kind, whatever the test pack could give: the lists read what is stored.
  await withCommand(
    test.database,
    { ...systemScope(org.orgId), name: 'test.scatter', key: 'scatter-standings', body: null, knownOn: today },
    async ({ tx, audit }) => {
      audit({ id: crypto.randomUUID(), action: 'test.scatter', subjectKind: 'organisation', subjectId: org.orgId })
      const { rows } = await tx.client.query<{ id: string }>(
        'select holding_id as id from standings where org_id = $1 order by holding_id',
        [org.orgId],
      )
      for (const [index, { id }] of rows.entries())
        await tx.client.query(
          'update standings set status = $3, expires_on = $4, missing = $5, needed = $6 where org_id = $1 and holding_id = $2',
          [
            org.orgId,
            id,
            STATUSES[(index * 7) % STATUSES.length],
            index % 5 === 0 ? null : formatDay(addDays(today, (index * 37) % 500)),
            [['credits'], ['credits', 'cpr-aed'], [], ['cpr-aed:hands-on']][index % 4],
            (index * 13) % 20,
          ],
        )
      return null
    },
  )
  whole = await org.person({ unit: 'root', roles: ['staff'] })
  north = await org.person({ unit: 'north', roles: ['staff'] })
  all = await everyRow(whole.context, {})
})
afterAll(() => test.drop())

const SORT: Sort = { by: 'name', direction: 'asc' }
const dayOrNull = (text: string | null): Day | null => {
  const parsed = text === null ? undefined : parseDay(text)
  return parsed?.ok ? parsed.value : null
}
const paths = new Map<string, string>()

async function everyListed(ctx: ServiceContext, filter: ComplianceFilter, sort = SORT): Promise<StandingListed[]> {
  const rows: StandingListed[] = []
  for (let page = 1; ; page++) {
    const answer = await listStandings(ctx, { filter, sort, page })
    rows.push(...answer.rows)
    if (page >= answer.pages) {
      expect(rows).toHaveLength(answer.total)
      return rows
    }
  }
}

async function everyRow(ctx: ServiceContext, filter: ComplianceFilter): Promise<ComplianceRow[]> {
  if (paths.size === 0) for (const { path, name } of (await filterOptions(whole.context)).units) paths.set(name, path)
  return (await everyListed(ctx, filter)).map((row) => ({
    ...row,
    status: STATUSES.find((status) => status === row.status) ?? 'n/a',
    unitPath: paths.get(row.unitName ?? '') ?? '',
    expiresOn: dayOrNull(row.expiresOn),
  }))
}

const day = fc.integer({ min: -20, max: 520 }).map((ahead) => addDays(today, ahead))
const filters: fc.Arbitrary<ComplianceFilter> = fc.record(
  {
    status: fc.subarray([...STATUSES]),
    credential: fc.constantFrom('TEST', 'OTHER'),
    unitPath: fc.constantFrom('North', 'South', 'All').map((name) => paths.get(name) ?? name),
    expiresFrom: day,
    expiresTo: day,
    missing: fc.constantFrom('credits', 'cpr-aed', 'cpr-aed:hands-on', 'nothing'),
    name: fc.constantFrom('person', 'ana', '%', '_', '\\', "o'h", 'ÉL', '  '),
  },
  { requiredKeys: [] },
)

describe('the compliance list', () => {
  it('holds the rows that the domain says match, neither more nor less', async () => {
    expect(all).toHaveLength(PEOPLE)
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const wanted = { ...filter, name: filter.name?.trim() || undefined }
        const listed = await everyRow(whole.context, filter)
        const expected = all.filter((row) => matches(row, wanted))
        expect(listed.map(({ holdingId }) => holdingId).sort()).toEqual(
          expected.map(({ holdingId }) => holdingId).sort(),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('every count equals the rows behind it', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.boolean(), async (filter, inNorth) => {
        const { context } = inNorth ? north : whole
        const overview = await complianceOverview(context, filter)
        const rows = await everyRow(context, filter)
        expect(overview.holdings).toBe(rows.length)
        expect(overview.people).toBe(new Set(rows.map(({ personId }) => personId)).size)
        expect(overview.byStatus).toEqual(countByStatus(rows))
        const months = countByMonth(rows, monthsFrom(today, 12))
        expect(overview.byMonth.map(({ count }) => count)).toEqual(months.map(({ count }) => count))
        for (const { from, to, count } of overview.byMonth) {
          const bar = { ...filter, expiresFrom: dayFrom(from), expiresTo: dayFrom(to) }
          if (filter.expiresFrom === undefined && filter.expiresTo === undefined)
            expect((await listStandings(context, { filter: bar, sort: SORT, page: 1 })).total).toBe(count)
        }
        for (const { code, count } of overview.byMissing)
          expect(rows.filter(({ missing }) => missing.includes(code))).toHaveLength(count)
      }),
      { numRuns: 40 },
    )
  })

  it('is in the order asked for, without repeating or losing a row between pages', async () => {
    for (const by of SORT_KEYS)
      for (const direction of ['asc', 'desc'] as const) {
        const rows = await everyListed(whole.context, {}, { by, direction })
        expect(new Set(rows.map(({ holdingId }) => holdingId)).size).toBe(PEOPLE)
        if (by !== 'needed') continue
        const needed = rows.map((row) => row.needed ?? 0)
        expect(needed).toEqual([...needed].sort((a, b) => (direction === 'asc' ? a - b : b - a)))
      }
  })

  it('shows staff of a region their region and nothing beside it', async () => {
    const rows = await everyListed(north.context, {})
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(PEOPLE)
    expect(new Set(rows.map(({ unitName }) => unitName))).toEqual(new Set(['North']))
    expect((await complianceOverview(north.context, { unitPath: org.south.path })).holdings).toBe(0)
    const options = await filterOptions(north.context)
    expect(options.units.map(({ name }) => name)).toEqual(['North'])
    expect(options.missing).toEqual([...new Set(rows.flatMap(({ missing }) => missing))].sort())
  })

  it('shows another organisation nothing, and a trainer not even the list', async () => {
    const rival = await createOrganisation(test.database)
    const theirs = await rival.person({ unit: 'root', roles: ['staff'] })
    expect((await listStandings(theirs.context, { filter: {}, sort: SORT, page: 1 })).total).toBe(0)
    expect((await complianceOverview(theirs.context, {})).holdings).toBe(0)
    const trainer = await org.person()
    await expect(complianceOverview(trainer.context, {})).rejects.toMatchObject({ code: 'access.denied' })
  })
})
