import { createHash } from 'node:crypto'
import type { Transaction } from '@gs/db'
import { earlierDay, formatDay, laterDay } from '@gs/domain'
import { type Aim, type Choice, type Outcome, sentProblem } from '@gs/domain/planner'
import { refuse } from '../kernel/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { storedDay } from '../standings/stored-day.ts'
import type { PlanWorld } from './plan-world.ts'

/** A finish by its course, as it is stored and sent. */
export interface CourseChoice {
  readonly courseId: string
  readonly day: string
}

/** What the planner answered for the wishes of a draft. */
export interface Proposal {
  readonly choices: readonly CourseChoice[]
  readonly outcome: Outcome
  readonly bound: Outcome
  readonly optimal: boolean
  /** What would let more be renewed, in the domain's terms with days as text. */
  readonly relaxations: readonly RelaxationView[]
}

export type RelaxationView =
  | { readonly kind: 'offer'; readonly courseId: string; readonly from: string; readonly by: string }
  | { readonly kind: 'pace'; readonly hoursPerWeek: number }
  | { readonly kind: 'card'; readonly type: string }

/** The plan on the table. */
export interface DraftBody {
  readonly minimise: readonly Aim[]
  readonly cycles: number
  readonly pinned: readonly CourseChoice[]
  readonly excluded: readonly string[]
  readonly choices: readonly CourseChoice[]
  readonly proposal: Proposal | null
  /** What the proposal was made from; where it is another by now, its proof says nothing any more. */
  readonly problemKey: string
}

export interface Draft {
  readonly revision: number
  readonly body: DraftBody
  /** Steps that can be taken back. */
  readonly past: number
}

/** Steps that are kept to be taken back. */
const MOST_PAST = 50

/** The same wherever the same facts, rules and offers are planned, whatever the day. */
export function problemKey({ problem }: PlanWorld): string {
  const { asOf: _, ...rest } = sentProblem(problem)
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 32)
}

/** The draft of a person, locked where it is to be changed. */
export async function draftOf(tx: Transaction, { orgId, personId }: PersonKey, lock = false): Promise<Draft | null> {
  const { rows } = await tx.client.query<Draft>({
    name: lock ? 'plan-draft-locked' : 'plan-draft',
    text: `select revision, body, jsonb_array_length(past) as past from plan_drafts
      where org_id = $1 and person_id = $2${lock ? ' for update' : ''}`,
    values: [orgId, personId],
  })
  return rows[0] ?? null
}

/** As `draftOf`, refusing with `plan.changed` where it is not the revision that the caller saw. */
export async function lockDraft(tx: Transaction, person: PersonKey, revision: number | null): Promise<Draft | null> {
  const draft = await draftOf(tx, person, true)
  if ((draft?.revision ?? null) !== revision) throw refuse('stale', 'plan.changed')
  return draft
}

/** Puts a plan on the table; what lay there is kept to come back to. Refuses with `plan.changed`. */
export async function keepDraft(
  tx: Transaction,
  { orgId, personId }: PersonKey,
  { body, revision }: { readonly body: DraftBody; readonly revision: number | null },
): Promise<number> {
  const values = [orgId, personId, JSON.stringify(body)]
  if (revision === null) {
    const { rowCount } = await tx.client.query(
      'insert into plan_drafts (org_id, person_id, body) values ($1, $2, $3) on conflict do nothing',
      values,
    )
    if (rowCount !== 1) throw refuse('stale', 'plan.changed')
    return 1
  }
  const { rows } = await tx.client.query<{ revision: number }>(
    `update plan_drafts set body = $3, revision = revision + 1, updated_at = now(),
        past = (case when jsonb_array_length(past) >= ${MOST_PAST} then past - 0 else past end) || jsonb_build_array(body)
      where org_id = $1 and person_id = $2 and revision = $4 returning revision`,
    [...values, revision],
  )
  const row = rows[0]
  if (!row) throw refuse('stale', 'plan.changed')
  return row.revision
}

/**
 * The finishes of stored choices in a world's problem, none before today and none after the horizon; a course that is no
 * longer offered, or done, is left out.
 */
export function choicesIn({ problem }: PlanWorld, stored: readonly CourseChoice[]): Choice[] {
  return stored.flatMap(({ courseId, day }): Choice[] => {
    const activity = problem.activities.findIndex(({ id }) => id === courseId)
    return activity < 0 ? [] : [{ activity, day: laterDay(problem.asOf, earlierDay(problem.until, storedDay(day))) }]
  })
}

/** Choices by their courses. */
export const storedChoices = ({ problem }: PlanWorld, choices: readonly Choice[]): CourseChoice[] =>
  choices.flatMap(({ activity, day }) => {
    const course = problem.activities[activity]
    return course ? [{ courseId: course.id, day: formatDay(day) }] : []
  })
