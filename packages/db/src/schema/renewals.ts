import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const renewals = pgTable(
  'renewals',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    holdingId: uuid('holding_id').notNull(),
    cycleNumber: integer('cycle_number').notNull(),
    status: text('status', { enum: ['applied', 'approved', 'refused', 'withdrawn'] }).notNull(),
    appliedOn: day('applied_on').notNull(),
    decidedOn: day('decided_on'),
    arithmetic: jsonb('arithmetic').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const allocations = pgTable(
  'allocations',
  {
    orgId: uuid('org_id').notNull(),
    renewalId: uuid('renewal_id').notNull(),
    line: integer('line').notNull(),
    personId: uuid('person_id').notNull(),
    entryId: uuid('entry_id'),
    cardId: uuid('card_id'),
    packId: text('pack_id').notNull(),
    requirement: text('requirement').notNull(),
    amountThousandths: integer('amount_thousandths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.renewalId, table.line] })],
)
