import { withRead } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { type Deps, systemScope } from '../kernel/index.ts'
import { settleAttempt } from './settle-attempt.ts'

/** Attempts closed of one organisation in one run; the next run takes the rest. */
const AT_MOST = 500

/**
 * The job `quizzes.close-expired`: submits every open attempt whose deadline has passed, as it was saved. Asks what is
 * due, so that a missed run is caught up. Answers how many it closed.
 */
export async function closeExpiredAttempts(deps: Deps): Promise<number> {
  const { rows } = await deps.database.pool.query<{ org_id: OrgId }>('select app.all_orgs() as org_id')
  let closed = 0
  for (const { org_id: orgId } of rows) {
    for (const attempt of await expiredOf(deps, orgId)) {
      await settleAttempt(deps, { orgId, ...attempt, cause: 'deadline' })
      closed += 1
    }
  }
  return closed
}

function expiredOf(deps: Deps, orgId: OrgId): Promise<readonly { personId: PersonId; attemptId: string }[]> {
  return withRead(deps.database, systemScope(orgId), async ({ client }) => {
    const { rows } = await client.query<{ personId: PersonId; attemptId: string }>(
      `select person_id as "personId", id as "attemptId" from attempts
        where org_id = $1 and status = 'open' and deadline_at <= clock_timestamp() order by deadline_at limit ${AT_MOST}`,
      [orgId],
    )
    return rows
  })
}
