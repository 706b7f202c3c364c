import type { Words } from '@gs/domain/rules'
import type { HoldingStanding } from './judge-holding.ts'
import { rowOf } from './standing-row.ts'

/** A holding's standing as lists and previews show it, without its reasons. Amounts in thousandths of the pack's unit. */
export interface StandingBrief {
  readonly holdingId: string
  readonly credentialCode: string
  readonly credentialName: Words
  readonly body: string
  readonly packId: string
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly status: string
  readonly inForce: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly canRenew: boolean | null
  readonly cycleFrom: string | null
  readonly expiresOn: string | null
  readonly rejected: readonly { readonly award: string; readonly reason: string }[]
}

/** An evaluated holding in brief, as plain JSON. */
export function standingBrief(judged: Pick<HoldingStanding, 'holding' | 'standing' | 'pack' | 'at'>): StandingBrief {
  const row = rowOf(judged)
  const { pack } = judged.pack
  return {
    holdingId: row.holding_id,
    credentialCode: row.credential_code,
    credentialName: pack.credential.name,
    body: pack.body.short,
    packId: row.pack_id,
    unit: { singular: pack.unit.singular, plural: pack.unit.plural },
    status: row.status,
    inForce: row.in_force,
    required: row.required,
    counted: row.counted,
    needed: row.needed,
    wasted: row.wasted,
    missing: row.missing,
    canRenew: row.can_renew,
    cycleFrom: row.cycle_from,
    expiresOn: row.expires_on,
    rejected: judged.standing.rejected,
  }
}
