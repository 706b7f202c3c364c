import type { Transaction } from '@gs/db'
import { type Amount, type Day, formatDay } from '@gs/domain'
import type { Aim, Outcome } from '@gs/domain/planner'
import type { PersonKey } from '../standings/index.ts'
import { storedDay } from '../standings/stored-day.ts'

export type PlanStatus = 'proposed' | 'adopted' | 'replaced' | 'declined' | 'withdrawn' | 'undone'

/** A cycle by its holding and its days; a plan that promises it says that it will be renewable. */
export interface CycleName {
  readonly holdingId: string
  readonly from: string
  readonly to: string
}

export interface StoredService {
  readonly holdingId: string
  readonly from: string
  readonly to: string
  readonly credits: number
  readonly category: string | null
}

export interface StoredItem {
  readonly line: number
  readonly courseId: string
  readonly name: string
  readonly hours: Amount
  readonly price: Amount
  readonly owned: boolean
  readonly day: Day
  readonly finishFrom: Day
  readonly finishBy: Day
  readonly startBy: Day | null
  readonly serves: readonly StoredService[]
}

export interface StoredBlock {
  readonly line: number
  readonly day: Day
  readonly hours: Amount
}

/** A finish that moved when the weeks were laid out again. */
export interface StoredMove {
  readonly title: string
  readonly was: string | null
  readonly now: string | null
  /** The new day is too late, and the old one was not. */
  readonly endangered: boolean
}

/** A plan as it was adopted or proposed. */
export interface StoredPlan {
  readonly id: string
  readonly version: number
  readonly status: PlanStatus
  readonly asOf: Day
  readonly until: Day
  readonly minimise: readonly Aim[]
  readonly outcome: Outcome
  readonly bound: Outcome
  readonly optimal: boolean
  readonly pinned: readonly { readonly courseId: string; readonly day: string }[]
  readonly excluded: readonly string[]
  readonly promised: readonly CycleName[]
  readonly previousId: string | null
  readonly proposedBy: string | null
  readonly proposedByName: string | null
  readonly note: string | null
  readonly adoptedOn: string | null
  readonly laidOutOn: string | null
  readonly moved: readonly StoredMove[]
  readonly items: readonly StoredItem[]
  readonly blocks: readonly StoredBlock[]
  readonly pace: readonly { readonly by: string; readonly hours: number }[]
}

type Dates = 'asOf' | 'until' | 'items' | 'blocks'
interface PlanRow extends Omit<StoredPlan, Dates> {
  readonly asOf: string
  readonly until: string
  readonly items: readonly (Omit<StoredItem, 'day' | 'finishFrom' | 'finishBy' | 'startBy'> &
    Readonly<Record<'day' | 'finishFrom' | 'finishBy', string>> & { readonly startBy: string | null })[]
  readonly blocks: readonly { readonly line: number; readonly day: string; readonly hours: Amount }[]
}

const PLAN = `select p.id, p.version, p.status, p.as_of as "asOf", p.until, p.minimise, p.outcome, p.bound, p.optimal, p.pinned,
    p.excluded, p.promised, p.previous_id as "previousId", p.proposed_by as "proposedBy", p.proposed_by_name as "proposedByName", p.note, p.adopted_on as "adoptedOn",
    p.laid_out_on as "laidOutOn", p.moved,
    coalesce((select jsonb_agg(jsonb_build_object('line', i.line, 'courseId', i.course_id, 'name', i.name,
        'hours', i.hours_thousandths, 'price', i.price_thousandths, 'owned', i.owned, 'day', i.day, 'finishFrom', i.finish_from,
        'finishBy', i.finish_by, 'startBy', i.start_by, 'serves', i.serves) order by i.line)
      from plan_items i where i.org_id = p.org_id and i.plan_id = p.id), '[]') as items,
    coalesce((select jsonb_agg(jsonb_build_object('line', b.line, 'day', b.day, 'hours', b.hours_thousandths) order by b.day, b.line)
      from study_blocks b where b.org_id = p.org_id and b.plan_id = p.id), '[]') as blocks,
    coalesce((select jsonb_agg(jsonb_build_object('by', w.by_day, 'hours', w.hours_thousandths) order by w.by_day)
      from plan_pace w where w.org_id = p.org_id and w.plan_id = p.id), '[]') as pace
  from plans p where p.org_id = $1 and p.person_id = $2`

function planOf(row: PlanRow): StoredPlan {
  return {
    ...row,
    asOf: storedDay(row.asOf),
    until: storedDay(row.until),
    items: row.items.map((item) => ({
      ...item,
      day: storedDay(item.day),
      finishFrom: storedDay(item.finishFrom),
      finishBy: storedDay(item.finishBy),
      startBy: item.startBy === null ? null : storedDay(item.startBy),
    })),
    blocks: row.blocks.map((block) => ({ ...block, day: storedDay(block.day) })),
  }
}

/** The plan of a person in one state, of which there is at most one: adopted, or proposed by staff. */
export async function planIn(
  tx: Transaction,
  { orgId, personId }: PersonKey,
  status: 'adopted' | 'proposed',
): Promise<StoredPlan | null> {
  const { rows } = await tx.client.query<PlanRow>({
    name: 'plan-in-state',
    text: `${PLAN} and p.status = $3`,
    values: [orgId, personId, status],
  })
  return rows[0] ? planOf(rows[0]) : null
}

/** One plan of a person by its id, or nothing. */
export async function planById(
  tx: Transaction,
  { orgId, personId }: PersonKey,
  planId: string,
): Promise<StoredPlan | null> {
  const { rows } = await tx.client.query<PlanRow>({
    name: 'plan-by-id',
    text: `${PLAN} and p.id = $3`,
    values: [orgId, personId, planId],
  })
  return rows[0] ? planOf(rows[0]) : null
}

/** Writes the days of learning of a plan anew. */
export async function keepBlocks(
  tx: Transaction,
  { orgId, personId }: PersonKey,
  { planId, blocks, today }: { readonly planId: string; readonly blocks: readonly StoredBlock[]; readonly today: Day },
): Promise<void> {
  await tx.client.query('delete from study_blocks where org_id = $1 and plan_id = $2', [orgId, planId])
  await tx.client.query(
    `insert into study_blocks (org_id, plan_id, person_id, day, line, hours_thousandths)
      select $1, $2, $3, b.day, b.line, b.hours
      from jsonb_to_recordset($4::jsonb) as b (day date, line integer, hours integer)`,
    [orgId, planId, personId, JSON.stringify(blocks.map((block) => ({ ...block, day: formatDay(block.day) })))],
  )
  await tx.client.query('update plans set laid_out_on = $3 where org_id = $1 and id = $2', [
    orgId,
    planId,
    formatDay(today),
  ])
}
