import { type Transaction, withCommand, withRead } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { z } from 'zod'
import { type Deps, systemScope } from '../kernel/index.ts'
import { loadLineages, refreshStandings, rowOf } from '../standings/index.ts'

/** People whose standings are recomputed in one transaction. */
const BATCH = 100

const NOBODY = '00000000-0000-0000-0000-000000000000'

const jobSchema = z.strictObject({ orgId: z.uuid(), recomputationId: z.uuid() })

interface Recomputation {
  readonly orgId: OrgId
  readonly recomputationId: string
}

/**
 * The job behind a new version of a pack: brings the standings of its holdings up to date, person by person in the order
 * of their ids. How far it came is written with each batch, so that one that was killed goes on where it stopped, and
 * one that is given out twice does nothing twice. Answers how many people it looked at.
 */
export async function recomputeStandings(deps: Deps, data: unknown): Promise<number> {
  const { orgId, recomputationId } = jobSchema.parse(data)
  const which: Recomputation = { orgId: orgId as OrgId, recomputationId }
  let people = 0
  while (await isOpen(deps, which)) people += await recomputeBatch(deps, which)
  return people
}

const isOpen = (deps: Deps, { orgId, recomputationId }: Recomputation): Promise<boolean> =>
  withRead(deps.database, systemScope(orgId), async ({ client }) => {
    const { rows } = await client.query(
      'select 1 from recomputations where org_id = $1 and id = $2 and finished_at is null',
      [orgId, recomputationId],
    )
    return rows.length > 0
  })

interface OpenRow {
  readonly pack_id: string
  readonly after_person: string | null
  readonly in_effect: boolean
}

/** The next people of a recomputation in one transaction, with the count of what is done. */
async function recomputeBatch(deps: Deps, { orgId, recomputationId }: Recomputation): Promise<number> {
  const command = {
    ...systemScope(orgId),
    name: 'standings.recompute',
    key: `standings.recompute:${deps.ids.next()}`,
    body: null,
    knownOn: deps.clock.today(),
  }
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<OpenRow>(
      `select r.pack_id, r.after_person, exists (select 1 from credentials c where c.org_id = r.org_id and c.pack_id = r.pack_id) as in_effect
        from recomputations r where r.org_id = $1 and r.id = $2 and r.finished_at is null for update`,
      [orgId, recomputationId],
    )
    const [open] = rows
    const counted = open ? await recomputePeople(deps, tx, { orgId, open }) : NOTHING
    if (open)
      await tx.client.query(
        `update recomputations set done = done + $3, holdings = holdings + $4, changed = changed + $5,
            after_person = coalesce($6, after_person), moved_at = clock_timestamp(),
            finished_at = case when $7 then clock_timestamp() end
          where org_id = $1 and id = $2`,
        [
          orgId,
          recomputationId,
          counted.people,
          counted.holdings,
          counted.changed,
          counted.last,
          counted.people < BATCH,
        ],
      )
    audit({
      id: deps.ids.next(),
      action: 'standings.recomputed',
      subjectKind: 'recomputation',
      subjectId: recomputationId,
      after: { people: counted.people, holdings: counted.holdings, changed: counted.changed },
    })
    return counted.people
  })
}

interface Counted {
  readonly people: number
  readonly holdings: number
  readonly changed: number
  readonly last: string | null
}

const NOTHING: Counted = { people: 0, holdings: 0, changed: 0, last: null }

async function recomputePeople(
  deps: Deps,
  tx: Transaction,
  { orgId, open }: { readonly orgId: OrgId; readonly open: OpenRow },
): Promise<Counted> {
  const lineage = (await loadLineages(tx, orgId)).get(open.pack_id)?.packIds ?? [open.pack_id]
  const { rows: people } = await tx.client.query<{ id: PersonId }>(
    `select distinct person_id as id from holdings where org_id = $1 and pack_id = any ($2::text[])
      and ended_on is null and person_id > $3 order by person_id limit ${BATCH}`,
    [orgId, lineage, open.after_person ?? NOBODY],
  )
  const ids = people.map(({ id }) => id)
  // What is offered under the new pack is held under it too, so that the desk and the catalogue ask by its words.
  if (open.in_effect)
    await tx.client.query(
      `update holdings set pack_id = $2 where org_id = $1 and person_id = any ($3::uuid[]) and ended_on is null
        and pack_id = any ($4::text[]) and pack_id <> $2`,
      [orgId, open.pack_id, ids, lineage],
    )
  const before = await storedStandings(tx, orgId, ids)
  let holdings = 0
  let changed = 0
  for (const personId of ids)
    for (const judged of await refreshStandings(tx, deps, { orgId, personId })) {
      if (!lineage.includes(judged.holding.packId)) continue
      const { status, required, counted, needed, missing, expires_on, can_renew } = rowOf(judged)
      holdings += 1
      const now = JSON.stringify([status, required, counted, needed, missing, expires_on, can_renew])
      if (before.get(judged.holding.id) !== now) changed += 1
    }
  return { people: ids.length, holdings, changed, last: ids.at(-1) ?? null }
}

interface StoredStanding {
  readonly holding_id: string
  readonly status: string
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly missing: readonly string[]
  readonly expires_on: string | null
  readonly can_renew: boolean | null
}

/** What somebody sees of each standing, as one text to compare. */
async function storedStandings(
  tx: Transaction,
  orgId: OrgId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<StoredStanding>(
    `select holding_id, status, required, counted, needed, missing, expires_on, can_renew from standings
      where org_id = $1 and person_id = any ($2::uuid[])`,
    [orgId, people],
  )
  return new Map(
    rows.map((row) => [
      row.holding_id,
      JSON.stringify([row.status, row.required, row.counted, row.needed, row.missing, row.expires_on, row.can_renew]),
    ]),
  )
}
