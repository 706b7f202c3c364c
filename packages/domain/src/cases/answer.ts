import { evaluate, explain, type Fee } from '../credentials/index.ts'
import { type Amount, type Day, type DaySpan, formatAmount, formatDay } from '../kernel/index.ts'
import type { ReadCase } from './read-case.ts'

const amountText = (amount: Amount | null): string | null => (amount === null ? null : formatAmount(amount))
const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day))
const spanText = (span: DaySpan | null) => (span ? { from: formatDay(span.from), to: formatDay(span.to) } : null)

/** Dollars stand alone, as the facts have them; another currency is named beside the amount. */
const feeText = (fee: Fee | null): string | null => {
  if (!fee) return null
  return fee.currency === 'USD' || Number(fee.amount) === 0 ? fee.amount : `${fee.amount} ${fee.currency}`
}

/** The answer to a case, with the names of the cases' `expected`; keys that do not apply are left out. */
export function answerOf(read: ReadCase): Record<string, unknown> {
  const { pack, facts, asOf, id } = read
  const standing = evaluate(pack, facts, { asOf })
  const where: Record<string, unknown> = {
    lateFee: feeText(standing.lateFee),
    renewalFee: feeText(standing.renewalFee),
    carriedOut: amountText(standing.carriedOut),
    alsoRenews: standing.alsoRenews,
    alsoRenewedBy: standing.alsoRenewedBy,
    gap: spanText(standing.gap),
    cycleStart: dayText(standing.cycle?.from ?? null),
    nextCycle: spanText(standing.nextCycle),
    nextExpiresOn: dayText(standing.nextExpiresOn),
    prerequisiteGap: spanText(standing.prerequisiteGap),
    prerequisiteValidThrough: dayText(standing.prerequisiteValidThrough),
    secondTotals:
      standing.secondTotals.length > 0
        ? standing.secondTotals.map((total) => ({
            code: total.code,
            required: formatAmount(total.required),
            counted: formatAmount(total.counted),
            needed: formatAmount(total.needed),
          }))
        : null,
  }
  return {
    id,
    status: standing.status,
    inForce: standing.inForce,
    creditsRequired: amountText(standing.required),
    creditsCounted: amountText(standing.counted),
    creditsNeeded: amountText(standing.needed),
    wasted: amountText(standing.wasted),
    missing: standing.missing,
    rejected: standing.rejected,
    expiresOn: dayText(standing.expiresOn),
    canRenew: standing.canRenew,
    ...Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null)),
    explanation: explain(pack, facts, { asOf }).map(({ rule, source, text, amount }) => ({
      rule,
      source,
      text,
      ...(amount === undefined ? {} : { amount: formatAmount(amount) }),
    })),
  }
}
