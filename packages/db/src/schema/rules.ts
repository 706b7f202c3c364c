import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const rulePacks = pgTable(
  'rule_packs',
  {
    orgId: uuid('org_id').notNull(),
    packId: text('pack_id').notNull(),
    version: integer('version').notNull(),
    effectiveFrom: day('effective_from').notNull(),
    effectiveTo: day('effective_to'),
    body: jsonb('body').notNull(),
    publishedAt: instant('published_at').notNull().default(sql`now()`),
    publishedBy: uuid('published_by'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.packId, table.version] })],
)

export const credentials = pgTable(
  'credentials',
  {
    orgId: uuid('org_id').notNull(),
    code: text('code').notNull(),
    kind: text('kind', { enum: ['certification', 'specialization'] }).notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    packId: text('pack_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.code] })],
)
