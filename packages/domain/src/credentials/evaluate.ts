import { type Amount, type Day, thousandths, ZERO } from '../kernel/index.ts'
import { type CompiledPack, NEVER } from '../rules/engine.ts'
import type { At, HoldingFacts } from './facts.ts'
import { cascadesTo } from './judge/cascade.ts'
import { carriedOut } from './judge/count.ts'
import { lateFee, renewalFee } from './judge/fees.ts'
import { type Judgement, judge } from './judge/judge.ts'
import { daysOf } from './judge/known.ts'
import { isCurable, missingOf } from './judge/missing.ts'
import { nextChange } from './judge/next-change.ts'
import { fileFrom, fileUntil } from './judge/phase.ts'
import { familyHeld } from './judge/requirement.ts'
import { unterminated } from './judge/unterminated.ts'
import type { Standing } from './standing.ts'

const dated = (day: Day): Day | null => (day === NEVER ? null : day)
const amount = (n: number): Amount => thousandths(n)

/** Which other credentials a renewal renews too; null where nothing else is held. */
function alsoRenewed(pack: CompiledPack, facts: HoldingFacts, asOf: Day): readonly string[] | null {
  if (facts.alsoHolds === undefined) return null
  return pack.cascade ? cascadesTo(pack, facts, asOf) : familyHeld(pack, facts, asOf)
}

/** The standing that a judgement comes to. */
export function standingOf(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement): Standing {
  const { asOf } = judgement.days
  const { count, cycle, phase, cascaded, profile } = judgement
  const curable = isCurable(pack, judgement)
  const missing = cascaded && phase.status !== 'lapsed' ? [] : missingOf(pack, facts, judgement)
  const fulfilled = missing.length === 0
  const carried = pack.carry && fulfilled && !cascaded ? carriedOut(judgement.question, count) : 0
  const lapsed = phase.status === 'lapsed'
  let overflow = 0
  for (const second of judgement.seconds) overflow += second.total - second.counted
  let gap = null
  let through: Day | null = null
  for (const card of judgement.cards) {
    gap ??= card.gap
    if (card.through !== null && (through === null || card.through > through)) through = card.through
  }
  return {
    status: phase.status,
    inForce: phase.inForce,
    required: cascaded ? null : profile.required,
    counted: cascaded ? null : amount(count.counted),
    needed: cascaded ? null : curable ? amount(count.needed) : ZERO,
    wasted: amount(count.total - (cascaded ? 0 : count.counted) - carried + overflow),
    missing,
    rejected: judgement.rejected,
    cycle: cycle.span,
    expiresOn: cycle.span.to,
    canRenew: cascaded ? null : fulfilled && phase.status !== 'pending',
    earnBy: pack.sliding ? null : dated(judgement.window.until),
    fileFrom: fileFrom(pack, cycle),
    fileBy: dated(fileUntil(pack, facts, cycle)),
    nextChangeOn: nextChange(pack, facts, judgement),
    lateFee: lateFee(pack, { facts, phase, asOf, last: cycle.span.to }),
    renewalFee: renewalFee(pack, { facts, items: judgement.items, required: profile.required, asOf }),
    carriedOut: pack.carry && !cascaded ? amount(carried) : null,
    nextCycle: lapsed ? null : cycle.next,
    nextExpiresOn: lapsed ? null : (cycle.next?.to ?? null),
    gap: cycle.gap,
    prerequisiteGap: gap,
    prerequisiteValidThrough: through,
    secondTotals: judgement.seconds.map((second) => ({
      code: second.code,
      required: amount(second.required),
      counted: amount(second.counted),
      needed: curable ? amount(second.required - second.counted) : ZERO,
    })),
    alsoRenews: alsoRenewed(pack, facts, asOf),
    alsoRenewedBy: cascaded?.by ?? null,
  }
}

/** How a holding stands on `at.asOf`, as known on `at.knownAt`. Pure and total; makes no trace (see `explain`). */
export function evaluate(pack: CompiledPack, facts: HoldingFacts, at: At): Standing {
  const days = daysOf(at)
  if (pack.term.primitive === 'term/none') return unterminated(pack, facts, days)
  const judgement = judge(pack, facts, days)
  return judgement
    ? standingOf(pack, facts, judgement)
    : { ...unterminated(pack, facts, days), status: 'pending', inForce: false }
}
