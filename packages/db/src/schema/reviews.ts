import { sql } from 'drizzle-orm'
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const submissions = pgTable(
  'submissions',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['activity', 'card'] }).notNull(),
    status: text('status', { enum: ['waiting', 'approved', 'partly-approved', 'refused', 'withdrawn'] }).notNull(),
    title: text('title').notNull(),
    provider: text('provider').notNull().default(''),
    completedOn: day('completed_on').notNull(),
    filedOn: day('filed_on').notNull(),
    details: jsonb('details').notNull(),
    fileId: uuid('file_id'),
    filedDays: jsonb('filed_days'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const decisions = pgTable(
  'decisions',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    subjectKind: text('subject_kind', { enum: ['submission', 'renewal', 'record', 'award'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    outcome: text('outcome').notNull(),
    reasonCode: text('reason_code'),
    note: text('note'),
    facts: jsonb('facts').notNull().default({}),
    decidedBy: uuid('decided_by'),
    decidedOn: day('decided_on').notNull(),
    decidedAt: instant('decided_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
