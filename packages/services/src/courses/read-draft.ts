import { changesBetween, type DraftFault, faultsOf, type PartChange } from '@gs/domain/courses'
import { read, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { courseBodyOf } from './course-body.ts'
import { requireDraft, type StoredDraft } from './stored-draft.ts'

export interface DraftPage extends StoredDraft {
  /** What stands between it and publication. */
  readonly faults: readonly DraftFault[]
  /** The newest version, and what the draft would change in it. */
  readonly published: { readonly id: string; readonly version: number; readonly publishedOn: string } | null
  readonly changes: readonly PartChange[]
}

/** The draft of a course with its faults and what it changes. Refuses with `course.unknown`. */
export async function readDraft(ctx: ServiceContext, { courseId }: { readonly courseId: string }): Promise<DraftPage> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'courses.read'), async (tx) => {
    const draft = await requireDraft(tx, { orgId, courseId, lock: false })
    const { rows } = await tx.client.query<{ id: string; version: number; publishedOn: string }>(
      `select id, version, published_on as "publishedOn" from course_versions
        where org_id = $1 and course_id = $2 order by version desc limit 1`,
      [orgId, courseId],
    )
    const published = rows[0] ?? null
    const changes = published ? changesBetween(await courseBodyOf(tx, orgId, published.id), draft.body) : []
    return { ...draft, faults: faultsOf(draft.body), published, changes }
  })
}
