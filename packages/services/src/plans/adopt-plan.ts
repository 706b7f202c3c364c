import type { CommandWork, Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import { command, ownScope, type Refusal, refuse, type ServiceContext } from '../kernel/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { choicesIn, type DraftBody, lockDraft, problemKey } from './draft.ts'
import { planWorld } from './plan-world.ts'
import { planById, planIn } from './stored-plan.ts'
import { lockPlans, type NewPlan, writePlan } from './write-plan.ts'

export interface Adopted {
  readonly planId: string
  readonly version: number
}

const setStatus = (tx: Transaction, { orgId }: PersonKey, { id, status }: { id: string; status: string }) =>
  tx.client.query('update plans set status = $3 where org_id = $1 and id = $2', [orgId, id, status])

/** Whether the plan on the table is what the planner answered to its wishes: then its bound holds for it. */
const boundOf = ({ proposal, problemKey: key }: DraftBody, now: string) =>
  proposal && key === now ? proposal.bound : null

/**
 * Adopts the plan on the table: it is judged again by today's facts, written down with a version of its own and laid out
 * in weeks; the plan adopted before is kept to come back to. Refuses with `plan.changed`, `plan.none`, `plan.empty`.
 */
export function adoptPlan(
  ctx: ServiceContext,
  { key, revision }: { readonly key: string; readonly revision: number },
): Promise<Adopted> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const call = { scope: ownScope(ctx), name: 'plans.adopt', key, body: { revision } }
  return command(ctx, call, async (door) => {
    const { tx } = door
    await lockPlans(tx, person)
    const draft = await lockDraft(tx, person, revision)
    if (!draft) throw refuse('not-found', 'plan.none')
    const { body } = draft
    const world = await planWorld(tx, { ...person, today: ctx.clock.today(), cycles: body.cycles })
    const choices = choicesIn(world, body.choices)
    if (choices.length === 0) throw refuse('unprocessable', 'plan.empty')
    return adopt(ctx, door, {
      world,
      choices,
      wanted: body,
      bound: boundOf(body, problemKey(world)),
      proposedBy: null,
      note: null,
    })
  })
}

/** Writes the plan as the one adopted by the caller; the one before is kept to come back to. */
async function adopt(
  ctx: ServiceContext,
  { tx, audit }: CommandWork,
  made: Omit<NewPlan, 'status' | 'previousId'>,
): Promise<Adopted> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const previous = await planIn(tx, person, 'adopted')
  if (previous) await setStatus(tx, person, { id: previous.id, status: 'replaced' })
  const written = await writePlan(
    tx,
    { person, ids: ctx.ids },
    { ...made, status: 'adopted', previousId: previous?.id ?? null },
  )
  // Two tabs adopt once: the second one holds a revision that is no longer.
  await tx.client.query('update plan_drafts set revision = revision + 1 where org_id = $1 and person_id = $2', [
    orgId,
    personId,
  ])
  audit({
    id: ctx.ids.next(),
    action: 'plan.adopted',
    subjectKind: 'plan',
    subjectId: written.planId,
    personId,
    before: previous ? { planId: previous.id, version: previous.version } : null,
    after: { version: written.version, outcome: written.outcome, optimal: written.optimal },
  })
  return { planId: written.planId, version: written.version }
}

/** What became of a plan of this person; a plan of nobody, or of somebody else, does not exist. */
const noLonger = async (tx: Transaction, person: PersonKey, planId: string): Promise<Refusal> =>
  (await planById(tx, person, planId)) ? refuse('stale', 'plan.changed') : refuse('not-found', 'plan.unknown')

/** Goes back to the plan adopted before, or to none. Refuses with `plan.unknown`, and with `plan.changed` where another is adopted by now. */
export function undoAdoption(
  ctx: ServiceContext,
  { key, planId }: { readonly key: string; readonly planId: string },
): Promise<{ readonly adopted: string | null }> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const call = { scope: ownScope(ctx), name: 'plans.undo-adoption', key, body: { planId } }
  return command(ctx, call, async ({ tx, audit }) => {
    await lockPlans(tx, person)
    const current = await planIn(tx, person, 'adopted')
    if (current?.id !== planId) throw await noLonger(tx, person, planId)
    await setStatus(tx, person, { id: planId, status: 'undone' })
    const previous = current.previousId === null ? null : await planById(tx, person, current.previousId)
    if (previous) await setStatus(tx, person, { id: previous.id, status: 'adopted' })
    audit({
      id: ctx.ids.next(),
      action: 'plan.undone',
      subjectKind: 'plan',
      subjectId: planId,
      personId,
      before: { version: current.version },
      after: previous ? { planId: previous.id, version: previous.version } : null,
    })
    return { adopted: previous?.id ?? null }
  })
}

/** Adopts or declines what staff proposed. Refuses with `plan.changed` where it is no longer proposed. */
export function answerProposal(
  ctx: ServiceContext,
  { key, planId, answer }: { readonly key: string; readonly planId: string; readonly answer: 'adopt' | 'decline' },
): Promise<{ readonly planId: string }> {
  const { orgId, personId } = ctx.actor
  const person = { orgId, personId }
  const call = { scope: ownScope(ctx), name: 'plans.answer', key, body: { planId, answer } }
  return command(ctx, call, async (door) => {
    const { tx } = door
    await lockPlans(tx, person)
    const proposed = await planIn(tx, person, 'proposed')
    if (proposed?.id !== planId) throw await noLonger(tx, person, planId)
    await setStatus(tx, person, { id: planId, status: answer === 'adopt' ? 'replaced' : 'declined' })
    if (answer === 'decline') {
      door.audit({
        id: ctx.ids.next(),
        action: 'plan.declined',
        subjectKind: 'plan',
        subjectId: planId,
        personId,
      })
      return { planId }
    }
    const world = await planWorld(tx, { ...person, today: ctx.clock.today() })
    const choices = choicesIn(
      world,
      proposed.items.map(({ courseId, day }) => ({ courseId, day: formatDay(day) })),
    )
    const adopted = await adopt(ctx, door, {
      world,
      choices,
      wanted: { minimise: proposed.minimise, cycles: 2, pinned: proposed.pinned, excluded: proposed.excluded },
      bound: proposed.bound,
      proposedBy:
        proposed.proposedBy === null ? null : { id: proposed.proposedBy, name: proposed.proposedByName ?? '' },
      note: proposed.note,
    })
    return { planId: adopted.planId }
  })
}
