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
    /** The day on which the organisation learned of this version. */
    knownOn: day('known_on').notNull().default(sql`date '1900-01-01'`),
    publishedAt: instant('published_at').notNull().default(sql`now()`),
    publishedBy: uuid('published_by'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.packId, table.version] })],
)

/** The golden cases of a published version, in their order. */
export const rulePackCases = pgTable(
  'rule_pack_cases',
  {
    orgId: uuid('org_id').notNull(),
    packId: text('pack_id').notNull(),
    version: integer('version').notNull(),
    position: integer('position').notNull(),
    caseId: text('case_id').notNull(),
    body: jsonb('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.packId, table.version, table.position] })],
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

/** A new version of a pack on its way through the holdings that it judges. */
export const recomputations = pgTable(
  'recomputations',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    packId: text('pack_id').notNull(),
    version: integer('version').notNull(),
    people: integer('people').notNull(),
    done: integer('done').notNull().default(0),
    holdings: integer('holdings').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    afterPerson: uuid('after_person'),
    startedAt: instant('started_at').notNull().default(sql`clock_timestamp()`),
    movedAt: instant('moved_at').notNull().default(sql`clock_timestamp()`),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
