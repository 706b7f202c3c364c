import type { Transaction } from '@gs/db'
import { courseCredits, courseDrafts, courses, courseVersions } from '@gs/db/schema'
import { addMonths, type Day, type OrgId } from '@gs/domain'
import type { Deps } from '../kernel/index.ts'
import { courseBody, DEMO_COURSES } from './demo-courses.ts'

/** Publishes the first version of every demo course; answers their ids by code. */
export async function publishCourses(
  deps: Deps,
  tx: Transaction,
  { orgId, today }: { orgId: OrgId; today: Day },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  const approvedFrom = addMonths(today, -120)
  for (const course of DEMO_COURSES) {
    const courseId = deps.ids.next()
    const body = await courseBody(course)
    ids.set(course.code, courseId)
    await tx.db.insert(courses).values({
      orgId,
      id: courseId,
      code: course.code,
      kind: course.kind,
      credentialCode: course.credential,
      priceThousandths: course.price,
    })
    await tx.db.insert(courseDrafts).values({ orgId, courseId, body })
    await tx.db.insert(courseVersions).values({
      orgId,
      id: deps.ids.next(),
      courseId,
      version: 1,
      body,
      note: 'First version',
      publishedOn: addMonths(today, -12),
    })
    for (const { packId, amount, source } of course.credits)
      await tx.db.insert(courseCredits).values({
        orgId,
        courseId,
        packId,
        amountThousandths: amount,
        approvedFrom,
        isDemoValue: source === null,
        source: source ?? '',
      })
  }
  return ids
}
