import { type CommandWork, withCommand } from '@gs/db'
import { rulePacks } from '@gs/db/schema'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import { checkPack, type Pack } from '@gs/domain/rules'
import { type Deps, refuse, systemScope } from '../kernel/index.ts'
import { loadLineages, storedDay } from '../standings/index.ts'
import { offerCredentials, type PackWithCases, publishCases } from './publish-packs.ts'

export interface PublishVersion extends PackWithCases {
  readonly orgId: OrgId
}

export interface VersionPublished {
  readonly recomputationId: string
  /** People who hold something that the lineage judges. */
  readonly people: number
}

/**
 * Publishes a version of a pack: known from today, in effect on the days that it names itself. In the same transaction
 * the standings of its holdings are put down for recomputing, which a job does in the background.
 * Refusals: `pack.faulty` (422, with the first fault), `pack.version-not-newer` (409).
 */
export async function publishVersion(deps: Deps, { orgId, pack, cases }: PublishVersion): Promise<VersionPublished> {
  const [fault] = checkPack(pack)
  if (fault) throw refuse('unprocessable', 'pack.faulty', { field: fault.path, params: { fault: fault.message } })
  const today = deps.clock.today()
  const command = {
    ...systemScope(orgId),
    name: 'packs.publish',
    key: `packs.publish:${deps.ids.next()}`,
    body: { packId: pack.id, version: pack.version },
    knownOn: today,
  }
  return withCommand(deps.database, command, async (door) => {
    await requireNewer(door, orgId, pack)
    await door.tx.db.insert(rulePacks).values({
      orgId,
      packId: pack.id,
      version: pack.version,
      effectiveFrom: storedDay(pack.effective.from),
      effectiveTo: pack.effective.to === null ? null : storedDay(pack.effective.to),
      body: pack,
      knownOn: today,
    })
    await publishCases(door.tx, orgId, { pack, cases })
    const lineage = (await loadLineages(door.tx, orgId)).get(pack.id)?.packIds ?? [pack.id]
    await offer(door, { orgId, pack, lineage, today })
    const recomputationId = deps.ids.next()
    const { rows } = await door.tx.client.query<{ people: number }>(
      `insert into recomputations (org_id, id, pack_id, version, people)
        select $1, $2, $3, $4, count(distinct person_id)::int from holdings
        where org_id = $1 and pack_id = any ($5::text[]) and ended_on is null returning people`,
      [orgId, recomputationId, pack.id, pack.version, lineage],
    )
    await deps.queue.enqueue(door.tx, {
      name: 'standings.recompute',
      data: { orgId, recomputationId },
      key: recomputationId,
    })
    const people = rows[0]?.people ?? 0
    door.audit({
      id: deps.ids.next(),
      action: 'pack.published',
      subjectKind: 'pack',
      subjectId: pack.id,
      after: { version: pack.version, effectiveFrom: pack.effective.from, people },
    })
    return { recomputationId, people }
  })
}

async function requireNewer({ tx }: CommandWork, orgId: OrgId, pack: Pack): Promise<void> {
  const { rows } = await tx.client.query<{ newest: number | null }>(
    'select max(version) as newest from rule_packs where org_id = $1 and pack_id = $2',
    [orgId, pack.id],
  )
  const newest = rows[0]?.newest ?? 0
  if (pack.version <= newest)
    throw refuse('conflict', 'pack.version-not-newer', { field: 'version', params: { newest } })
}

interface Offering extends PublishVersion {
  readonly lineage: readonly string[]
  readonly today: Day
}

/** What the lineage rules is held under its newest pack from the first day of its effect on; what is new among its credentials is offered. */
async function offer({ tx }: CommandWork, { orgId, pack, lineage, today }: Offering): Promise<void> {
  if (pack.kind === 'calculation') return
  if (pack.effective.from <= formatDay(today))
    await tx.client.query('update credentials set pack_id = $2 where org_id = $1 and pack_id = any ($3::text[])', [
      orgId,
      pack.id,
      lineage,
    ])
  await offerCredentials(tx, orgId, pack)
}
