import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from './columns.ts'

export const ledgerHeads = pgTable(
  'ledger_heads',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    seq: integer('seq').notNull().default(0),
    headHash: bytes('head_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId] })],
)

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    seq: integer('seq').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind', { enum: ['award', 'reversal'] }).notNull(),
    enrollmentId: uuid('enrollment_id'),
    submissionId: uuid('submission_id'),
    activity: text('activity').notNull(),
    activityType: text('activity_type').notNull(),
    completedOn: day('completed_on').notNull(),
    filedOn: day('filed_on'),
    approvedOn: day('approved_on'),
    knownOn: day('known_on').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`now()`),
    actorId: uuid('actor_id'),
    reason: text('reason'),
    reversesId: uuid('reverses_id'),
    idempotencyKey: text('idempotency_key').notNull(),
    payload: bytes('payload').notNull(),
    payloadFormat: smallint('payload_format').notNull(),
    prevHash: bytes('prev_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId, table.seq] })],
)

export const ledgerCredits = pgTable(
  'ledger_credits',
  {
    orgId: uuid('org_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    personId: uuid('person_id').notNull(),
    packId: text('pack_id').notNull(),
    category: text('category').notNull().default(''),
    amountThousandths: integer('amount_thousandths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.entryId, table.packId, table.category] })],
)
