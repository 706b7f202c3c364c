import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, formatAmount, thousandths } from '../kernel/index.ts'
import type { Award } from '../rules/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { compiledSample, type SampleRule } from '../rules/testing/sample-pack.ts'
import { evaluate } from './evaluate.ts'
import type { HoldingFacts } from './facts.ts'

// Everything here is in single thousandths, so that trying every whole number tries every allocation there is.
const CODES = ['A', 'B', 'C']
const text = (n: number) => formatAmount(thousandths(n))
const FROM = 20_000
const TO = 20_700

interface Bound {
  readonly codes: readonly string[]
  readonly amount: number
}

interface Small {
  readonly required: number
  readonly minima: readonly Bound[]
  readonly maxima: readonly Bound[]
  readonly carry: { readonly max: number; readonly months: number | null } | null
  readonly cap: number | null
  readonly awards: readonly {
    readonly code: string
    readonly amount: number
    readonly day: number
    readonly talk: boolean
  }[]
}

const bound = (most: number): fc.Arbitrary<Bound> =>
  fc.record({ codes: fc.subarray(CODES, { minLength: 1 }), amount: fc.integer({ min: 1, max: most }) })

const small: fc.Arbitrary<Small> = fc.record({
  required: fc.integer({ min: 1, max: 4 }),
  minima: fc.array(bound(2), { maxLength: 3 }),
  maxima: fc.array(bound(3), { maxLength: 2 }),
  carry: fc.option(fc.record({ max: fc.integer({ min: 1, max: 3 }), months: fc.constantFrom(null, 6) })),
  cap: fc.option(fc.integer({ min: 0, max: 2 })),
  awards: fc.array(
    fc.record({
      code: fc.constantFrom(...CODES),
      amount: fc.integer({ min: 1, max: 2 }),
      day: fc.integer({ min: FROM, max: TO }),
      talk: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
})

/** Every vector of whole numbers up to the limits. */
function* vectors(limits: readonly number[]): Generator<number[]> {
  const [first, ...rest] = limits
  if (first === undefined) yield []
  else for (let n = 0; n <= first; n++) for (const tail of vectors(rest)) yield [n, ...tail]
}

const sumIn = (bounds: Bound, amounts: Readonly<Record<string, number>>): number =>
  bounds.codes.reduce((sum, code) => sum + (amounts[code] ?? 0), 0)

const byCode = (codes: readonly string[], amounts: readonly number[]): Record<string, number> => {
  const totals: Record<string, number> = {}
  codes.forEach((code, i) => {
    totals[code] = (totals[code] ?? 0) + (amounts[i] ?? 0)
  })
  return totals
}

const add = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(CODES.map((code) => [code, (a[code] ?? 0) + (b[code] ?? 0)]))

function talks(problem: Small, amounts: readonly number[]): number {
  return problem.awards.reduce((sum, award, i) => sum + (award.talk ? (amounts[i] ?? 0) : 0), 0)
}

/** Tries everything: the least further credits, and then the most carried out. null: the rules contradict each other. */
function exhaust(problem: Small, lastMonths: (day: number) => boolean): { needed: number; carried: number } | null {
  const codes = problem.awards.map((award) => award.code)
  let needed = Number.POSITIVE_INFINITY
  let carried = 0
  for (const y of vectors(problem.awards.map((award) => award.amount))) {
    if (problem.cap !== null && talks(problem, y) > problem.cap) continue
    const counted = byCode(codes, y)
    const total = y.reduce((a, b) => a + b, 0)
    for (const z of vectors(CODES.map(() => Math.max(0, problem.required - total)))) {
      const further = z.reduce((a, b) => a + b, 0)
      if (total + further !== problem.required || further > needed) continue
      const all = add(counted, byCode(CODES, z))
      if (problem.minima.some((min) => sumIn(min, all) < min.amount)) continue
      if (problem.maxima.some((max) => sumIn(max, all) > max.amount)) continue
      if (further < needed) carried = 0
      needed = further
      if (needed === 0 && problem.carry) carried = Math.max(carried, mostCarried(problem, y, lastMonths))
    }
  }
  return Number.isFinite(needed) ? { needed, carried } : null
}

function mostCarried(problem: Small, counted: readonly number[], lastMonths: (day: number) => boolean): number {
  let most = 0
  const left = problem.awards.map((award, i) => (lastMonths(award.day) ? award.amount - (counted[i] ?? 0) : 0))
  for (const w of vectors(left)) {
    const sum = w.reduce((a, b) => a + b, 0)
    if (sum <= most || sum > (problem.carry?.max ?? 0)) continue
    const passing = counted.map((n, i) => n + (w[i] ?? 0))
    if (problem.cap !== null && talks(problem, passing) > problem.cap) continue
    const totals = byCode(
      problem.awards.map((award) => award.code),
      passing,
    )
    if (problem.maxima.every((max) => sumIn(max, totals) <= max.amount)) most = sum
  }
  return most
}

function rulesOf(problem: Small): SampleRule[] {
  const rules: SampleRule[] = [
    { primitive: 'term/given' },
    { primitive: 'requirement/fixed', amount: text(problem.required) },
    ...problem.minima.map(({ codes, amount }, i) => ({
      primitive: 'category/minimum' as const,
      codes,
      min: text(amount),
      label: `M${i}`,
    })),
    ...problem.maxima.map(({ codes, amount }) => ({
      primitive: 'category/maximum' as const,
      codes,
      max: text(amount),
    })),
  ]
  if (problem.cap !== null)
    rules.push({ primitive: 'award/activity-cap', kind: 'speaking', max: text(problem.cap), per: 'cycle' })
  if (problem.carry)
    rules.push({
      primitive: 'lifecycle/carry',
      max: text(problem.carry.max),
      ...(problem.carry.months === null ? {} : { earnedInLastMonths: problem.carry.months }),
    })
  return rules
}

describe('the allocation', () => {
  it('equals trying every allocation there is', () => {
    let tried = 0
    fc.assert(
      fc.property(small, (problem) => {
        // TO is 2026-09-04; six months before it is 2026-03-04.
        const lastMonths = (day: number) => problem.carry?.months == null || day > 20_516
        const best = exhaust(problem, lastMonths)
        if (!best) return
        tried++
        const facts: HoldingFacts = {
          cycleStart: FROM as Day,
          expiresOn: TO as Day,
          events: [],
          cards: [],
          awards: problem.awards.map(
            (award, i): Award => ({
              id: `a${i}`,
              completedOn: award.day as Day,
              kind: award.talk ? 'speaking' : 'course',
              decision: 'approved',
              category: award.code,
              credits: thousandths(award.amount),
            }),
          ),
        }
        const standing = evaluate(compiledSample(rulesOf(problem)), facts, { asOf: TO as Day })
        expect(standing.needed).toBe(best.needed)
        expect(standing.counted).toBe(problem.required - best.needed)
        expect(standing.missing.length === 0).toBe(best.needed === 0)
        if (problem.carry) expect(standing.carriedOut).toBe(best.carried)
      }),
      runs(10_000),
    )
    expect(tried).toBeGreaterThan(runs(4_000).numRuns)
  })
})
