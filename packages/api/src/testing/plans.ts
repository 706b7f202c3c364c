import { randomUUID } from 'node:crypto'
import type { Belongings, Furnishing, Resident } from './belongings.ts'

const BODY = { minimise: ['unmet', 'waste', 'price', 'hours'], cycles: 2, pinned: [], excluded: [], choices: [] }
const OUTCOME = JSON.stringify({ unmet: 0, waste: 0, price: 0, hours: 0 })

/** A draft, an adopted plan with a day of learning, a proposed one, and a run over the person's unit that was cancelled. */
export async function plansOf(
  { test, org, open }: Furnishing,
  { person: { personId }, unit }: Resident,
): Promise<Pick<Belongings, 'adoptedPlanId' | 'proposedPlanId' | 'planRunId'>> {
  const at = [org.orgId, personId]
  const [adoptedPlanId, proposedPlanId, planRunId] = [randomUUID(), randomUUID(), randomUUID()]
  await test.asOwner('insert into plan_drafts (org_id, person_id, body) values ($1, $2, $3)', [
    ...at,
    JSON.stringify({ ...BODY, proposal: null, problemKey: '' }),
  ])
  await test.asOwner(
    `insert into plan_settings (org_id, person_id, hours_per_week, days_off, holidays, days_between_finishes, reserve_days,
        keeps_cards) values ($1, $2, 3000, '{6}', '{}', 7, 28, true)`,
    at,
  )
  for (const [index, [status, id]] of [
    ['adopted', adoptedPlanId],
    ['proposed', proposedPlanId],
  ].entries())
    await test.asOwner(
      `insert into plans (org_id, id, person_id, version, status, as_of, until, minimise, outcome, bound, optimal, promised)
        values ($1, $3, $2, $5, $4, '2026-03-02', '2029-03-02', '{unmet,waste,price,hours}', $6, $6, true, '[]')`,
      [...at, id, status, index + 1, OUTCOME],
    )
  await test.asOwner(
    `insert into plan_items (org_id, plan_id, line, person_id, course_id, name, hours_thousandths, price_thousandths, owned,
        day, finish_from, finish_by, serves)
      values ($1, $3, 1, $2, $4, 'A course', 3000, 0, true, '2027-03-02', '2026-03-02', '2027-03-02', '[]')`,
    [...at, adoptedPlanId, open.courseId],
  )
  await test.asOwner(
    `insert into study_blocks (org_id, plan_id, day, line, person_id, hours_thousandths) values ($1, $3, '2026-04-01', 1, $2, 500)`,
    [...at, adoptedPlanId],
  )
  await test.asOwner(
    `insert into plan_pace (org_id, plan_id, by_day, person_id, hours_thousandths) values ($1, $3, '2026-04-05', $2, 500)`,
    [...at, adoptedPlanId],
  )
  await test.asOwner(
    `insert into unit_plan_runs (org_id, id, unit_id, unit_path, status, as_of, total, started_by)
      values ($1, $3, $4, $5, 'cancelled', '2026-03-02', 1, $2)`,
    [...at, planRunId, unit.id, unit.path],
  )
  await test.asOwner(
    `insert into unit_plan_results (org_id, run_id, person_id, outcome, optimal, price_thousandths, hours_thousandths,
        waste_minutes_thousandths) values ($1, $3, $2, 'infeasible', true, 0, 0, 0)`,
    [...at, planRunId],
  )
  return { adoptedPlanId, proposedPlanId, planRunId }
}
