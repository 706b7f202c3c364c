import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const courses = pgTable(
  'courses',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    code: text('code').notNull(),
    kind: text('kind', { enum: ['specialization', 'course'] }).notNull(),
    credentialCode: text('credential_code'),
    ownedByDefault: boolean('owned_by_default').notNull().default(false),
    priceThousandths: integer('price_thousandths').notNull().default(0),
    availableFrom: day('available_from'),
    availableUntil: day('available_until'),
    cardType: text('card_type'),
    cardMonths: integer('card_months'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const courseDrafts = pgTable(
  'course_drafts',
  {
    orgId: uuid('org_id').notNull(),
    courseId: uuid('course_id').notNull(),
    revision: integer('revision').notNull().default(1),
    body: jsonb('body').notNull(),
    updatedBy: uuid('updated_by'),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
    edits: jsonb('edits').notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.courseId] })],
)

export const courseVersions = pgTable(
  'course_versions',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').notNull(),
    note: text('note').notNull().default(''),
    publishedBy: uuid('published_by'),
    publishedOn: day('published_on').notNull(),
    publishedAt: instant('published_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const courseCredits = pgTable(
  'course_credits',
  {
    orgId: uuid('org_id').notNull(),
    courseId: uuid('course_id').notNull(),
    packId: text('pack_id').notNull(),
    category: text('category').notNull().default(''),
    amountThousandths: integer('amount_thousandths').notNull(),
    approvedFrom: day('approved_from').notNull(),
    approvedTo: day('approved_to'),
    isDemoValue: boolean('is_demo_value').notNull().default(false),
    source: text('source').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.courseId, table.packId, table.category, table.approvedFrom] })],
)

export const courseOwnerships = pgTable(
  'course_ownerships',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    courseId: uuid('course_id').notNull(),
    since: day('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId, table.courseId] })],
)
