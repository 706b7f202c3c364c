import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thousandths } from '../kernel/index.ts'
import type { Award } from '../rules/index.ts'
import { runs } from '../rules/testing/runs.ts'
import { compiledSample, on } from '../rules/testing/sample-pack.ts'
import { evaluate, type Finish, type HoldingFacts, renewalBurnOf } from './index.ts'
import { askedOn, held } from './testing/arbitrary.ts'

const credits = (n: number) => thousandths(n * 1000)
const award = (id: string, date: string, amount: number): Award => ({
  id,
  completedOn: on(date),
  kind: 'course',
  decision: 'approved',
  category: null,
  credits: credits(amount),
})
const holding = (awards: readonly Award[]): HoldingFacts => ({
  issuedOn: on('2023-05-10'),
  events: [],
  awards,
  cards: [],
})
const begun = (amount: number): Finish => ({
  awardsOn: (day) => [{ ...award('begun', '2024-01-01', amount), completedOn: day }],
  changesOn: [],
})

/** Two years, ten credits, which may still be earned in the ninety days after. */
const late = compiledSample([
  { primitive: 'term/anniversary', months: 24 },
  { primitive: 'requirement/fixed', amount: '10' },
  { primitive: 'window/earning', until: { daysAfterExpiry: 90 } },
  { primitive: 'window/late', status: 'grace', until: { daysAfterExpiry: 90 }, inForce: true, fees: [] },
])
const carrying = compiledSample([
  { primitive: 'term/anniversary', months: 24 },
  { primitive: 'requirement/fixed', amount: '10' },
  { primitive: 'lifecycle/carry', max: '5' },
])

describe('what renewing now would burn', () => {
  it('is nothing where the next cycle would not take what this one consumes', () => {
    const facts = holding([award('a', '2024-06-01', 9), award('b', '2025-01-10', 9)])
    expect(evaluate(late, facts, { asOf: on('2025-02-01') }).canRenew).toBe(true)
    expect(renewalBurnOf(late, facts, [], { asOf: on('2025-02-01') })).toBeNull()
  })

  it('is what the next cycle would count of an award that is consumed whole for a part of it', () => {
    const facts = holding([award('a', '2024-06-01', 9), award('b', '2025-06-01', 8)])
    expect(renewalBurnOf(late, facts, [], { asOf: on('2025-06-02') })).toEqual({
      lost: 7000,
      fullFrom: on('2025-05-11'),
    })
  })

  it('is nothing where the award serves now as much as it would later', () => {
    const facts = holding([award('a', '2024-06-01', 2), award('b', '2025-06-01', 8)])
    expect(renewalBurnOf(late, facts, [], { asOf: on('2025-06-02') })).toBeNull()
  })

  it('is what is begun and would still be carried if it were finished before', () => {
    const facts = holding([award('a', '2024-06-01', 10)])
    const at = { asOf: on('2024-09-01') }
    expect(renewalBurnOf(carrying, facts, [], at)).toBeNull()
    expect(renewalBurnOf(carrying, facts, [begun(4)], at)).toEqual({ lost: 4000, fullFrom: on('2025-05-11') })
    expect(renewalBurnOf(late, facts, [begun(4)], at)).toBeNull()
  })

  it('is asked only where a renewal is possible', () => {
    expect(renewalBurnOf(carrying, holding([]), [begun(4)], { asOf: on('2024-09-01') })).toBeNull()
  })

  it('is known of a cycle that is given, by the label of its year', () => {
    const given = compiledSample([
      { primitive: 'term/given', months: 12 },
      { primitive: 'requirement/fixed', amount: '10' },
      { primitive: 'lifecycle/carry', max: '5' },
    ])
    const facts: HoldingFacts = {
      cycleStart: on('2024-01-01'),
      expiresOn: on('2024-12-31'),
      events: [],
      awards: [award('a', '2024-02-01', 10)],
      cards: [],
    }
    expect(renewalBurnOf(given, facts, [begun(4)], { asOf: on('2024-03-01') })).toEqual({
      lost: 4000,
      fullFrom: on('2025-01-01'),
    })
    expect(renewalBurnOf(given, facts, [], { asOf: on('2024-03-01') })).toBeNull()
    expect(renewalBurnOf(given, facts, [begun(4), begun(3)], { asOf: on('2024-03-01') })?.lost).toBe(5000)
    const plain = compiledSample([{ primitive: 'term/given' }, { primitive: 'requirement/fixed', amount: '10' }])
    expect(renewalBurnOf(plain, facts, [begun(4)], { asOf: on('2024-03-01') })).toBeNull()
  })

  it('counts what is known by the day of knowledge', () => {
    const told = { ...award('b', '2025-06-01', 8), knownOn: on('2025-06-20') }
    const facts = holding([award('a', '2024-06-01', 9), told])
    const at = { asOf: on('2025-06-02'), knownAt: on('2025-06-20') }
    expect(renewalBurnOf(late, facts, [], at)).toEqual({ lost: 7000, fullFrom: on('2025-05-11') })
    expect(renewalBurnOf(late, facts, [], { asOf: on('2025-06-02') })).toBeNull()
  })

  it('is never more than was ever awarded, and never less than something', () => {
    fc.assert(
      fc.property(held({ events: false }), askedOn, ({ pack, facts }, asOf) => {
        const burn = renewalBurnOf(pack, facts, [], { asOf, knownAt: asOf })
        if (!burn) return
        expect(burn.lost).toBeGreaterThan(0)
        expect(evaluate(pack, facts, { asOf, knownAt: asOf }).canRenew).toBe(true)
        // Every consumed award that is lost lies where the next cycle would have seen it.
        expect(facts.awards.some((each) => each.completedOn <= asOf)).toBe(true)
      }),
      runs(2000),
    )
  })
})
