import { type Day, thousandths, ZERO } from '../../kernel/index.ts'
import { type CompiledPack, NEVER } from '../../rules/engine.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Standing } from '../standing.ts'
import { admit, type Window } from './admit.ts'
import type { Days } from './known.ts'

const ALWAYS: Window = { from: null, until: NEVER, slidingAfter: null, isUsed: () => false, unproven: null }

/** The standing of what has no term: a credential for ever, or the plain arithmetic of a unit. */
export function unterminated(pack: CompiledPack, facts: HoldingFacts, days: Days): Standing {
  const { items, rejected } = admit(pack, { window: ALWAYS, facts, days })
  const total = thousandths(items.reduce((sum, item) => sum + item.amount, 0))
  const calculation = pack.pack.kind === 'calculation'
  const notYet = facts.issuedOn !== undefined && days.asOf < facts.issuedOn
  return {
    status: calculation ? 'n/a' : notYet ? 'pending' : 'permanent',
    inForce: calculation ? null : !notYet,
    required: calculation ? null : ZERO,
    counted: calculation ? total : ZERO,
    needed: calculation ? null : ZERO,
    wasted: calculation ? ZERO : total,
    missing: [],
    rejected,
    cycle: null,
    expiresOn: null,
    canRenew: calculation ? null : false,
    earnBy: null,
    fileFrom: null,
    fileBy: null,
    nextChangeOn: nextFact(facts, days.asOf),
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

/** The next day on which a fact that is recorded already takes effect. */
function nextFact(facts: HoldingFacts, asOf: Day): Day | null {
  let next: Day | null = null
  const on = (day: Day | undefined) => {
    if (day !== undefined && day > asOf && (next === null || day < next)) next = day
  }
  on(facts.issuedOn)
  for (const award of facts.awards)
    for (const day of [award.completedOn, award.knownOn, award.approvedOn, award.deniedOn, award.revokedOn]) on(day)
  return next
}
