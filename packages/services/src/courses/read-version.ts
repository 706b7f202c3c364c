import type { CourseBody } from '@gs/domain/courses'
import { read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { courseBodyOf } from './course-body.ts'

export interface VersionPage {
  readonly id: string
  readonly courseId: string
  readonly version: number
  readonly note: string
  readonly publishedOn: string
  readonly body: CourseBody
}

/** One published version with its whole content, key included: for authors. Refuses with `course.version-unknown`. */
export async function readVersion(
  ctx: ServiceContext,
  { versionId }: { readonly versionId: string },
): Promise<VersionPage> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'courses.read'), async (tx) => {
    const { rows } = await tx.client.query<Omit<VersionPage, 'body'>>(
      `select id, course_id as "courseId", version, note, published_on as "publishedOn"
        from course_versions where org_id = $1 and id = $2`,
      [orgId, versionId],
    )
    const version = rows[0]
    if (!version) throw refuse('not-found', 'course.version-unknown')
    return { ...version, body: await courseBodyOf(tx, orgId, versionId) }
  })
}
