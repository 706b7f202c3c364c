import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

export const planSettings = pgTable(
  'plan_settings',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    hoursPerWeek: integer('hours_per_week').notNull(),
    mostADay: integer('most_a_day'),
    daysOff: integer('days_off').array().notNull(),
    holidays: day('holidays').array().notNull(),
    daysBetweenFinishes: integer('days_between_finishes').notNull(),
    reserveDays: integer('reserve_days').notNull(),
    keepsCards: boolean('keeps_cards').notNull(),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId] })],
)

export const planDrafts = pgTable(
  'plan_drafts',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    revision: integer('revision').notNull().default(1),
    body: jsonb('body').notNull(),
    past: jsonb('past').notNull().default([]),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId] })],
)

export const PLAN_STATUSES = ['proposed', 'adopted', 'replaced', 'declined', 'withdrawn', 'undone'] as const

export const plans = pgTable(
  'plans',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: PLAN_STATUSES }).notNull(),
    proposedBy: uuid('proposed_by'),
    proposedByName: text('proposed_by_name'),
    note: text('note'),
    asOf: day('as_of').notNull(),
    until: day('until').notNull(),
    minimise: text('minimise').array().notNull(),
    outcome: jsonb('outcome').notNull(),
    bound: jsonb('bound').notNull(),
    optimal: boolean('optimal').notNull(),
    pinned: jsonb('pinned').notNull().default([]),
    excluded: jsonb('excluded').notNull().default([]),
    promised: jsonb('promised').notNull(),
    previousId: uuid('previous_id'),
    adoptedOn: day('adopted_on'),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
    laidOutOn: day('laid_out_on'),
    moved: jsonb('moved').notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const planItems = pgTable(
  'plan_items',
  {
    orgId: uuid('org_id').notNull(),
    planId: uuid('plan_id').notNull(),
    line: integer('line').notNull(),
    personId: uuid('person_id').notNull(),
    courseId: uuid('course_id').notNull(),
    name: text('name').notNull(),
    hoursThousandths: integer('hours_thousandths').notNull(),
    priceThousandths: integer('price_thousandths').notNull(),
    owned: boolean('owned').notNull(),
    day: day('day').notNull(),
    finishFrom: day('finish_from').notNull(),
    finishBy: day('finish_by').notNull(),
    startBy: day('start_by'),
    serves: jsonb('serves').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.planId, table.line] })],
)

export const studyBlocks = pgTable(
  'study_blocks',
  {
    orgId: uuid('org_id').notNull(),
    planId: uuid('plan_id').notNull(),
    day: day('day').notNull(),
    line: integer('line').notNull(),
    personId: uuid('person_id').notNull(),
    hoursThousandths: integer('hours_thousandths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.planId, table.day, table.line] })],
)

export const planPace = pgTable(
  'plan_pace',
  {
    orgId: uuid('org_id').notNull(),
    planId: uuid('plan_id').notNull(),
    byDay: day('by_day').notNull(),
    personId: uuid('person_id').notNull(),
    hoursThousandths: integer('hours_thousandths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.planId, table.byDay] })],
)

export const unitPlanRuns = pgTable(
  'unit_plan_runs',
  {
    orgId: uuid('org_id').notNull(),
    id: uuid('id').notNull(),
    unitId: uuid('unit_id').notNull(),
    unitPath: text('unit_path').notNull(),
    status: text('status', { enum: ['waiting', 'running', 'done', 'cancelled'] }).notNull(),
    asOf: day('as_of').notNull(),
    total: integer('total').notNull(),
    startedBy: uuid('started_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
)

export const unitPlanResults = pgTable(
  'unit_plan_results',
  {
    orgId: uuid('org_id').notNull(),
    runId: uuid('run_id').notNull(),
    personId: uuid('person_id').notNull(),
    outcome: text('outcome', { enum: ['feasible', 'infeasible', 'nothing-to-plan'] }).notNull(),
    optimal: boolean('optimal').notNull(),
    priceThousandths: bigint('price_thousandths', { mode: 'number' }).notNull(),
    hoursThousandths: bigint('hours_thousandths', { mode: 'number' }).notNull(),
    wasteMinutesThousandths: bigint('waste_minutes_thousandths', { mode: 'number' }).notNull(),
    unmet: jsonb('unmet').notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.runId, table.personId] })],
)
