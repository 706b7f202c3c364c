import { formatDay } from '@gs/domain'
import { type Aim, PATIENCE, type PlanAnswer, sentProblem } from '@gs/domain/planner'
import { command, type Deps, ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { PlannerBusy } from '../ports.ts'
import {
  type CourseChoice,
  choicesIn,
  type DraftBody,
  keepDraft,
  lockDraft,
  type Proposal,
  problemKey,
  storedChoices,
} from './draft.ts'
import { type PlanWorld, planWorld } from './plan-world.ts'

export interface Wanted {
  readonly minimise: readonly Aim[]
  readonly cycles: number
  readonly pinned: readonly CourseChoice[]
  readonly excluded: readonly string[]
}

interface Asking {
  readonly wanted: Wanted
  readonly signal?: AbortSignal | undefined
  readonly seconds?: number
  /** False where nobody reads what would help. */
  readonly relax?: boolean
}

/** Asks the planner about a world, with wishes. Refuses with `plan.busy` where too many wait. */
export async function solveFor(
  { planner }: Pick<Deps, 'planner'>,
  world: PlanWorld,
  { wanted, signal, seconds = PATIENCE, relax = true }: Asking,
): Promise<PlanAnswer> {
  const problem = { ...sentProblem(world.problem), minimise: wanted.minimise }
  const excluded = wanted.excluded
    .map((courseId) => problem.activities.findIndex(({ id }) => id === courseId))
    .filter((index) => index >= 0)
  try {
    return await planner.solve({ problem, pinned: choicesIn(world, wanted.pinned), excluded, seconds, relax }, signal)
  } catch (error) {
    if (error instanceof PlannerBusy) throw refuse('too-many', 'plan.busy')
    throw error
  }
}

/** An answer as it is stored and sent. */
export function proposalOf(world: PlanWorld, { plan, relaxations }: PlanAnswer): Proposal {
  return {
    choices: storedChoices(world, plan.choices),
    outcome: plan.outcome,
    bound: plan.bound,
    optimal: plan.optimal,
    relaxations: relaxations.map((each) =>
      each.kind === 'offer'
        ? { kind: 'offer', courseId: each.activity, from: formatDay(each.from), by: formatDay(each.by) }
        : each,
    ),
  }
}

/** Reads the actor's world and has it planned; nothing is kept. */
export async function tryPlan(
  ctx: ServiceContext,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<{ readonly world: PlanWorld; readonly proposal: Proposal }> {
  const { orgId, personId } = ctx.actor
  const question = { orgId, personId, today: ctx.clock.today(), cycles: wanted.cycles }
  const world = await read(ctx, ownScope(ctx), (tx) => planWorld(tx, question))
  return { world, proposal: proposalOf(world, await solveFor(ctx, world, { wanted, signal })) }
}

/** The best plan for another order of aims or other wishes, to compare with; nothing is kept. */
export async function alternativePlan(ctx: ServiceContext, wanted: Wanted, signal?: AbortSignal): Promise<Proposal> {
  return (await tryPlan(ctx, wanted, signal)).proposal
}

export interface ProposeInput extends Wanted {
  readonly key: string
  /** The draft that the actor saw; null for none. */
  readonly revision: number | null
}

export interface DraftKept {
  readonly revision: number
  readonly body: DraftBody
}

/** Plans for the actor and puts the answer on the table. Refuses with `plan.changed`, `plan.busy`. */
export async function proposePlan(
  ctx: ServiceContext,
  { key, revision, ...wanted }: ProposeInput,
  signal?: AbortSignal,
): Promise<DraftKept> {
  const { orgId, personId } = ctx.actor
  const { world, proposal } = await tryPlan(ctx, wanted, signal)
  const body: DraftBody = { ...wanted, choices: proposal.choices, proposal, problemKey: problemKey(world) }
  const call = { scope: ownScope(ctx), name: 'plans.propose', key, body: { revision, ...wanted } }
  return command(ctx, call, async ({ tx, audit }) => {
    await lockDraft(tx, { orgId, personId }, revision)
    const kept = await keepDraft(tx, { orgId, personId }, { body, revision })
    audit({
      id: ctx.ids.next(),
      action: 'plan.computed',
      subjectKind: 'plan',
      subjectId: personId,
      personId,
      after: { outcome: proposal.outcome, optimal: proposal.optimal, revision: kept },
    })
    return { revision: kept, body }
  })
}
