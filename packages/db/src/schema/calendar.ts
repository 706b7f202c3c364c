import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    secretHash: bytes('secret_hash').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    revokedAt: instant('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const calendarEvents = pgTable(
  'calendar_events',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    uid: text('uid').notNull(),
    sequence: integer('sequence').notNull().default(0),
    digest: text('digest').notNull(),
    modifiedAt: instant('modified_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId, table.uid] })],
)
