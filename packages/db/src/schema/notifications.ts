import { sql } from 'drizzle-orm'
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const keptMails = pgTable(
  'kept_mails',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    recipient: text('recipient').notNull(),
    kind: text('kind').notNull(),
    eventKey: text('event_key').notNull(),
    subjectLine: text('subject_line').notNull(),
    bodyText: text('body_text').notNull(),
    bodyHtml: text('body_html').notNull().default(''),
    sentAt: instant('sent_at'),
    attemptedAt: instant('attempted_at'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
