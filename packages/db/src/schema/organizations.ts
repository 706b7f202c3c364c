import { sql } from 'drizzle-orm'
import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const organizations = pgTable('organizations', {
  orgId: uuid('org_id').primaryKey(),
  name: text('name').notNull(),
  slug: text('slug').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  timeZone: text('time_zone').notNull().default('UTC'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const units = pgTable(
  'units',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    parentId: uuid('parent_id'),
    name: text('name').notNull(),
    path: text('path').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const people = pgTable(
  'people',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    accountId: uuid('account_id'),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    email: text('email').notNull(),
    unitId: uuid('unit_id').notNull(),
    unitPath: text('unit_path').notNull(),
    status: text('status', { enum: ['active', 'suspended'] })
      .notNull()
      .default('active'),
    locale: text('locale').notNull().default('en'),
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const roleGrants = pgTable(
  'role_grants',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: ['registrar', 'staff', 'author', 'auditor', 'administrator'] }).notNull(),
    unitId: uuid('unit_id').notNull(),
    unitPath: text('unit_path').notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: instant('granted_at').notNull().default(sql`now()`),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const invitations = pgTable(
  'invitations',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    givenName: text('given_name').notNull().default(''),
    familyName: text('family_name').notNull().default(''),
    unitId: uuid('unit_id').notNull(),
    role: text('role', { enum: ['registrar', 'staff', 'author', 'auditor', 'administrator'] }),
    secretHash: bytes('secret_hash').notNull(),
    invitedBy: uuid('invited_by'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    personId: uuid('person_id'),
    withdrawnAt: instant('withdrawn_at'),
    locale: text('locale', { enum: ['en', 'es'] })
      .notNull()
      .default('en'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
