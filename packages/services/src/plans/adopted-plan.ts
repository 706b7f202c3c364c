import type { Transaction } from '@gs/db'
import { addDays, type Day, formatDay, laterDay } from '@gs/domain'
import { type Choice, cyclesOf, type Layout, layOut, PlanJudge, type StudyTask } from '@gs/domain/planner'
import type { PersonKey } from '../standings/index.ts'
import { type PlanWorld, planWorld } from './plan-world.ts'
import { planIn, type StoredItem, type StoredPlan } from './stored-plan.ts'

/** A planned activity as it stands today. Hours in thousandths, days as text. */
export interface AdoptedItem {
  readonly line: number
  readonly courseId: string
  /** Code of the course in the catalogue; null where it is no longer offered. */
  readonly code: string | null
  readonly title: string
  /** The day that was planned, and the span in which finishing gives the same. */
  readonly day: string
  readonly finishFrom: string
  readonly finishBy: string
  readonly startBy: string | null
  readonly state: 'done' | 'open' | 'gone'
  readonly hoursLeft: number
  /** When it will be finished by the days of learning; null where it is done or not laid out. */
  readonly expectedOn: string | null
  /** True where that is after the last day of the span. */
  readonly late: boolean
}

/** A cycle that the plan was to renew and no longer does, with the codes of what is missing. */
export interface BrokenCycle {
  readonly holdingId: string
  readonly credential: string
  readonly packId: string
  readonly from: string
  readonly to: string
  readonly missing: readonly string[]
}

/** The days by which a holding's current cycle asks for something, in the zone of its body. */
export interface HoldingDates {
  readonly holdingId: string
  readonly credential: string
  readonly packId: string
  readonly zone: string | null
  readonly expiresOn: string | null
  readonly earnBy: string | null
  readonly fileFrom: string | null
  readonly fileBy: string | null
}

export interface AdoptedPlan {
  readonly planId: string
  readonly version: number
  readonly adoptedOn: string
  readonly until: string
  /** False where a cycle that was promised is not renewed any more: a rule, a card or an offer changed, or it got late. */
  readonly feasible: boolean
  readonly broken: readonly BrokenCycle[]
  readonly items: readonly AdoptedItem[]
  /** Days of learning from today on. */
  readonly blocks: readonly {
    readonly day: string
    readonly line: number
    readonly courseId: string
    readonly title: string
    readonly hours: number
  }[]
  readonly dates: readonly HoldingDates[]
  /** Cards that are taken to be renewed in time, and the last days for it. */
  readonly cards: readonly { readonly type: string; readonly by: string }[]
  /** Hours that the first layout wants done by today, and those that are. */
  readonly pace: { readonly planned: number; readonly done: number }
}

export interface AdoptedWorld {
  readonly stored: StoredPlan
  readonly world: PlanWorld
  readonly plan: AdoptedPlan
}

/**
 * The adopted plan of a person against today's facts and rules, or null where none is adopted. Reads and computes only;
 * a plan that has fallen behind is laid out anew by `reflowPlan`.
 */
export async function readAdoptedPlan(
  tx: Transaction,
  question: PersonKey & { readonly today: Day },
): Promise<AdoptedPlan | null> {
  return (await adoptedWorld(tx, question))?.plan ?? null
}

/** The same, with what it follows from. */
export async function adoptedWorld(
  tx: Transaction,
  question: PersonKey & { readonly today: Day },
): Promise<AdoptedWorld | null> {
  const stored = await planIn(tx, question, 'adopted')
  if (!stored) return null
  const world = await planWorld(tx, question)
  return { stored, world, plan: adoptedView(stored, world) }
}

/** What of a plan's items is still to be done, as choices in a world's problem. */
export function openChoices(items: readonly StoredItem[], { problem }: PlanWorld): Choice[] {
  return items.flatMap(({ courseId, day }): Choice[] => {
    const activity = problem.activities.findIndex(({ id }) => id === courseId)
    return activity < 0 ? [] : [{ activity, day: laterDay(day, problem.asOf) }]
  })
}

/** What is left to learn of a plan, for the layout. */
export function tasksOf(items: readonly StoredItem[], { activities }: PlanWorld): StudyTask[] {
  return items.flatMap((item): StudyTask[] => {
    const activity = activities.find(({ id }) => id === item.courseId)
    if (!activity) return []
    const { wholeHours: hours, doneHours: done } = activity
    return [{ id: String(item.line), hours, done, finishFrom: item.finishFrom, finishBy: item.day }]
  })
}

/** The days of learning of what is left, from a day on. */
export const layoutOf = (items: readonly StoredItem[], world: PlanWorld): Layout =>
  layOut(tasksOf(items, world), world.settings.pace, world.problem.asOf)

