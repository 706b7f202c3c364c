import { type Transaction, withCommand, withRead } from '@gs/db'
import { formatDay, laterDay, type OrgId, type PersonId } from '@gs/domain'
import { type Deps, systemScope } from '../kernel/index.ts'
import { todayByPack } from './as-of.ts'
import { loadLineages } from './packs.ts'
import { refreshStandings } from './refresh.ts'

/** People whose standings are moved in one transaction. */
const BATCH = 200

/**
 * The clock job: recomputes the standings whose day has come where their body keeps its days, and no others. Missed runs
 * are caught up, because it asks what is due and not what is due today. Answers how many people it looked at.
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
  return withRead(
    deps.database,
    systemScope(orgId),
    async (tx) => (await duePeople(tx, deps, { orgId, most: 1 })).length > 0,
  )
}

// A standing is due where its day has come for its body; none is before it has come somewhere.
const DUE = `select s.person_id from standings s
    join unnest($2::text[], $3::date[]) as d (pack_id, today) on d.pack_id = s.pack_id
  where s.org_id = $1 and s.next_change_on <= $4::date and s.next_change_on <= d.today and s.as_of < d.today
  group by s.person_id order by s.person_id limit $5`

/** People of whom a standing is due, in the order of their ids. */
async function duePeople(
  tx: Transaction,
  { clock }: Pick<Deps, 'clock'>,
  { orgId, most }: { readonly orgId: OrgId; readonly most: number },
): Promise<readonly PersonId[]> {
  const days = [...todayByPack(clock, await loadLineages(tx, orgId))]
  const latest = days.reduce((last, [, day]) => laterDay(last, day), clock.today())
  const { rows } = await tx.client.query<{ person_id: PersonId }>({
    name: 'standings-due',
    text: DUE,
    values: [orgId, days.map(([packId]) => packId), days.map(([, day]) => formatDay(day)), formatDay(latest), most],
  })
  return rows.map(({ person_id: id }) => id)
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
    const people = await duePeople(tx, deps, { orgId, most: BATCH })
    for (const personId of people) await refreshStandings(tx, deps, { orgId, personId })
    audit({
      id: deps.ids.next(),
      action: 'standings.moved-on',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { people: people.length, day: formatDay(today) },
    })
    return people.length
  })
}
