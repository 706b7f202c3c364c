import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type CourseBody, courseBodySchema } from '@gs/domain/courses'

/**
 * Bodies of published versions, read once: a version never changes, so what is kept never goes stale. Newest use last;
 * the oldest leave first.
 */
const bodies = new Map<string, CourseBody>()
const KEPT = 120

/** The bodies of published versions by version id; those not yet read come in one trip. */
export async function courseBodiesOf(
  tx: Transaction,
  orgId: OrgId,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, CourseBody>> {
  const missing = [...new Set(versionIds)].filter((id) => !bodies.has(`${orgId}/${id}`))
  if (missing.length > 0) {
    const { rows } = await tx.client.query<{ id: string; body: unknown }>({
      name: 'course-bodies',
      text: 'select id, body from course_versions where org_id = $1 and id = any ($2::uuid[])',
      values: [orgId, missing],
    })
    for (const { id, body } of rows) keep(`${orgId}/${id}`, courseBodySchema.parse(body))
  }
  const found = new Map<string, CourseBody>()
  for (const id of versionIds) {
    const body = bodies.get(`${orgId}/${id}`)
    if (body) found.set(id, body)
  }
  return found
}

/** The body of a published version where it was read before. */
export const knownCourseBody = (orgId: OrgId, versionId: string): CourseBody | undefined =>
  bodies.get(`${orgId}/${versionId}`)

/** The body of one published version. Throws where there is none: whoever asks has its id from a foreign key. */
export async function courseBodyOf(tx: Transaction, orgId: OrgId, versionId: string): Promise<CourseBody> {
  const key = `${orgId}/${versionId}`
  const known = bodies.get(key)
  if (known) {
    keep(key, known)
    return known
  }
  const body = (await courseBodiesOf(tx, orgId, [versionId])).get(versionId)
  if (!body) throw new Error(`course version ${versionId} has no body`)
  return body
}

function keep(key: string, body: CourseBody): void {
  bodies.delete(key)
  bodies.set(key, body)
  for (const oldest of bodies.keys()) {
    if (bodies.size <= KEPT) break
    bodies.delete(oldest)
  }
}
