import { ZERO } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/index.ts'
import type { At, HoldingFacts } from './facts.ts'
import type { Standing } from './standing.ts'

/** How a holding stands on `at.asOf`, as known on `at.knownAt`. Pure and total; makes no trace (see `explain`). */
export function evaluate(_pack: CompiledPack, facts: HoldingFacts, _at: At): Standing {
  return {
    status: 'pending',
    inForce: false,
    required: ZERO,
    counted: ZERO,
    needed: ZERO,
    wasted: ZERO,
    missing: [],
    rejected: [],
    cycle: null,
    expiresOn: facts.expiresOn ?? null,
    canRenew: false,
    earnBy: null,
    fileFrom: null,
    fileBy: null,
    nextChangeOn: null,
    lateFee: null,
    renewalFee: null,
    carriedOut: null,
    nextCycle: null,
    nextExpiresOn: null,
    gap: null,
    prerequisiteGap: null,
    prerequisiteValidThrough: null,
    secondTotals: [],
    alsoRenews: null,
    alsoRenewedBy: null,
  }
}
