import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'
import type { CourseChoice, DraftBody } from './draft.ts'
import { keepDraft, lockDraft } from './draft.ts'
import type { DraftKept } from './propose-plan.ts'

export interface DraftChange {
  readonly key: string
  readonly revision: number
  readonly pinned: readonly CourseChoice[]
  readonly excluded: readonly string[]
  readonly choices: readonly CourseChoice[]
}

/** Keeps what the actor moved, pinned or excluded; what lay there before can be taken back. Refuses with `plan.changed`. */
export function changeDraft(ctx: ServiceContext, { key, revision, ...change }: DraftChange): Promise<DraftKept> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'plans.change', key, body: { revision, ...change } }
  return command(ctx, call, async ({ tx, audit }) => {
    const draft = await lockDraft(tx, { orgId, personId }, revision)
    if (!draft) throw refuse('not-found', 'plan.none')
    const body: DraftBody = { ...draft.body, ...change }
    const kept = await keepDraft(tx, { orgId, personId }, { body, revision })
    audit({
      id: ctx.ids.next(),
      action: 'plan.moved',
      subjectKind: 'plan',
      subjectId: personId,
      personId,
      after: { ...change, revision: kept },
    })
    return { revision: kept, body }
  })
}

/** Takes the last step back. Refuses with `plan.changed`, and with `plan.nothing-to-undo` where there is none. */
export function undoChange(
  ctx: ServiceContext,
  { key, revision }: { readonly key: string; readonly revision: number },
): Promise<DraftKept> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'plans.undo', key, body: { revision } }
  return command(ctx, call, async ({ tx, audit }) => {
    const draft = await lockDraft(tx, { orgId, personId }, revision)
    if (!draft || draft.past === 0) throw refuse('conflict', 'plan.nothing-to-undo')
    const { rows } = await tx.client.query<DraftKept>(
      `update plan_drafts set body = past->-1, past = past - (-1), revision = revision + 1, updated_at = now()
        where org_id = $1 and person_id = $2 returning revision, body`,
      [orgId, personId],
    )
    const [kept] = rows
    if (!kept) throw refuse('stale', 'plan.changed')
    audit({
      id: ctx.ids.next(),
      action: 'plan.step-undone',
      subjectKind: 'plan',
      subjectId: personId,
      personId,
      after: { revision: kept.revision },
    })
    return kept
  })
}