function adoptedView(stored: StoredPlan, world: PlanWorld): AdoptedPlan {
  const { asOf } = world.problem
  const broken = brokenBy(stored, world)
  const finishes = lastBlocks(stored)
  const items = stored.items.map((item) => itemOf(item, { world, expected: finishes.get(item.line) ?? null }))
  return {
    planId: stored.id,
    version: stored.version,
    adoptedOn: stored.adoptedOn ?? formatDay(stored.asOf),
    until: formatDay(stored.until),
    feasible: broken.length === 0,
    broken,
    items,
    blocks: stored.blocks
      .filter(({ day, line }) => day >= asOf && items.some((item) => item.line === line && item.state === 'open'))
      .map(({ day, line, hours }) => {
        const item = stored.items.find((each) => each.line === line)
        return { day: formatDay(day), line, courseId: item?.courseId ?? '', title: item?.name ?? '', hours }
      }),
    dates: world.standings.map(({ holding, pack, standing }) => ({
      holdingId: holding.id,
      credential: holding.credential,
      packId: holding.packId,
      zone: pack.pack.deadlineZone,
      expiresOn: text(standing.expiresOn),
      earnBy: text(standing.earnBy),
      fileFrom: text(standing.fileFrom),
      fileBy: text(standing.fileBy),
    })),
    cards: world.upkeep.map(({ type, by }) => ({ type, by: formatDay(by) })),
    pace: paceOf(stored, world),
  }
}

const text = (day: Day | null): string | null => (day === null ? null : formatDay(day))

function lastBlocks(stored: StoredPlan): ReadonlyMap<number, Day> {
  const last = new Map<number, Day>()
  for (const { line, day } of stored.blocks) last.set(line, laterDay(day, last.get(line) ?? day))
  return last
}

function itemOf(item: StoredItem, { world, expected }: { world: PlanWorld; expected: Day | null }): AdoptedItem {
  const { asOf } = world.problem
  const activity = world.activities.find(({ id }) => id === item.courseId)
  const done = !activity && isDone(item, world)
  const behind = expected === null || expected < asOf
  return {
    line: item.line,
    courseId: item.courseId,
    code: activity?.code ?? null,
    title: item.name,
    day: formatDay(item.day),
    finishFrom: formatDay(item.finishFrom),
    finishBy: formatDay(item.finishBy),
    startBy: text(item.startBy),
    state: done ? 'done' : activity ? 'open' : 'gone',
    hoursLeft: activity?.hours ?? 0,
    expectedOn: activity && !behind ? formatDay(expected) : null,
    late: activity !== undefined && (behind ? asOf : expected) > item.finishBy,
  }
}

/** An award of this course in the ledger says that it was finished. */
const isDone = ({ courseId }: StoredItem, { standings }: PlanWorld): boolean =>
  standings.some(({ facts }) => facts.awards.some((award) => award.courseId === courseId))

/** The promised cycles, not over yet, that the rest of the plan does not renew by today's rules. */
function brokenBy(stored: StoredPlan, world: PlanWorld): BrokenCycle[] {
  const { problem, standings } = world
  const until = laterDay(stored.until, problem.until)
  const judge = new PlanJudge({ ...problem, until }, cyclesOf({ ...problem, until }))
  const choices = openChoices(stored.items, world)
  return judge.cycles.flatMap((cycle): BrokenCycle[] => {
    const holding = problem.holdings[cycle.holding]
    const judged = standings.find((each) => each.holding.id === holding?.id)
    if (!judged || !promises(stored, judged.holding.id, cycle)) return []
    const verdict = judge.cycle(cycle, choices)
    if (verdict.renewableOn !== null) return []
    return [
      {
        holdingId: judged.holding.id,
        credential: judged.holding.credential,
        packId: judged.holding.packId,
        from: formatDay(cycle.from),
        to: formatDay(cycle.to),
        missing: verdict.last.missing,
      },
    ]
  })
}

/** A rule may move the days of a cycle: it is the promised one where the two overlap. */
const promises = (
  stored: StoredPlan,
  holdingId: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): boolean =>
  stored.promised.some(
    (cycle) => cycle.holdingId === holdingId && cycle.from <= formatDay(to) && cycle.to >= formatDay(addDays(from, 30)),
  )

/** Hours by the first layout up to today, and what was done of the plan's activities. */
function paceOf(stored: StoredPlan, world: PlanWorld): AdoptedPlan['pace'] {
  const today = formatDay(world.problem.asOf)
  const planned = stored.pace.filter(({ by }) => by <= today).at(-1)?.hours ?? 0
  const done = stored.items.reduce((sum, item) => {
    const activity = world.activities.find(({ id }) => id === item.courseId)
    if (activity) return sum + Math.max(0, item.hours - activity.hours)
    return isDone(item, world) ? sum + item.hours : sum
  }, 0)
  return { planned, done }
}
