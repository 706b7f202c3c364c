import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import {
  type Choice,
  cyclesOf,
  describePlan,
  type Outcome,
  PlanJudge,
  type PlanStep,
  plannedByWeek,
} from '@gs/domain/planner'
import type { Ids } from '../ports.ts'
import type { PersonKey } from '../standings/index.ts'
import { layoutOf } from './adopted-plan.ts'
import type { PlanWorld } from './plan-world.ts'
import type { Wanted } from './propose-plan.ts'
import { type CycleName, keepBlocks, planById, type StoredService } from './stored-plan.ts'

export interface NewPlan {
  readonly status: 'adopted' | 'proposed'
  readonly world: PlanWorld
  readonly choices: readonly Choice[]
  readonly wanted: Wanted
  /** What no plan beats; the plan is proven where it reaches it. */
  readonly bound: Outcome | null
  readonly previousId: string | null
  readonly proposedBy: { readonly id: string; readonly name: string } | null
  readonly note: string | null
}

/** Only one at a time writes plans of a person. */
export const lockPlans = (tx: Transaction, { orgId, personId }: PersonKey): Promise<unknown> =>
  tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 50))', [`${orgId}/${personId}`])

/** Judges the choices by the evaluator and writes them down as a plan of their own; answers its id and outcome. */
export async function writePlan(
  tx: Transaction,
  { person, ids }: { readonly person: PersonKey; readonly ids: Ids },
  made: NewPlan,
): Promise<{
  readonly planId: string
  readonly version: number
  readonly outcome: Outcome
  readonly optimal: boolean
}> {
  const { orgId, personId } = person
  const { world, choices, wanted } = made
  const problem = { ...world.problem, minimise: wanted.minimise }
  const judge = new PlanJudge(problem, cyclesOf(problem))
  const outcome = judge.outcome(choices)
  const solved = { choices, outcome, bound: made.bound ?? NOTHING_KNOWN }
  const plan = describePlan(problem, judge, solved)
  // The pace says when work must begin; the days between which a finish counts are the rules' alone.
  const { steps: free } = describePlan({ ...problem, hoursPerWeek: null }, judge, solved)
  const steps = plan.steps.map((step) => ({
    ...step,
    finishFrom: free.find(({ activity }) => activity === step.activity)?.finishFrom ?? step.finishFrom,
  }))
  const promised = judge.cycles.flatMap((cycle): CycleName[] => {
    const holdingId = problem.holdings[cycle.holding]?.id
    if (holdingId === undefined || judge.cycle(cycle, choices).renewableOn === null) return []
    return [{ holdingId, from: formatDay(cycle.from), to: formatDay(cycle.to) }]
  })
  const planId = ids.next()
  const { rows } = await tx.client.query<{ version: number }>(
    `insert into plans (org_id, id, person_id, version, status, proposed_by, note, as_of, until, minimise, outcome, bound,
        optimal, pinned, excluded, promised, previous_id, adopted_on, proposed_by_name)
      values ($1, $2, $3, (select coalesce(max(version), 0) + 1 from plans where org_id = $1 and person_id = $3), $4, $5, $6,
        $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, case when $4 = 'adopted' then $7::date end, $17) returning version`,
    [
      orgId,
      planId,
      personId,
      made.status,
      made.proposedBy?.id ?? null,
      made.note,
      formatDay(problem.asOf),
      formatDay(problem.until),
      wanted.minimise,
      JSON.stringify(outcome),
      JSON.stringify(plan.bound),
      plan.optimal,
      JSON.stringify(wanted.pinned),
      JSON.stringify(wanted.excluded),
      JSON.stringify(promised),
      made.previousId,
      made.proposedBy?.name ?? null,
    ],
  )
  await writeItems(tx, person, { planId, rows: itemRows(world, { choices, steps }) })
  if (made.status === 'adopted') await layOutPlan(tx, person, { planId, world })
  return { planId, version: rows[0]?.version ?? 1, outcome, optimal: plan.optimal }
}

/** A bound that every plan respects. */
const NOTHING_KNOWN: Outcome = { unmet: 0, waste: 0, price: 0, hours: 0 }

interface ItemRow {
  readonly line: number
  readonly course: string
  readonly name: string
  readonly hours: number
  readonly price: number
  readonly owned: boolean
  readonly day: string
  readonly finish_from: string
  readonly finish_by: string
  readonly start_by: string | null
  readonly serves: readonly StoredService[]
}

function itemRows(
  { activities }: PlanWorld,
  { choices, steps }: { readonly choices: readonly Choice[]; readonly steps: readonly PlanStep[] },
): ItemRow[] {
  return [...choices]
    .sort((a, b) => a.day - b.day || a.activity - b.activity)
    .flatMap(({ activity: index, day }, line): ItemRow[] => {
      const activity = activities[index]
      const step = steps.find((each) => each.activity === activity?.id)
      if (!activity || !step) return []
      return [
        {
          line: line + 1,
          course: activity.id,
          name: activity.name,
          hours: activity.hours,
          price: activity.owned ? 0 : activity.price,
          owned: activity.owned,
          day: formatDay(day),
          finish_from: formatDay(step.finishFrom),
          finish_by: formatDay(step.finishBy),
          start_by: step.startBy === null ? null : formatDay(step.startBy),
          serves: step.serves.map(({ holding, cycle, credits, category }) => ({
            holdingId: holding,
            from: formatDay(cycle.from),
            to: formatDay(cycle.to),
            credits,
            category,
          })),
        },
      ]
    })
}

const writeItems = (
  tx: Transaction,
  { orgId, personId }: PersonKey,
  { planId, rows }: { readonly planId: string; readonly rows: readonly ItemRow[] },
): Promise<unknown> =>
  tx.client.query(
    `insert into plan_items (org_id, plan_id, person_id, line, course_id, name, hours_thousandths, price_thousandths, owned,
        day, finish_from, finish_by, start_by, serves)
      select $1, $2, $3, i.line, i.course, i.name, i.hours, i.price, i.owned, i.day, i.finish_from, i.finish_by, i.start_by, i.serves
      from jsonb_to_recordset($4::jsonb) as i (line integer, course uuid, name text, hours integer, price integer,
        owned boolean, day date, finish_from date, finish_by date, start_by date, serves jsonb)`,
    [orgId, planId, personId, JSON.stringify(rows)],
  )

/** The first laying out of a plan: its days of learning, and the line beside which what is done is drawn. */
export async function layOutPlan(
  tx: Transaction,
  person: PersonKey,
  { planId, world }: { readonly planId: string; readonly world: PlanWorld },
): Promise<void> {
  const stored = await planById(tx, person, planId)
  if (!stored) throw new Error(`plan ${planId} was just written`)
  const layout = layoutOf(stored.items, world)
  const blocks = layout.weeks.flatMap((week) =>
    week.blocks.map(({ task, day, hours }) => ({ line: Number(task), day, hours })),
  )
  await keepBlocks(tx, person, { planId, blocks, today: world.problem.asOf })
  const weeks = plannedByWeek(layout).map(({ by, hours }) => ({ by: formatDay(by), hours }))
  await tx.client.query(
    `insert into plan_pace (org_id, plan_id, person_id, by_day, hours_thousandths)
      select $1, $2, $3, w.by, w.hours from jsonb_to_recordset($4::jsonb) as w (by date, hours integer)
      on conflict do nothing`,
    [person.orgId, planId, person.personId, JSON.stringify(weeks)],
  )
}
