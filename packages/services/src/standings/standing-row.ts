import { type Day, formatDay } from '@gs/domain'
import type { Standing } from '@gs/domain/credentials'
import type { HoldingStanding } from './judge-holding.ts'

/** A standing as the read model stores it; dates are text, amounts thousandths. */
export interface StandingRow {
  readonly holding_id: string
  readonly credential_code: string
  readonly pack_id: string
  readonly source: 'confirmed' | 'declared'
  readonly status: string
  readonly in_force: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly can_renew: boolean | null
  readonly cycle_number: number
  readonly cycle_from: string | null
  readonly expires_on: string | null
  /** The day on which it was judged: where its body keeps its days. */
  readonly as_of: string
  /** By what was known when. */
  readonly known_on: string
  readonly next_change_on: string | null
}

const text = (day: Day | null | undefined): string | null => (day === null || day === undefined ? null : formatDay(day))

/** What the read model keeps of an evaluated holding. */
export const rowOf = ({
  holding,
  standing,
  at,
}: Pick<HoldingStanding, 'holding' | 'standing' | 'at'>): StandingRow => ({
  holding_id: holding.id,
  credential_code: holding.credential,
  pack_id: holding.packId,
  source: holding.source,
  ...figuresOf(standing),
  cycle_number: holding.cycles.at(-1)?.number ?? 1,
  as_of: formatDay(at.asOf),
  known_on: formatDay(at.knownAt),
})

function figuresOf(
  standing: Standing,
): Omit<StandingRow, 'holding_id' | 'credential_code' | 'pack_id' | 'source' | 'cycle_number' | 'as_of' | 'known_on'> {
  return {
    status: standing.status,
    in_force: standing.inForce,
    required: standing.required,
    counted: standing.counted,
    needed: standing.needed,
    wasted: standing.wasted,
    missing: standing.missing,
    can_renew: standing.canRenew,
    cycle_from: text(standing.cycle?.from),
    expires_on: text(standing.expiresOn),
    next_change_on: text(standing.nextChangeOn),
  }
}
