import type { Transaction } from '@gs/db'
import { type Day, dayOf, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { refuse, type ServiceContext } from '../kernel/index.ts'

export interface HoldingRow {
  readonly id: string
  readonly personId: PersonId
  readonly credential: string
  readonly certifiedOn: string
  readonly facts: { readonly cycleStart?: string; readonly expiresOn?: string }
  readonly source: 'confirmed' | 'declared'
  readonly endedOn: string | null
}

/** The row of a holding, held so that two changes follow each other; also where it ended. Refusal: `holding.unknown`. */
export async function lockHolding(tx: Transaction, orgId: OrgId, holdingId: string): Promise<HoldingRow> {
  const { rows } = await tx.client.query<HoldingRow>({
    name: 'holding-lock',
    text: `select h.id, h.person_id as "personId", h.credential_code as credential,
        h.issued_on as "certifiedOn", h.facts, h.source, h.ended_on as "endedOn"
      from holdings h
      where h.org_id = $1 and h.id = $2 for update of h`,
    values: [orgId, holdingId],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'holding.unknown')
  return row
}

/** As `lockHolding`, for the holder's own act on what nobody confirmed. Refusals: `holding.ended`, `holding.confirmed` (409). */
export async function lockOwnDeclared(
  { actor }: ServiceContext,
  tx: Transaction,
  holdingId: string,
): Promise<HoldingRow> {
  const row = await lockHolding(tx, actor.orgId, holdingId)
  if (row.personId !== actor.personId) throw refuse('not-found', 'holding.unknown')
  return requireDeclared(row)
}

/** As `lockOwnDeclared`, for the decision of somebody else. Refusal beside: `decision.own` (403). */
export async function lockOthersDeclared(
  { actor }: ServiceContext,
  tx: Transaction,
  holdingId: string,
): Promise<HoldingRow> {
  const row = await lockHolding(tx, actor.orgId, holdingId)
  if (row.personId === actor.personId) throw refuse('forbidden', 'decision.own')
  return requireDeclared(row)
}

function requireDeclared(row: HoldingRow): HoldingRow {
  if (row.endedOn !== null) throw refuse('conflict', 'holding.ended')
  if (row.source !== 'declared') throw refuse('conflict', 'holding.confirmed')
  return row
}

export interface Ending {
  readonly holdingId: string
  readonly kind: 'withdrawn' | 'replaced' | 'refused' | 'ended'
  /** The first day on which it is held no longer; what was never true ends before it began. */
  readonly on: Day
  readonly reason: string | null
}

/** Ends a locked holding. Its row stays: what was known before is still answered by it. */
export async function endLocked(ctx: ServiceContext, tx: Transaction, ending: Ending): Promise<void> {
  await tx.client.query({
    name: 'holding-end',
    text: `update holdings set ended_on = $3, end_known_on = $4, end_kind = $5, end_reason = $6, ended_by = $7
      where org_id = $1 and id = $2`,
    values: [
      ctx.actor.orgId,
      ending.holdingId,
      formatDay(ending.on),
      formatDay(ctx.clock.today()),
      ending.kind,
      ending.reason,
      ctx.actor.personId,
    ],
  })
}

/** 1900-01-01: before every day that somebody can ask about. */
export const NEVER_HELD: Day = dayOf(1900, 1, 1) ?? (0 as Day)
