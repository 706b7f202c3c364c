import { formatDay } from '@gs/domain'
import { changesBetween, faultsOf } from '@gs/domain/courses'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { courseBodyOf } from './course-body.ts'
import { requireDraft, requireRevision } from './stored-draft.ts'

export interface Publication {
  readonly courseId: string
  readonly revision: number
  /** What is new, for the people who come after. */
  readonly note: string
  readonly key: string
}

/**
 * Publishes the draft as a new version that never changes; people on an older version keep it. Refuses with
 * `course.unknown`, `draft.stale`, `draft.faults` (first field and how many) and `draft.unchanged`.
 */
export async function publishCourse(
  ctx: ServiceContext,
  input: Publication,
): Promise<{ readonly versionId: string; readonly version: number }> {
  const { orgId, personId } = ctx.actor
  const { courseId, note } = input
  const scope = scopeFor(ctx, 'courses.write')
  return command(ctx, { scope, name: 'courses.publish', key: input.key, body: input }, async (door) => {
    const { tx } = door
    const draft = await requireDraft(tx, { orgId, courseId, lock: true })
    requireRevision(draft, input.revision)
    const [fault, ...more] = faultsOf(draft.body)
    if (fault)
      throw refuse('unprocessable', 'draft.faults', { field: fault.field, params: { faults: more.length + 1 } })
    const { rows } = await tx.client.query<{ id: string; version: number }>(
      'select id, version from course_versions where org_id = $1 and course_id = $2 order by version desc limit 1',
      [orgId, courseId],
    )
    const last = rows[0]
    const changes = last ? changesBetween(await courseBodyOf(tx, orgId, last.id), draft.body) : []
    if (last && changes.length === 0) throw refuse('conflict', 'draft.unchanged', { params: { version: last.version } })
    const versionId = ctx.ids.next()
    const version = (last?.version ?? 0) + 1
    await tx.client.query(
      `insert into course_versions (org_id, id, course_id, version, body, note, published_by, published_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [orgId, versionId, courseId, version, JSON.stringify(draft.body), note, personId, formatDay(ctx.clock.today())],
    )
    door.audit({
      id: ctx.ids.next(),
      action: 'course.published',
      subjectKind: 'course',
      subjectId: courseId,
      reason: note,
      before: { version: last?.version ?? null },
      after: { version, versionId, changes: changes.map(({ kind, key, change }) => ({ kind, key, change })) },
    })
    return { versionId, version }
  })
}
