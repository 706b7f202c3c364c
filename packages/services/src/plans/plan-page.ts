import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import { type Aim, type Outcome, type SentProblem, sentProblem } from '@gs/domain/planner'
import type { Words } from '@gs/domain/rules'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { type AdoptedPlan, type AdoptedWorld, adoptedWorld } from './adopted-plan.ts'
import { type CourseChoice, type DraftBody, draftOf, problemKey } from './draft.ts'
import { type PlanWorld, planWorld } from './plan-world.ts'
import { isBehind } from './reflow-plan.ts'
import type { PlanSettings } from './settings.ts'
import { planIn, type StoredMove, type StoredPlan } from './stored-plan.ts'

export interface PlannedHoldingView {
  readonly holdingId: string
  readonly credential: string
  readonly name: Words
  readonly body: string
  readonly unit: { readonly singular: Words; readonly plural: Words }
}

export interface PlannedCourseView {
  readonly courseId: string
  readonly code: string
  readonly title: string
  readonly state: 'new' | 'active' | 'set-aside'
  readonly wholeHours: number
  readonly doneHours: number
}

/** A plan that can be shown and compared: its finishes and what was known of it when it was written. */
export interface ComparedPlan {
  readonly planId: string
  readonly version: number
  readonly minimise: readonly Aim[]
  readonly choices: readonly CourseChoice[]
  readonly outcome: Outcome
  readonly bound: Outcome
  readonly optimal: boolean
}

export interface AdoptedView extends ComparedPlan {
  readonly plan: AdoptedPlan
  /** Whether undoing the adoption goes back to another plan. */
  readonly hasPrevious: boolean
  readonly moved: readonly StoredMove[]
  readonly laidOutOn: string | null
  readonly behind: boolean
  /** Hours that were to be done by the end of each week, and those that were; null after today. */
  readonly weeks: readonly { readonly by: string; readonly planned: number; readonly done: number | null }[]
}

export interface ProposedView extends ComparedPlan {
  readonly by: string
  readonly note: string | null
}

/** Everything that the Plan page works with; days inside `problem` are day numbers, elsewhere 'YYYY-MM-DD'. */
export interface PlanPage {
  readonly today: string
  readonly until: string
  readonly currency: string
  readonly problem: SentProblem
  readonly problemKey: string
  readonly holdings: readonly PlannedHoldingView[]
  /** In the order of the problem's activities. */
  readonly courses: readonly PlannedCourseView[]
  /** Certifications that ran out: they are renewed late, or anew, before anything is planned for them. */
  readonly unplanned: readonly Words[]
  readonly upkeep: readonly { readonly type: string; readonly by: string }[]
  readonly settings: PlanSettings
  readonly draft: { readonly revision: number; readonly past: number; readonly body: DraftBody } | null
  readonly adopted: AdoptedView | null
  readonly proposed: ProposedView | null
}

const FALLBACK_CURRENCY = 'USD'

/** The actor's Plan page. It plans nothing: what lies on the table was planned before, or is asked for next. */
export function readPlanPage(ctx: ServiceContext): Promise<PlanPage> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const today = ctx.clock.today()
  return read(ctx, ownScope(ctx), async (tx) => {
    const draft = await draftOf(tx, person)
    const world = await planWorld(tx, { ...person, today, ...(draft ? { cycles: draft.body.cycles } : {}) })
    const adopted = await adoptedWorld(tx, { ...person, today })
    const proposed = await planIn(tx, person, 'proposed')
    return {
      ...worldView(world),
      draft,
      adopted: adopted && (await adoptedViewOf(tx, person, adopted)),
      proposed: proposed && {
        ...comparedOf(proposed),
        by: proposed.proposedByName ?? '',
        note: proposed.note,
      },
    }
  })
}

