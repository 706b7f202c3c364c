import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const attempts = pgTable(
  'attempts',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    personId: uuid('person_id').notNull(),
    number: integer('number').notNull(),
    status: text('status', { enum: ['open', 'submitted'] }).notNull(),
    form: jsonb('form').notNull(),
    startedAt: instant('started_at').notNull().default(sql`now()`),
    deadlineAt: instant('deadline_at').notNull(),
    submittedAt: instant('submitted_at'),
    lastSeq: integer('last_seq').notNull().default(0),
    scorePoints: integer('score_points'),
    maxPoints: integer('max_points'),
    passed: boolean('passed'),
    answersHash: bytes('answers_hash'),
    outcome: text('outcome', { enum: ['awarded', 'refused', 'under-review', 'not-passed'] }),
    device: uuid('device'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const attemptAnswers = pgTable(
  'attempt_answers',
  {
    orgId: uuid('org_id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    questionKey: text('question_key').notNull(),
    personId: uuid('person_id').notNull(),
    choice: jsonb('choice').notNull(),
    seq: integer('seq').notNull(),
    savedAt: instant('saved_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.attemptId, table.questionKey] })],
)
