import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

const KINDS = ['deadline', 'card', 'pace', 'evidence', 'plan'] as const

export const reminders = pgTable(
  'reminders',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    subject: text('subject').notNull(),
    cycle: text('cycle').notNull(),
    stage: text('stage').notNull(),
    channel: text('channel', { enum: ['mail'] })
      .notNull()
      .default('mail'),
    dueOn: day('due_on').notNull(),
    sentOn: day('sent_on').notNull(),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const reminderOptouts = pgTable(
  'reminder_optouts',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    since: instant('since').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId, table.kind] })],
)

export const reminderSettings = pgTable('reminder_settings', {
  orgId: uuid('org_id').primaryKey(),
  ceiling: integer('ceiling').notNull(),
  quietFrom: integer('quiet_from').notNull(),
  quietUntil: integer('quiet_until').notNull(),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
})

export const reminderWaves = pgTable(
  'reminder_waves',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    status: text('status', { enum: ['held', 'released', 'sent'] }).notNull(),
    total: integer('total').notNull(),
    counts: jsonb('counts').notNull(),
    heldOn: day('held_on').notNull(),
    releasedBy: uuid('released_by'),
    releasedAt: instant('released_at'),
    sent: integer('sent').notNull().default(0),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const reminderCounts = pgTable('reminder_counts', {
  orgId: uuid('org_id').primaryKey(),
  countedAt: instant('counted_at').notNull(),
  counts: jsonb('counts').notNull(),
  total: integer('total').notNull(),
  people: integer('people').notNull(),
})
