import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { buildWorld, type World } from '../testing/world.ts'
import type { Place } from './callers.ts'

/** The second net: what a query that forgets every filter gets in a scope. The tables are asked of the catalogue. */

let test: TestDatabase
let world: World
let tables: readonly Table[]

interface Table {
  readonly name: string
  readonly hasPerson: boolean
  readonly policed: boolean
}

interface Scope {
  readonly org?: string
  readonly person?: string
  readonly reach?: string
}

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  world = await buildWorld(test)
  tables = await test.asOwner<Table>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as policed,
        exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id' and not p.attisdropped) as "hasPerson"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
      order by c.relname`,
  )
  await fillTheRest()
})
afterAll(async () => {
  await world?.close()
  await test?.drop()
})

/** Whatever the use cases have not filled gets a row in each organisation, so that no table proves itself by emptiness. */
async function fillTheRest(): Promise<void> {
  for (const place of ['north', 'rival'] as const) {
    const orgId = world.orgIdOf(place)
    const { personId, recordId, renewalId, entryId, courseId } = world.things(
      'anonymous',
      place === 'north' ? 'own' : place,
    )
    const values = [orgId, randomUUID(), personId]
    await test.asOwner(
      `insert into record_events (org_id, id, record_id, person_id, kind, reason, known_on)
        values ($1, $2, $4, $3, 'superseded', 'Test', '2026-03-02')`,
      [...values, recordId],
    )
    await test.asOwner(
      `insert into allocations (org_id, renewal_id, line, person_id, entry_id, pack_id, requirement, amount_thousandths)
        values ($1, $2, 1, $3, $4, 'p', 'r', 1)`,
      [orgId, renewalId, personId, entryId],
    )
    await test.asOwner(
      `insert into decisions (org_id, id, person_id, subject_kind, subject_id, outcome, decided_on)
        values ($1, $2, $3, 'submission', $2, 'approved', '2026-03-02')`,
      values,
    )
    await test.asOwner(
      `insert into recomputations (org_id, id, pack_id, version, people) values ($1, $2, 'test-pack', 1, 0)`,
      [orgId, randomUUID()],
    )
    await test.asOwner(
      `insert into course_ownerships (org_id, person_id, course_id, since) values ($1, $2, $3, '2026-01-01')`,
      [orgId, personId, courseId],
    )
  }
}

type Row = Readonly<Record<string, unknown>>

/** Everything of a table that the application's own role sees in a scope, or what was refused. */
async function everything(table: string, { org, person, reach }: Scope): Promise<readonly Row[]> {
  const client = await test.database.pool.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries({ org, person, reach }))
      if (value !== undefined) await client.query('select set_config($1, $2, true)', [`app.${name}`, value])
    return (await client.query<Row>(`select * from ${table}`)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const count = async (table: string, orgId: string): Promise<number> =>
  (await test.asOwner<{ n: number }>(`select count(*)::int as n from ${table} where org_id = $1`, [orgId]))[0]?.n ?? 0

const peopleAt = (...places: readonly Place[]): ReadonlySet<unknown> =>
  new Set(world.everybody.filter((person) => places.includes(person.place)).map(({ personId }) => personId))

/** Whose row it is; nothing where it is nobody's. */
const personOf = ({ name, hasPerson }: Table, row: Row): unknown => {
  if (name === 'people') return row.id
  // Whom it invites is nobody here yet: it counts as the inviter's, who is of the unit.
  if (name === 'invitations') return row.invited_by
  return hasPerson ? row.person_id : undefined
}

describe('every table that belongs to an organisation', () => {
  it('is policed, also for its owner, and holds rows of both organisations here', async () => {
    expect(tables.length).toBeGreaterThan(30)
    expect(tables.filter(({ policed }) => !policed)).toEqual([])
    const empty: string[] = []
    for (const { name } of tables)
      for (const place of ['north', 'rival'] as const)
        if ((await count(name, world.orgIdOf(place))) === 0) empty.push(`${name} of ${place}`)
    expect(empty).toEqual([])
  })

  it('shows nothing without a scope, nor in one that is empty or unknown', async () => {
    const scopes: readonly Scope[] = [
      {},
      { org: '', person: '', reach: '*' },
      { reach: '*' },
      { org: randomUUID(), reach: '*' },
    ]
    for (const scope of scopes)
      for (const { name } of tables)
        expect(await everything(name, scope), `${name} ${JSON.stringify(scope)}`).toEqual([])
  })

  it('shows an organisation to itself alone, and all of it to whose role reaches the whole', async () => {
    for (const place of ['north', 'rival'] as const) {
      const org = world.orgIdOf(place)
      for (const { name } of tables) {
        const rows = await everything(name, { org, reach: '*' })
        expect(
          rows.filter((row) => row.org_id !== org),
          name,
        ).toEqual([])
        expect(rows.length, name).toBe(await count(name, org))
      }
    }
  })

  it.each(['north', 'south'] as const)(
    'shows of people none outside the %s region to whose role ends there',
    async (place) => {
      const org = world.orgIdOf(place)
      const { unitPath } = world.things('anonymous', place)
      const inside = peopleAt(place)
      for (const table of tables) {
        const rows = await everything(table.name, { org, reach: unitPath })
        const foreign = rows.filter((row) => row.org_id !== org || outside(personOf(table, row), inside))
        expect(foreign, table.name).toEqual([])
      }
      expect((await everything('people', { org, reach: unitPath })).length).toBe(inside.size)
    },
  )

  it('shows a trainer the own rows and no others', async () => {
    const { personId } = world.things('trainer', 'own')
    const org = world.orgIdOf('north')
    const own: ReadonlySet<unknown> = new Set([personId])
    for (const table of tables) {
      const rows = await everything(table.name, { org, person: personId, reach: '' })
      expect(
        rows.filter((row) => row.org_id !== org || outside(personOf(table, row), own)),
        table.name,
      ).toEqual([])
    }
    expect((await everything('ledger_entries', { org, person: personId, reach: '' })).length).toBe(1)
  })

  it('takes no row of another organisation or region', async () => {
    const { unitPath } = world.things('anonymous', 'north')
    const scopes = [
      { scope: { org: world.orgIdOf('rival'), reach: '*' }, why: 'another organisation' },
      { scope: { org: world.orgIdOf('south'), reach: unitPath }, why: 'another region' },
    ]
    const { personId, unitId } = world.things('anonymous', 'south')
    for (const { scope, why } of scopes) {
      const grant = `insert into role_grants (org_id, id, person_id, role, unit_id, unit_path)
        values ('${world.orgIdOf('south')}', '${randomUUID()}', '${personId}', 'staff', '${unitId}', '${unitPath}')`
      await expect(everythingAfter(grant, scope), why).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('and sign-in’s tables are shut to the application’s role', async () => {
    for (const table of ['accounts', 'memberships', 'sessions', 'password_resets'])
      await expect(
        everything(`identity.${table}`, { org: world.orgIdOf('north'), reach: '*' }),
        table,
      ).rejects.toMatchObject({
        code: '42501',
      })
  })
})

const outside = (person: unknown, inside: ReadonlySet<unknown>): boolean =>
  person !== undefined && person !== null && !inside.has(person)

/** What a statement does in a scope; it is always rolled back. */
async function everythingAfter(statement: string, { org, reach }: Scope): Promise<void> {
  const client = await test.database.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.org', $1, true), set_config('app.reach', $2, true)", [org, reach])
    await client.query(statement)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
