import { sql } from 'drizzle-orm'
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const enrollments = pgTable(
  'enrollments',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    courseId: uuid('course_id').notNull(),
    versionId: uuid('version_id').notNull(),
    status: text('status', { enum: ['active', 'completed', 'withdrawn', 'parked'] }).notNull(),
    startedOn: day('started_on').notNull(),
    completedOn: day('completed_on'),
    lastLesson: text('last_lesson'),
    /** The first day from which its credit serves in full, where it is kept for then. */
    parkedUntil: day('parked_until'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const lessonProgress = pgTable(
  'lesson_progress',
  {
    orgId: uuid('org_id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    lessonKey: text('lesson_key').notNull(),
    personId: uuid('person_id').notNull(),
    doneAt: instant('done_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.enrollmentId, table.lessonKey] })],
)

export const practiceEntries = pgTable(
  'practice_entries',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    personId: uuid('person_id').notNull(),
    lessonKey: text('lesson_key').notNull(),
    practisedOn: day('practised_on').notNull(),
    what: text('what').notNull(),
    howItWent: text('how_it_went').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)
