import { withCommand, withRead } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { type Deps, refuse, systemScope } from '../kernel/index.ts'
import { loadLineages, loadPacks } from '../standings/index.ts'
import type { Offered } from './elsewhere.ts'
import { addPopulation, type PlaceUnit } from './population.ts'
import { chanceFrom } from './random.ts'

/** People made in one transaction. */
const BATCH = 2000

export interface PeopleAdded {
  readonly added: number
}

/**
 * Adds a synthetic population to the organisation of a slug, spread over its lowest units and over all its packs, for
 * load and dashboards.
 * `progress` hears how many are there after each batch.
 */
export async function addPeople(
  deps: Deps,
  { slug, count, progress }: { slug: string; count: number; progress: (done: number) => void },
): Promise<PeopleAdded> {
  const orgId = await organisationOf(deps, slug)
  const { packs, spread, units, present } = await withRead(deps.database, systemScope(orgId), async (tx) => ({
    packs: await loadPacks(tx, orgId, deps.clock.today()),
    spread: {
      lineages: await loadLineages(tx, orgId),
      offered: (
        await tx.client.query<Offered>(
          'select code, pack_id as "packId" from credentials where org_id = $1 order by code',
          [orgId],
        )
      ).rows,
    },
    units: (await tx.client.query<PlaceUnit>('select id, path from units where org_id = $1 order by path', [orgId]))
      .rows,
    present: (await tx.client.query<{ n: number }>('select count(*)::int as n from people where org_id = $1', [orgId]))
      .rows[0]?.n,
  }))
  const lowest = units.filter((unit) => !units.some((other) => other !== unit && other.path.startsWith(unit.path)))
  const [first, ...rest] = lowest
  if (!first) throw refuse('not-found', 'organisation.no-units')
  const before = present ?? 0
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done)
    const firstNumber = before + done + 1
    const key = `seed.people:${deps.ids.next()}`
    const command = { ...systemScope(orgId), name: 'seed.people', key, body: size, knownOn: deps.clock.today() }
    await withCommand(deps.database, command, async ({ tx, audit }) => {
      const chance = chanceFrom(firstNumber)
      const place = { orgId, units: [first, ...rest] as const }
      await addPopulation(
        tx,
        { chance, today: deps.clock.today(), packs, spread, newId: deps.ids.next, place, firstNumber },
        size,
      )
      audit({
        id: deps.ids.next(),
        action: 'people.seeded',
        subjectKind: 'organisation',
        subjectId: orgId,
        after: { size },
      })
      return null
    })
    progress(done + size)
  }
  return { added: count }
}

async function organisationOf(deps: Deps, slug: string): Promise<OrgId> {
  const { rows } = await deps.database.pool.query<{ id: OrgId }>('select app.all_orgs() as id')
  for (const { id } of rows) {
    const found = await withRead(deps.database, systemScope(id), (tx) =>
      tx.client.query('select 1 from organizations where org_id = $1 and slug = $2', [id, slug]),
    )
    if (found.rows.length > 0) return id
  }
  throw refuse('not-found', 'organisation.unknown')
}
