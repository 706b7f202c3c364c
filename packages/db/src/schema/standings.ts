import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const standings = pgTable(
  'standings',
  {
    orgId: uuid('org_id').notNull(),
    holdingId: uuid('holding_id').notNull(),
    personId: uuid('person_id').notNull(),
    personName: text('person_name').notNull(),
    unitPath: text('unit_path').notNull(),
    credentialCode: text('credential_code').notNull(),
    packId: text('pack_id').notNull(),
    source: text('source', { enum: ['confirmed', 'declared'] })
      .notNull()
      .default('confirmed'),
    status: text('status').notNull(),
    inForce: boolean('in_force'),
    required: integer('required'),
    counted: integer('counted'),
    needed: integer('needed'),
    wasted: integer('wasted').notNull(),
    missing: text('missing').array().notNull(),
    canRenew: boolean('can_renew'),
    cycleNumber: integer('cycle_number').notNull(),
    cycleFrom: day('cycle_from'),
    expiresOn: day('expires_on'),
    asOf: day('as_of').notNull(),
    knownOn: day('known_on'),
    nextChangeOn: day('next_change_on'),
    computedAt: instant('computed_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.holdingId] })],
)
