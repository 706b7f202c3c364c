import { sql } from 'drizzle-orm'
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from './columns.ts'

export const records = pgTable(
  'records',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['certification', 'specialization', 'course'] }).notNull(),
    credentialCode: text('credential_code'),
    number: text('number').notNull(),
    codeHash: bytes('code_hash').notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    holderName: text('holder_name').notNull(),
    issuedOn: day('issued_on').notNull(),
    expiresOn: day('expires_on'),
    causeKind: text('cause_kind', { enum: ['course-version', 'decision'] }).notNull(),
    causeId: uuid('cause_id').notNull(),
    enrollmentId: uuid('enrollment_id'),
    decidedBy: uuid('decided_by'),
    details: jsonb('details').notNull().default({}),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const recordEvents = pgTable(
  'record_events',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    recordId: uuid('record_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['revoked', 'superseded'] }).notNull(),
    reason: text('reason').notNull(),
    actorId: uuid('actor_id'),
    knownOn: day('known_on').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`now()`),
    successorId: uuid('successor_id'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
