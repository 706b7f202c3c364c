import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, dayRange, instant } from './columns.ts'

export const holdings = pgTable(
  'holdings',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    credentialCode: text('credential_code').notNull(),
    packId: text('pack_id').notNull(),
    issuedOn: day('issued_on').notNull(),
    facts: jsonb('facts').notNull().default({}),
    source: text('source', { enum: ['confirmed', 'declared'] }).notNull(),
    knownOn: day('known_on').notNull(),
    endedOn: day('ended_on'),
    number: text('number'),
    fileId: uuid('file_id'),
    replacesId: uuid('replaces_id'),
    confirmedOn: day('confirmed_on'),
    confirmedBy: uuid('confirmed_by'),
    endKind: text('end_kind', { enum: ['withdrawn', 'replaced', 'refused', 'ended'] }),
    endKnownOn: day('end_known_on'),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const cycles = pgTable(
  'cycles',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    credentialCode: text('credential_code').notNull(),
    valid: dayRange('valid').notNull(),
    holdingId: uuid('holding_id').notNull(),
    number: integer('number').notNull(),
    startsOn: day('starts_on').notNull(),
    expiresOn: day('expires_on'),
    renewalId: uuid('renewal_id'),
    knownOn: day('known_on').notNull(),
    inError: boolean('in_error').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.holdingId, table.number] })],
)

export const cards = pgTable(
  'cards',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    type: text('type').notNull(),
    issuer: text('issuer').notNull(),
    issuedOn: day('issued_on').notNull(),
    validThrough: day('valid_through'),
    handsOn: boolean('hands_on').notNull(),
    knownOn: day('known_on').notNull(),
    submissionId: uuid('submission_id'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
