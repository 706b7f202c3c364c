import { applyEdit, type CourseBody, courseBodySchema, type DraftEdit } from '@gs/domain/courses'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requireDraft, requireRevision } from './stored-draft.ts'

export interface DraftChange {
  readonly courseId: string
  /** The revision on which the edit was made. */
  readonly revision: number
  readonly edit: DraftEdit
  readonly key: string
}

/** Edits told to an author who comes back to an old tab. */
const EDITS_KEPT = 50

/**
 * Saves one edit of a draft and answers the new revision. Refuses with `course.unknown`, `draft.stale` (412: somebody
 * else has saved since; nothing is changed), `draft.part.unknown` and `draft.invalid`.
 */
export async function saveDraft(ctx: ServiceContext, input: DraftChange): Promise<{ readonly revision: number }> {
  const { orgId, personId } = ctx.actor
  const { courseId, edit } = input
  const scope = scopeFor(ctx, 'courses.write')
  return command(ctx, { scope, name: 'courses.save-draft', key: input.key, body: input }, async (door) => {
    const { tx } = door
    const draft = await requireDraft(tx, { orgId, courseId, lock: true })
    requireRevision(draft, input.revision)
    const body = edited(draft.body, edit)
    const revision = draft.revision + 1
    await tx.client.query(
      `update course_drafts set body = $3, revision = $4, updated_by = $5, updated_at = clock_timestamp(),
          edits = (case when jsonb_array_length(edits) >= ${EDITS_KEPT} then edits - 0 else edits end) || jsonb_build_object(
            'revision', $4::int, 'kind', $6::text, 'part', $7::text, 'at', clock_timestamp(),
            'by', (select given_name || ' ' || family_name from people where org_id = $1 and id = $5))
        where org_id = $1 and course_id = $2`,
      [orgId, courseId, JSON.stringify(body), revision, personId, edit.kind, partOf(edit)],
    )
    door.audit({
      id: ctx.ids.next(),
      action: 'course.draft-changed',
      subjectKind: 'course',
      subjectId: courseId,
      before: { revision: draft.revision },
      after: { revision, edit: edit.kind, part: partOf(edit) },
    })
    return { revision }
  })
}

function edited(body: CourseBody, edit: DraftEdit): CourseBody {
  const applied = applyEdit(body, edit)
  if (!applied.ok) throw refuse('not-found', `draft.${applied.error}`)
  const parsed = courseBodySchema.safeParse(applied.value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refuse('invalid', 'draft.invalid', {
    field: issue?.path.join('.') ?? '',
    params: { why: issue?.message ?? '' },
  })
}

function partOf(edit: DraftEdit): string {
  if (edit.kind === 'about') return 'about'
  if (edit.kind === 'lesson') return edit.lesson.key
  return edit.kind === 'question' ? edit.question.key : edit.key
}
