import { type CommandWork, withCommand, withRead } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type Layout, reflow } from '@gs/domain/planner'
import { command, type Deps, ownScope, type ServiceContext, systemScope } from '../kernel/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { type AdoptedWorld, adoptedWorld, tasksOf } from './adopted-plan.ts'
import { keepBlocks, type StoredMove, type StoredPlan } from './stored-plan.ts'
import { lockPlans } from './write-plan.ts'

/** The layout as it was kept: the day of the last block of each item. */
function keptLayout(stored: StoredPlan): Layout {
  const finishes = stored.items.map((item) => {
    const days = stored.blocks.filter(({ line }) => line === item.line).map(({ day }) => day)
    const day = days.length > 0 ? (Math.max(...days) as Day) : null
    return { task: String(item.line), day, late: day === null || day > item.day }
  })
  return { weeks: [], finishes }
}

/** Lays the rest of an adopted plan out from today, and keeps what moved. */
async function flowOn(
  deps: Pick<Deps, 'ids'>,
  door: CommandWork,
  { person, adopted }: { readonly person: PersonKey; readonly adopted: AdoptedWorld },
): Promise<readonly StoredMove[]> {
  const { stored, world } = adopted
  const today = world.problem.asOf
  const { layout, moved } = reflow(keptLayout(stored), tasksOf(stored.items, world), {
    pace: world.settings.pace,
    today,
  })
  const told = moved.map(({ task, was, now, endangered }): StoredMove => {
    const item = stored.items.find(({ line }) => String(line) === task)
    return {
      title: item?.name ?? '',
      was: was === null ? null : formatDay(was),
      now: now === null ? null : formatDay(now),
      endangered,
    }
  })
  const past = stored.blocks.filter(({ day }) => day < today)
  const ahead = layout.weeks.flatMap((week) =>
    week.blocks.map(({ task, day, hours }) => ({ line: Number(task), day, hours })),
  )
  await keepBlocks(door.tx, person, { planId: stored.id, blocks: [...past, ...ahead], today })
  await door.tx.client.query('update plans set moved = $3 where org_id = $1 and id = $2', [
    person.orgId,
    stored.id,
    JSON.stringify(told),
  ])
  door.audit({
    id: deps.ids.next(),
    action: 'plan.reflowed',
    subjectKind: 'plan',
    subjectId: stored.id,
    personId: person.personId,
    after: { moved: told },
  })
  return told
}

/** Lays the actor's adopted plan out again from today, by the settings of now, and says which finishes moved. */
export function reflowPlan(
  ctx: ServiceContext,
  { key }: { readonly key: string },
): Promise<{ readonly moved: readonly StoredMove[] }> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const call = { scope: ownScope(ctx), name: 'plans.reflow', key, body: {} }
  return command(ctx, call, async (door) => {
    await lockPlans(door.tx, person)
    const adopted = await adoptedWorld(door.tx, { ...person, today: ctx.clock.today() })
    if (adopted) return { moved: await flowOn(ctx, door, { person, adopted }) }
    door.audit({
      id: ctx.ids.next(),
      action: 'plan.nothing-to-lay-out',
      subjectKind: 'plan',
      subjectId: personId,
      personId,
    })
    return { moved: [] }
  })
}

/** Less than this behind is a lesson not yet ticked off, in thousandths of an hour. */
const TOLERANCE = 500

/** Is work that was laid out before today still not done? */
export function isBehind({ stored, plan, world }: AdoptedWorld): boolean {
  const today = world.problem.asOf
  if (stored.laidOutOn !== null && stored.laidOutOn >= formatDay(today)) return false
  return plan.items.some((item) => {
    if (item.state !== 'open') return false
    const due = stored.blocks
      .filter(({ line, day }) => line === item.line && day >= today)
      .reduce((sum, { hours }) => sum + hours, 0)
    return item.hoursLeft > due + TOLERANCE
  })
}

/** The job: every adopted plan whose person has fallen behind flows again. Answers how many did. */
export async function flowPlansOn(deps: Deps): Promise<number> {
  const today = deps.clock.today()
  const { rows } = await deps.database.pool.query<{ org_id: OrgId }>('select app.all_orgs() as org_id')
  let flowed = 0
  for (const { org_id: orgId } of rows) {
    const people = await withRead(deps.database, systemScope(orgId), async ({ client }) => {
      const found = await client.query<{ person_id: PersonId }>(
        "select person_id from plans where org_id = $1 and status = 'adopted' and laid_out_on < $2",
        [orgId, formatDay(today)],
      )
      return found.rows
    })
    for (const { person_id: personId } of people) if (await flowIfBehind(deps, { orgId, personId })) flowed++
  }
  return flowed
}

async function flowIfBehind(deps: Deps, person: PersonKey): Promise<boolean> {
  const today = deps.clock.today()
  const scope = systemScope(person.orgId)
  const behind = await withRead(deps.database, scope, async (tx) => {
    const adopted = await adoptedWorld(tx, { ...person, today })
    return adopted !== null && isBehind(adopted)
  })
  if (!behind) return false
  const key = `plans.flow:${person.personId}:${formatDay(today)}`
  const whole = { ...scope, name: 'plans.flow', key, body: null, knownOn: today }
  await withCommand(deps.database, whole, async (door) => {
    await lockPlans(door.tx, person)
    const adopted = await adoptedWorld(door.tx, { ...person, today })
    if (adopted) await flowOn(deps, door, { person, adopted })
    return null
  })
  return true
}
