import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import * as schema from './index.ts'

/** Tables of the schema public that belong to no organisation. */
const EXEMPT = new Set(['schema_migrations'])

let test: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  owner = new pg.Client({ connectionString: test.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.drop()
})

const tables = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  return rows.map((row) => row.name).filter((name) => !EXEMPT.has(name))
}

describe('the schema', () => {
  it('has the same tables and columns in TypeScript as in the database', async () => {
    const { rows } = await owner.query<{ table_name: string; column_name: string; nullable: boolean }>(
      "select table_name, column_name, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'",
    )
    const stored = rows
      .filter((row) => !EXEMPT.has(row.table_name))
      .map((row) => `${row.table_name}.${row.column_name}${row.nullable ? '?' : ''}`)
    const written = Object.values(schema)
      .filter((value) => is(value, PgTable))
      .flatMap((table) =>
        Object.values(getTableColumns(table)).map(
          (column) => `${getTableName(table)}.${column.name}${column.notNull ? '' : '?'}`,
        ),
      )
    expect(written.sort()).toEqual(stored.sort())
  })

  it('leads every key with org_id', async () => {
    const { rows } = await owner.query<{ key: string }>(
      `select c.relname || ' ' || k.conname as key from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f') and a.attname <> 'org_id'
         and c.relname <> 'schema_migrations'`,
    )
    // The one key by which an organisation is found from its address.
    expect(rows.map((row) => row.key)).toEqual(['organizations organizations_slug_key'])
  })

  it('forces row-level security on every table', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relrowsecurity and relforcerowsecurity`,
    )
    expect(rows.map((row) => row.name).sort()).toEqual((await tables()).sort())
  })

  it('gives the application role nothing to own', async () => {
    const { rows } = await owner.query(
      "select 1 from pg_class where relowner in (select oid from pg_roles where rolname in ('gs_app', 'gs_auth'))",
    )
    expect(rows).toEqual([])
  })

  it('shows no row of any table to a connection without a scope', async () => {
    const org = '00000000-0000-7000-8000-000000000001'
    await owner.query("insert into organizations (org_id, name, slug) values ($1, 'One', 'one')", [org])
    for (const name of await tables()) {
      const { rows } = await test.database.pool.query(`select 1 from ${name} limit 1`)
      expect(rows, name).toEqual([])
    }
  })

  it('refuses change and removal in append-only tables, to the application and to the owner', async () => {
    for (const name of [
      'ledger_entries',
      'ledger_credits',
      'audit_events',
      'decisions',
      'records',
      'course_versions',
    ]) {
      for (const statement of [`update ${name} set org_id = org_id`, `delete from ${name}`, `truncate ${name} cascade`])
        await expect(test.database.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      await expect(owner.query(`truncate ${name} cascade`)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(test.database.pool.query("set session_replication_role = 'replica'")).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('keeps schema identity from the application role', async () => {
    await expect(test.database.pool.query('select 1 from identity.accounts')).rejects.toMatchObject({ code: '42501' })
  })
})
