import { formatDay, type PersonId } from '@gs/domain'
import { AIMS, type Aim } from '@gs/domain/planner'
import { command, reachFor, read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { type AdoptedPlan, readAdoptedPlan } from './adopted-plan.ts'
import { choicesIn, type Proposal } from './draft.ts'
import { type ComparedPlan, type PlanPage, worldView } from './plan-page.ts'
import { DEFAULT_CYCLES, type PlanWorld, planWorld } from './plan-world.ts'
import { proposalOf, solveFor, type Wanted } from './propose-plan.ts'
import { planIn } from './stored-plan.ts'
import { lockPlans, writePlan } from './write-plan.ts'

const PERMISSION = 'plans.propose'

/** What staff sees of a trainer's plan. */
export interface TrainerPlan {
  readonly adopted: Pick<AdoptedPlan, 'version' | 'adoptedOn' | 'feasible' | 'broken' | 'items' | 'pace'> | null
  readonly proposed: Pick<ComparedPlan, 'planId' | 'version'> | null
}

/** The plan that a trainer in reach has adopted, and what is proposed. Refuses with `person.unknown`. */
export function showTrainerPlan(
  ctx: ServiceContext,
  { personId }: { readonly personId: PersonId },
): Promise<TrainerPlan> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, PERMISSION), async (tx) => {
    await requirePerson(tx, orgId, personId)
    const person = { orgId, personId }
    const plan = await readAdoptedPlan(tx, { ...person, today: ctx.clock.today() })
    const proposed = await planIn(tx, person, 'proposed')
    return {
      adopted: plan,
      proposed: proposed && { planId: proposed.id, version: proposed.version },
    }
  })
}

export interface TrainerProposal extends Omit<PlanPage, 'draft' | 'adopted' | 'proposed'> {
  readonly proposal: Proposal
}

const wantedFor = (minimise: readonly Aim[]): Wanted => ({
  minimise,
  cycles: DEFAULT_CYCLES,
  pinned: [],
  excluded: [],
})

async function worldInReach(ctx: ServiceContext, personId: PersonId): Promise<PlanWorld> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, PERMISSION), async (tx) => {
    await requirePerson(tx, orgId, personId)
    return planWorld(tx, { orgId, personId, today: ctx.clock.today() })
  })
}

/** Plans for a trainer in reach, to look at; nothing is kept. Refuses with `person.unknown`, `plan.busy`. */
export async function planForTrainer(
  ctx: ServiceContext,
  { personId, minimise = AIMS }: { readonly personId: PersonId; readonly minimise?: readonly Aim[] | undefined },
  signal?: AbortSignal,
): Promise<TrainerProposal> {
  const world = await worldInReach(ctx, personId)
  const answer = await solveFor(ctx, world, { wanted: wantedFor(minimise), signal })
  return { ...worldView(world), proposal: proposalOf(world, answer) }
}

export interface ProposeToTrainer {
  readonly personId: PersonId
  readonly minimise: readonly Aim[]
  readonly note: string | null
  readonly key: string
}

/**
 * Puts a plan before a trainer, who may adopt or decline it, and tells them by mail; a proposal not yet answered gives
 * way. Refuses with `person.unknown`, `plan.busy`, `plan.own` for oneself, `plan.empty` where there is nothing to do.
 */
export async function proposeToTrainer(
  ctx: ServiceContext,
  input: ProposeToTrainer,
): Promise<{ readonly planId: string }> {
  const { orgId } = ctx.actor
  const { personId, minimise, note, key } = input
  if (personId === ctx.actor.personId) throw refuse('forbidden', 'plan.own')
  const person = { orgId, personId }
  const planned = await worldInReach(ctx, personId)
  const wanted = wantedFor(minimise)
  const proposal = proposalOf(planned, await solveFor(ctx, planned, { wanted }))
  const call = { scope: scopeFor(ctx, PERMISSION), name: 'plans.propose-to-trainer', key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    await requirePerson(tx, orgId, personId)
    await lockPlans(tx, person)
    const world = await planWorld(tx, { ...person, today: ctx.clock.today() })
    const choices = choicesIn(world, proposal.choices)
    if (choices.length === 0) throw refuse('unprocessable', 'plan.empty')
    await tx.client.query(
      "update plans set status = 'withdrawn' where org_id = $1 and person_id = $2 and status = 'proposed'",
      [orgId, personId],
    )
    const { givenName, familyName } = await requirePerson(tx, orgId, ctx.actor.personId)
    const by = `${givenName} ${familyName}`
    const { planId, version, outcome } = await writePlan(
      tx,
      { person, ids: ctx.ids },
      {
        status: 'proposed',
        world,
        choices,
        wanted,
        bound: proposal.bound,
        previousId: null,
        proposedBy: { id: ctx.actor.personId, name: by },
        note,
      },
    )
    await queueMail(tx, ctx, {
      orgId,
      to: { personId },
      template: 'plan-proposed',
      event: planId,
      data: { by, note: note ?? '', path: '/plan' },
    })
    audit({
      id: ctx.ids.next(),
      action: 'plan.proposed',
      subjectKind: 'plan',
      subjectId: planId,
      personId,
      after: { version, outcome, on: formatDay(ctx.clock.today()) },
    })
    return { planId }
  })
}
