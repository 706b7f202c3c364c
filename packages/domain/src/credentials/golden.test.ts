import { describe, expect, it } from 'vitest'
import { type Amount, formatAmount, formatDay } from '../kernel/index.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import type { Standing } from './standing.ts'
import { goldenCases } from './testing/golden.ts'

const decimal = (text: unknown) => (typeof text === 'string' ? String(Number(text)) : text)
const amount = (value: Amount | null) => (value === null ? null : formatAmount(value))

/** The standing under the names of the cases. */
function named(standing: Standing): Readonly<Record<string, unknown>> {
  return {
    ...standing,
    creditsRequired: amount(standing.required),
    creditsCounted: amount(standing.counted),
    creditsNeeded: amount(standing.needed),
    wasted: amount(standing.wasted),
    carriedOut: amount(standing.carriedOut),
    expiresOn: standing.expiresOn === null ? null : formatDay(standing.expiresOn),
    nextExpiresOn: standing.nextExpiresOn === null ? null : formatDay(standing.nextExpiresOn),
    cycleStart: standing.cycle?.from == null ? null : formatDay(standing.cycle.from),
    prerequisiteValidThrough:
      standing.prerequisiteValidThrough === null ? null : formatDay(standing.prerequisiteValidThrough),
    gap: span(standing.gap),
    nextCycle: span(standing.nextCycle),
    prerequisiteGap: span(standing.prerequisiteGap),
    lateFee: standing.lateFee?.amount ?? null,
    renewalFee: standing.renewalFee?.amount ?? null,
    secondTotals: standing.secondTotals.map((total) => ({
      code: total.code,
      required: amount(total.required),
      counted: amount(total.counted),
      needed: amount(total.needed),
    })),
  }
}

const span = (value: Standing['gap']) =>
  value === null ? null : { from: formatDay(value.from), to: formatDay(value.to) }

const AMOUNTS = new Set(['creditsRequired', 'creditsCounted', 'creditsNeeded', 'wasted', 'carriedOut', 'renewalFee'])

describe('the golden cases', () => {
  const cases = goldenCases()

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(150)
  })

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, { pack, facts, asOf, expected }) => {
    const standing = evaluate(pack, facts, { asOf })
    const found = named(standing)
    for (const [key, value] of Object.entries(expected)) {
      // The shell names another currency beside the fee; the engine keeps it apart.
      if (key === 'lateFee') expect(found[key]).toBe(String(value).replace(/ [A-Z]{3}$/, ''))
      else if (AMOUNTS.has(key)) expect(decimal(found[key]), key).toBe(decimal(value))
      else expect(found[key], key).toEqual(value)
    }
    expect(explain(pack, facts, { asOf }).length).toBeGreaterThan(0)
  })
})
