import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type CourseBody, courseBodySchema, type DraftEdit } from '@gs/domain/courses'
import { refuse } from '../kernel/index.ts'

export interface StoredDraft {
  readonly courseId: string
  readonly code: string
  readonly kind: 'specialization' | 'course'
  readonly revision: number
  readonly updatedAt: string
  readonly updatedBy: string | null
  readonly body: CourseBody
  /** The last edits, oldest first: what somebody on an older revision has missed. */
  readonly edits: readonly StoredEdit[]
}

/** One saved edit: which part of the draft, by whom, and the revision that it made. */
export interface StoredEdit {
  readonly revision: number
  readonly kind: DraftEdit['kind']
  /** Key of the lesson or question; `about` for the course itself. */
  readonly part: string
  readonly by: string
  readonly at: string
}

/** The draft of a course; locked where it is to be changed. Refuses with `course.unknown`. */
export async function requireDraft(
  tx: Transaction,
  { orgId, courseId, lock }: { readonly orgId: OrgId; readonly courseId: string; readonly lock: boolean },
): Promise<StoredDraft> {
  const { rows } = await tx.client.query<Omit<StoredDraft, 'body' | 'updatedAt'> & { body: unknown; updatedAt: Date }>(
    `select c.id as "courseId", c.code, c.kind, d.revision, d.updated_at as "updatedAt", d.body, d.edits,
        (select p.given_name || ' ' || p.family_name from people p where p.org_id = d.org_id and p.id = d.updated_by) as "updatedBy"
      from courses c join course_drafts d on d.org_id = c.org_id and d.course_id = c.id
      where c.org_id = $1 and c.id = $2 ${lock ? 'for update of d' : ''}`,
    [orgId, courseId],
  )
  const row = rows[0]
  if (!row) throw refuse('not-found', 'course.unknown')
  return { ...row, updatedAt: row.updatedAt.toISOString(), body: courseBodySchema.parse(row.body) }
}

/** Refuses with `draft.stale` (who changed it and when are in the params) where somebody else has saved since. */
export function requireRevision(draft: StoredDraft, revision: number): void {
  if (draft.revision !== revision)
    throw refuse('stale', 'draft.stale', {
      params: { revision: draft.revision, by: draft.updatedBy ?? '', at: draft.updatedAt },
    })
}
