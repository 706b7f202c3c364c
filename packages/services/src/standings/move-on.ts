import { withCommand, withRead } from '@gs/db'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type Deps, systemScope } from '../kernel/index.ts'
import { refreshStandings } from './refresh.ts'

/** People whose standings are moved in one transaction. */
const BATCH = 200

/**
 * The clock job: recomputes the standings whose day has come, and no others. Missed runs are caught up, because it
 * asks what is due and not what is due today. Answers how many people it looked at.
 */
export async function moveStandingsOn(deps: Deps): Promise<number> {
  const { rows } = await deps.database.pool.query<{ org_id: OrgId }>('select app.all_orgs() as org_id')
  let moved = 0
  for (const { org_id: orgId } of rows) {
    while (await anyDue(deps, orgId)) moved += await moveBatch(deps, orgId)
  }
  return moved
}

// A run that finds nothing due leaves nothing in the trail.
async function anyDue(deps: Deps, orgId: OrgId): Promise<boolean> {
  return withRead(deps.database, systemScope(orgId), async ({ client }) => {
    const { rows } = await client.query(
      'select 1 from standings where org_id = $1 and next_change_on <= $2 and as_of < $2 limit 1',
      [orgId, formatDay(deps.clock.today())],
    )
    return rows.length > 0
  })
}

async function moveBatch(deps: Deps, orgId: OrgId): Promise<number> {
  const today = deps.clock.today()
  const command = {
    ...systemScope(orgId),
    name: 'standings.move-on',
    key: `standings.move-on:${deps.ids.next()}`,
    body: null,
    knownOn: today,
  }
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<{ person_id: PersonId }>(
      `select person_id from standings where org_id = $1 and next_change_on <= $2 and as_of < $2
       group by person_id order by person_id limit ${BATCH}`,
      [orgId, formatDay(today)],
    )
    for (const { person_id: personId } of rows) await refreshStandings(tx, deps, { orgId, personId })
    audit({
      id: deps.ids.next(),
      action: 'standings.moved-on',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { people: rows.length, day: formatDay(today) },
    })
    return rows.length
  })
}
