import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Day, PersonId } from '../kernel/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { judgeApproval, overspent, type RenewalJudgement, type Spending } from './renewal.ts'
import type { Standing } from './standing.ts'

const nextCycle = { from: 20_731 as Day, to: 21_461 as Day }
const renewable: Pick<Standing, 'canRenew' | 'nextCycle'> = { canRenew: true, nextCycle }
const STANDING: Standing = {
  status: 'active',
  inForce: true,
  required: 2000 as Amount,
  counted: 2000 as Amount,
  needed: 0 as Amount,
  wasted: 0 as Amount,
  missing: [],
  rejected: [],
  cycle: null,
  expiresOn: 20_730 as Day,
  earnBy: null,
  fileFrom: null,
  fileBy: null,
  nextChangeOn: null,
  lateFee: null,
  renewalFee: null,
  carriedOut: null,
  nextExpiresOn: null,
  gap: null,
  prerequisiteGap: null,
  prerequisiteValidThrough: null,
  secondTotals: [],
  alsoRenews: null,
  alsoRenewedBy: null,
  ...renewable,
}
const judgement: RenewalJudgement = {
  applicant: 'trainer' as PersonId,
  decider: 'registrar' as PersonId,
  status: 'applied',
  standing: STANDING,
}

describe('approving a renewal', () => {
  it('opens the next cycle', () => {
    expect(judgeApproval(judgement)).toEqual({ ok: true, value: nextCycle })
  })

  it('is nobody’s own, happens once, and needs a standing that can be renewed', () => {
    const fault = (change: Partial<RenewalJudgement>) => judgeApproval({ ...judgement, ...change })
    expect(fault({ decider: judgement.applicant })).toEqual({ ok: false, error: 'decision.own' })
    for (const status of ['approved', 'refused', 'withdrawn'] as const)
      expect(fault({ status })).toEqual({ ok: false, error: 'renewal.decided' })
    for (const canRenew of [false, null])
      expect(fault({ standing: { ...STANDING, canRenew } })).toEqual({ ok: false, error: 'renewal.not-possible' })
    expect(fault({ standing: { ...STANDING, nextCycle: null } })).toEqual({
      ok: false,
      error: 'renewal.next-cycle-unknown',
    })
  })
})

describe('spending', () => {
  const source = fc.constantFrom('a', 'b', 'c')
  const amount = fc.integer({ min: 1, max: 3000 }).map((n) => n as Amount)
  const amounts = fc.dictionary(source, amount).map((held) => new Map(Object.entries(held)))

  it('never goes beyond what a source holds, over all renewals together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ source, amount })),
        amounts,
        amounts,
        (spending: readonly Spending[], held, spent) => {
          const over = new Set(overspent(spending, { held, spent }))
          for (const name of ['a', 'b', 'c']) {
            const asked = spending.filter((part) => part.source === name)
            const total = asked.reduce((sum, part) => sum + part.amount, spent.get(name) ?? 0)
            expect(over.has(name)).toBe(asked.length > 0 && total > (held.get(name) ?? 0))
          }
        },
      ),
      runs(10_000),
    )
  })
})
