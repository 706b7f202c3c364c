import type { CommandWork, Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import { type Declared, judgeDeclaration } from '@gs/domain/credentials'
import { refuse, type ServiceContext } from '../kernel/index.ts'
import { loadLineages, loadPacks, refreshStandings } from '../standings/index.ts'

/** A credential that is held, as somebody states it. */
export interface StatedHolding {
  readonly credential: string
  readonly certifiedOn: Day
  /** The current cycle as it stands on the certificate; null: the rules count it from the certification. */
  readonly cycleStart: Day | null
  readonly expiresOn: Day | null
  /** The number on the certificate. */
  readonly number: string | null
  readonly fileId: string | null
}

export interface Putting {
  readonly personId: string
  readonly stated: StatedHolding
  readonly source: 'confirmed' | 'declared'
  readonly replaces: string | null
}

/**
 * Writes a holding with its standing. One that is declared has no cycle on record before it is confirmed.
 * Refusals: `credential.unknown` (404), the dates' faults of `judgeDeclaration` at their fields (422),
 * `holding.duplicate` (409), `file.unknown` (404).
 */
export async function putHolding(
  ctx: ServiceContext,
  door: CommandWork,
  { personId, stated, source, replaces }: Putting,
): Promise<string> {
  const { orgId } = ctx.actor
  const today = ctx.clock.today()
  const { packId, declared } = await judgeStated(ctx, door.tx, stated)
  const holdingId = ctx.ids.next()
  await requireOwnFile(door.tx, { orgId, personId, fileId: stated.fileId })
  const { rowCount } = await door.tx.client.query({
    name: 'holding-put',
    text: `insert into holdings (org_id, id, person_id, credential_code, pack_id, issued_on, facts, source, known_on, number,
        file_id, replaces_id, confirmed_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    values: [
      orgId,
      holdingId,
      personId,
      stated.credential,
      packId,
      formatDay(stated.certifiedOn),
      JSON.stringify(factsOf(stated)),
      source,
      formatDay(today),
      stated.number,
      stated.fileId,
      replaces,
      source === 'confirmed' ? ctx.actor.personId : null,
    ],
  })
  if (rowCount === 0) throw refuse('conflict', 'holding.duplicate', { field: 'credential' })
  if (source === 'confirmed' && declared.cycle)
    await openFirstCycle(ctx, door.tx, { holdingId, personId, credential: stated.credential, cycle: declared.cycle })
  await refreshStandings(door.tx, ctx, { orgId, personId: personId as ServiceContext['actor']['personId'] })
  return holdingId
}

const factsOf = ({ cycleStart, expiresOn }: StatedHolding) => ({
  ...(cycleStart === null ? {} : { cycleStart: formatDay(cycleStart) }),
  ...(expiresOn === null ? {} : { expiresOn: formatDay(expiresOn) }),
})

/** The pack under which a credential is held now, and the facts that its rules read; faults of the dates are refused. */
export async function judgeStated(
  ctx: ServiceContext,
  tx: Transaction,
  stated: Pick<StatedHolding, 'credential' | 'certifiedOn' | 'cycleStart' | 'expiresOn'>,
): Promise<{ readonly packId: string; readonly declared: Declared }> {
  const { orgId } = ctx.actor
  const { rows } = await tx.client.query<{ pack_id: string }>({
    name: 'holding-credential',
    text: 'select pack_id from credentials where org_id = $1 and code = $2',
    values: [orgId, stated.credential],
  })
  const packId = rows[0]?.pack_id
  const lineages = await loadLineages(tx, orgId)
  const today = ctx.clock.today()
  const pack = packId === undefined ? undefined : (await loadPacks(tx, orgId, today)).get(packId)
  if (packId === undefined || !pack || !lineages.has(packId))
    throw refuse('not-found', 'credential.unknown', { field: 'credential' })
  const judged = judgeDeclaration(pack, stated, today)
  if (!judged.ok) throw refuse('unprocessable', judged.error.code, { field: judged.error.field })
  return { packId, declared: judged.value }
}

interface FileOwner {
  readonly orgId: OrgId
  readonly personId: string
  readonly fileId: string | null
}

async function requireOwnFile(tx: Transaction, { orgId, personId, fileId }: FileOwner): Promise<void> {
  if (fileId === null) return
  const { rows } = await tx.client.query('select 1 from files where org_id = $1 and id = $2 and person_id = $3', [
    orgId,
    fileId,
    personId,
  ])
  if (rows.length === 0) throw refuse('not-found', 'file.unknown', { field: 'file' })
}

export interface FirstCycle {
  readonly holdingId: string
  readonly personId: string
  readonly credential: string
  readonly cycle: NonNullable<Declared['cycle']>
}

/** Puts the first cycle of a confirmed holding on record. Terms of holdings that ended stand in error where they overlap. */
export async function openFirstCycle(ctx: ServiceContext, tx: Transaction, first: FirstCycle): Promise<void> {
  const { orgId } = ctx.actor
  const { holdingId, personId, credential, cycle } = first
  const [from, to] = [formatDay(cycle.from), formatDay(cycle.to)]
  await tx.client.query({
    name: 'cycles-in-error',
    text: `update cycles c set in_error = true where c.org_id = $1 and c.person_id = $2 and c.credential_code = $3 and not c.in_error
        and c.valid && daterange($4::date, $5::date, '[]')
        and exists (select 1 from holdings h where h.org_id = c.org_id and h.id = c.holding_id and h.ended_on is not null)`,
    values: [orgId, personId, credential, from, to],
  })
  await tx.client.query({
    name: 'cycle-first',
    text: `insert into cycles (org_id, person_id, credential_code, valid, holding_id, number, starts_on, expires_on, known_on)
      values ($1, $2, $3, daterange($5::date, $6::date, '[]'), $4, 1, $5, $6, $7)`,
    values: [orgId, personId, credential, holdingId, from, to, formatDay(ctx.clock.today())],
  })
}