/** A world as a page shows it. */
export function worldView(world: PlanWorld): Omit<PlanPage, 'draft' | 'adopted' | 'proposed'> {
  const { problem, standings } = world
  const planned = new Set(problem.holdings.map(({ id }) => id))
  const activities = problem.activities.map(
    ({ id, name, hours, price, owned, repeatable, availableFrom, availableUntil, credits, card }) => ({
      ...{ id, name, hours, price, owned, repeatable, availableFrom, availableUntil, credits, card },
    }),
  )
  return {
    today: formatDay(problem.asOf),
    until: formatDay(problem.until),
    currency: problem.holdings[0]?.pack.pack.currency ?? FALLBACK_CURRENCY,
    problem: { ...sentProblem(problem), activities },
    problemKey: problemKey(world),
    holdings: standings
      .filter(({ holding }) => planned.has(holding.id))
      .map(({ holding, pack }) => ({
        holdingId: holding.id,
        credential: holding.credential,
        name: pack.pack.credential.name,
        body: pack.pack.body.short,
        unit: { singular: pack.pack.unit.singular, plural: pack.pack.unit.plural },
      })),
    courses: world.activities.map(({ id, code, name, state, wholeHours, doneHours }) => ({
      courseId: id,
      code,
      title: name,
      state,
      wholeHours,
      doneHours,
    })),
    unplanned: standings
      .filter(({ holding, pack, standing }) => {
        const ran = pack.term.primitive !== 'term/none' && standing.expiresOn !== null
        return ran && !planned.has(holding.id)
      })
      .map(({ pack }) => pack.pack.credential.name),
    upkeep: world.upkeep.map(({ type, by }) => ({ type, by: formatDay(by) })),
    settings: world.settings,
  }
}

const comparedOf = (stored: StoredPlan): ComparedPlan => ({
  planId: stored.id,
  version: stored.version,
  minimise: stored.minimise,
  choices: stored.items.map(({ courseId, day }) => ({ courseId, day: formatDay(day) })),
  outcome: stored.outcome,
  bound: stored.bound,
  optimal: stored.optimal,
})

async function adoptedViewOf(tx: Transaction, person: PersonKey, adopted: AdoptedWorld): Promise<AdoptedView> {
  const { stored, world, plan } = adopted
  const done = await doneByDay(tx, person, adopted)
  const today = formatDay(world.problem.asOf)
  return {
    ...comparedOf(stored),
    plan,
    hasPrevious: stored.previousId !== null,
    moved: stored.moved,
    laidOutOn: stored.laidOutOn,
    behind: isBehind(adopted),
    weeks: stored.pace.map(({ by, hours }, index) => ({
      by,
      planned: hours,
      done: weekBegan(stored.pace, index, today) ? sumUntil(done, by) : null,
    })),
  }
}

/** A week that has begun has figures, though it is not over. */
const weekBegan = (pace: StoredPlan['pace'], index: number, today: string): boolean =>
  index === 0 || (pace[index - 1]?.by ?? today) < today

const sumUntil = (done: readonly { readonly day: string; readonly hours: number }[], by: string): number =>
  done.reduce((sum, { day, hours }) => (day <= by ? sum + hours : sum), 0)

/** What was done of the plan's courses since it was adopted, by day; the rest of a course on the day it was finished. */
async function doneByDay(
  tx: Transaction,
  { orgId, personId }: PersonKey,
  { stored, world }: AdoptedWorld,
): Promise<readonly { readonly day: string; readonly hours: number }[]> {
  const since = stored.adoptedOn ?? formatDay(stored.asOf)
  const { rows } = await tx.client.query<{ course_id: string; day: string }>({
    name: 'plan-finished',
    text: `select course_id, max(completed_on)::text as day from enrollments
      where org_id = $1 and person_id = $2 and status = 'completed' and course_id = any ($3::uuid[]) group by course_id`,
    values: [orgId, personId, stored.items.map(({ courseId }) => courseId)],
  })
  return stored.items.flatMap((item) => {
    const activity = world.activities.find(({ id }) => id === item.courseId)
    if (activity) return activity.doneByDay.filter(({ day }) => day >= since)
    const finished = rows.find((row) => row.course_id === item.courseId)
    return finished ? [{ day: finished.day, hours: item.hours }] : []
  })
}
