import { addDays, addMonths, type Day, daysBetween } from '@gs/domain'
import {
  AIMS,
  compareOutcomes,
  cyclesOf,
  type Plan,
  type PlannedActivity,
  type PlanProblem,
  plan,
} from '@gs/domain/planner'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from './index.ts'
import { Oracle } from './testing/exhaustive.ts'
import { day, instance, packOf, type Size, units } from './testing/instances.ts'
import { Dice } from './testing/random.ts'

let solver: Awaited<ReturnType<typeof loadSolver>>
beforeAll(async () => {
  solver = await loadSolver()
})

/** Nothing here waits for a person: a proof must be found, however busy the machine is. */
const SECONDS = 60
const solved = (problem: PlanProblem): Plan => plan(problem, solver, SECONDS)

const finishesOf = (problem: PlanProblem, found: Plan, dayOf: (step: Plan['steps'][number]) => Day) =>
  found.steps.map((step) => ({
    activity: problem.activities.findIndex(({ id }) => id === step.activity),
    on: dayOf(step),
  }))

/** Instances small enough to look at every plan: seeds from `from` on, until there are `many`. */
function* smallOnes(
  from: number,
  many: number,
  size: Size,
): Generator<{ seed: number; problem: PlanProblem; oracle: Oracle }> {
  let given = 0
  for (let seed = from; given < many; seed++) {
    const problem = instance(seed, size)
    const oracle = new Oracle(problem)
    if (oracle.size() > 2500) continue
    given++
    yield { seed, problem, oracle }
  }
}

const ONE: Size = { holdings: [1, 1], activities: [2, 6], terms: [1, 3] }
const TWO: Size = { holdings: [2, 2], activities: [2, 4], terms: [1, 2] }

describe('plans beside exhaustive search', () => {
  it.each([
    ...[0, 1, 2, 3].map((n) => ({ name: 'one holding', from: 100_000 + n * 10_000, many: 250, size: ONE })),
    ...[0, 1, 2, 3].map((n) => ({ name: 'two holdings', from: 500_000 + n * 10_000, many: 255, size: TWO })),
  ])('finds the best of all plans, proven, for $many instances of $name from $from', { timeout: 600_000 }, (part) => {
    for (const { seed, problem, oracle } of smallOnes(part.from, part.many, part.size)) {
      const found = solved(problem)
      expect({ seed, outcome: found.outcome }).toEqual({ seed, outcome: oracle.best() })
      expect({ seed, optimal: found.optimal, bound: found.bound }).toEqual({
        seed,
        optimal: true,
        bound: found.outcome,
      })
      const dice = new Dice(seed)
      for (const pick of [
        (step: Plan['steps'][number]) => step.finishFrom,
        (step: Plan['steps'][number]) => step.finishBy,
        (step: Plan['steps'][number]) => addDays(step.finishFrom, dice.between(0, step.finishBy - step.finishFrom)),
      ]) {
        const finishes = finishesOf(problem, found, pick)
        expect({ seed, outcome: oracle.outcome(finishes) }).toEqual({ seed, outcome: found.outcome })
        expect({ seed, fits: oracle.fits(finishes) }).toEqual({ seed, fits: true })
      }
    }
  })

  it('looks at instances that are worth it', { timeout: 300_000 }, () => {
    let unmet = 0
    let wasted = 0
    let steps = 0
    for (const { problem } of smallOnes(100_000, 60, ONE)) {
      const { outcome, steps: own } = solved(problem)
      if (outcome.unmet > 0) unmet++
      if (outcome.waste > 0) wasted++
      if (own.length > 0) steps++
    }
    expect(unmet).toBeGreaterThan(5)
    expect(unmet).toBeLessThan(50)
    expect(wasted).toBeGreaterThan(5)
    expect(steps).toBeGreaterThan(20)
  })
})

const story = (): PlanProblem => {
  const issuedOn = day(2026, 1, 15)
  const owned = {
    hours: units(40),
    price: units(899),
    owned: true,
    repeatable: false,
    availableFrom: null,
    availableUntil: null,
  }
  const credits = [{ packId: 'nasm-cpt', credits: units(1.9), category: null }]
  return {
    asOf: issuedOn,
    until: addMonths(issuedOn, 48),
    holdings: [{ id: 'cpt', pack: packOf('nasm-cpt'), held: { issuedOn, events: [] }, awards: [] }],
    cards: [-1, 23, 47].map((months) => ({
      type: 'cpr-aed',
      issuer: null,
      issuedOn: addMonths(issuedOn, months),
      validThrough: addMonths(issuedOn, months + 24),
      handsOn: true,
    })),
    activities: [
      { ...owned, id: 'ces', name: 'Corrective exercise', credits, card: null },
      { ...owned, id: 'pes', name: 'Performance enhancement', credits, card: null },
    ],
    hoursPerWeek: null,
    minimise: AIMS,
  }
}

describe('the seed story', () => {
  it('takes one specialization in each cycle and wastes nothing, proven', () => {
    const problem = story()
    const found = solved(problem)
    expect(found.optimal).toBe(true)
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 0, hours: 80_000 })
    expect(found.steps.map(({ finishFrom, finishBy }) => [finishFrom, finishBy])).toEqual([
      [problem.asOf, addMonths(problem.asOf, 24)],
      [addDays(addMonths(problem.asOf, 24), 1), addMonths(problem.asOf, 48)],
    ])
  })

  it('knows that both in the first cycle would waste 19 hours', () => {
    const oracle = new Oracle(story())
    const both = [0, 1].map((activity) => ({ activity, on: day(2026, 6, 1) }))
    expect(oracle.outcome(both)).toEqual({ unmet: 1, waste: 19 * 60 * 1000, price: 0, hours: 80_000 })
  })

  it('is quick once the program is warm', () => {
    solved(story())
    const times = Array.from({ length: 5 }, () => {
      // Of the processor: what the machine does besides is no matter.
      const begun = process.cpuUsage()
      solved(story())
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(50)
  })
})

describe('what holds for every plan', () => {
  const SIZE: Size = { holdings: [1, 2], activities: [3, 7], terms: [1, 2] }

  it('gives the same plan for the same question', { timeout: 300_000 }, () => {
    for (let seed = 1; seed <= 60; seed++) expect(solved(instance(seed, SIZE))).toEqual(solved(instance(seed, SIZE)))
  })

  it('is never worse for one more activity on offer, or for a lower price', { timeout: 300_000 }, () => {
    for (let seed = 200; seed < 320; seed++) {
      const problem = instance(seed, SIZE)
      const [first, ...rest] = problem.activities
      if (!first) continue
      const less = solved({ ...problem, activities: rest })
      const more = solved(problem)
      expect(less.optimal && more.optimal).toBe(true)
      expect(compareOutcomes(problem.minimise, more.outcome, less.outcome), `seed ${seed}`).toBeLessThanOrEqual(0)
      const cheaper = solved({
        ...problem,
        activities: problem.activities.map((activity) => ({
          ...activity,
          price: Math.floor(activity.price / 2) as typeof activity.price,
        })),
      })
      expect(compareOutcomes(problem.minimise, cheaper.outcome, more.outcome), `seed ${seed}`).toBeLessThanOrEqual(0)
    }
  })

  it('leaves no cycle out of the horizon and none twice', { timeout: 300_000 }, () => {
    for (let seed = 400; seed < 460; seed++) {
      const problem = instance(seed, SIZE)
      const cycles = cyclesOf(problem)
      for (const cycle of cycles) expect(cycle.to >= problem.asOf && cycle.to <= problem.until).toBe(true)
      for (const [i, cycle] of cycles.entries()) {
        const before = cycles[i - 1]
        if (before?.holding === cycle.holding) expect(daysBetween(before.to, cycle.from)).toBe(1)
      }
    }
  })

  it('takes a repeatable activity as often as so many alike that are not', { timeout: 300_000 }, () => {
    for (let seed = 600; seed < 640; seed++) {
      const base = instance(seed, { holdings: [1, 1], activities: [2, 3], terms: [1, 1] })
      const [first, ...rest] = base.activities
      const third = thirdOf(base)
      if (!first || first.card || third === 0) continue
      const again: PlannedActivity = {
        ...first,
        repeatable: true,
        credits: first.credits.map((each) => ({ ...each, credits: third })),
      }
      const copies = Array.from({ length: 8 }, (_, i) => ({ ...again, id: `copy${i}`, repeatable: false }))
      const repeated = solved({ ...base, activities: [again, ...rest] })
      const copied = solved({ ...base, activities: [...copies, ...rest] })
      expect({ seed, ...repeated.outcome }).toEqual({ seed, ...copied.outcome })
    }
  })
})

describe('a course that counts once in a cycle', () => {
  const course = (changes: Partial<PlannedActivity>): PlannedActivity => ({
    id: 'again',
    name: 'Again',
    hours: units(10),
    price: units(100),
    owned: false,
    repeatable: true,
    availableFrom: null,
    availableUntil: null,
    credits: [{ packId: 'at-tn', credits: units(25), category: null }],
    card: null,
    ...changes,
  })
  const asOf = day(2026, 1, 1)
  const problem = (activities: readonly PlannedActivity[], more: PlanProblem['holdings'] = []): PlanProblem => ({
    asOf,
    until: day(2027, 12, 31),
    holdings: [
      {
        id: 'tn',
        pack: packOf('at-tn'),
        held: { cycleStart: asOf, expiresOn: day(2027, 12, 31), events: [] },
        awards: [],
      },
      ...more,
    ],
    cards: [],
    activities,
    hoursPerWeek: null,
    minimise: AIMS,
  })
  const other = course({ id: 'other', repeatable: false, price: units(300) })

  it('is planned once, and that is proven', () => {
    const found = solved(problem([course({}), other]))
    expect(found.steps.map(({ activity }) => activity).sort()).toEqual(['again', 'other'])
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 400_000, hours: 20_000 })
    expect(found.optimal).toBe(true)
  })

  it('may be finished again for another body that counts it again', () => {
    const issuedOn = day(2026, 1, 1)
    const both = course({
      credits: [
        { packId: 'at-tn', credits: units(50), category: null },
        { packId: 'nasm-csnc', credits: units(0.95), category: null },
      ],
    })
    const found = solved({
      ...problem([both], [{ id: 'csnc', pack: packOf('nasm-csnc'), held: { issuedOn, events: [] }, awards: [] }]),
      until: day(2028, 1, 1),
    })
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 200_000, hours: 20_000 })
    expect(found.optimal).toBe(true)
  })
})

describe('a card that must be continuous', () => {
  it('may be given on the very first day of the cycle', () => {
    const issuedOn = day(2024, 10, 2)
    const given = { hours: units(2), price: units(40), owned: false, availableFrom: null, availableUntil: null }
    const found = solved({
      asOf: issuedOn,
      until: day(2025, 12, 31),
      holdings: [{ id: 'at', pack: packOf('boc-2024'), held: { issuedOn, events: [] }, awards: [] }],
      cards: [],
      activities: [
        {
          ...given,
          id: 'course',
          name: 'Course',
          repeatable: false,
          credits: [{ packId: 'boc-2024', credits: units(25), category: 'A' }],
          card: null,
        },
        {
          ...given,
          id: 'card',
          name: 'Card',
          repeatable: true,
          credits: [],
          card: { type: 'ecc', validMonths: 24 },
        },
      ],
      hoursPerWeek: null,
      minimise: AIMS,
    })
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 80_000, hours: 4000 })
    const card = found.steps.find(({ activity }) => activity === 'card')
    expect(card).toMatchObject({ finishFrom: issuedOn, finishBy: issuedOn })
  })

  it('is given no more often than a renewal in time needs', () => {
    const asOf = day(2024, 3, 1)
    const course = (id: string, validMonths: number, price: number): PlannedActivity => ({
      id,
      name: id,
      hours: units(2),
      price: units(price),
      owned: false,
      repeatable: true,
      availableFrom: null,
      availableUntil: null,
      credits: [],
      card: { type: 'ecc', validMonths },
    })
    const problem: PlanProblem = {
      asOf,
      until: day(2029, 12, 31),
      holdings: [{ id: 'at', pack: packOf('boc-2024'), held: { issuedOn: day(2020, 1, 1), events: [] }, awards: [] }],
      cards: [
        { type: 'ecc', issuer: null, issuedOn: day(2023, 6, 1), validThrough: day(2024, 5, 31), handsOn: true },
        { type: 'ecc', issuer: null, issuedOn: day(2026, 9, 1), validThrough: day(2027, 8, 31), handsOn: true },
      ],
      activities: [
        { ...course('a', 6, 30), card: null, credits: [{ packId: 'boc-2024', credits: units(50), category: 'A' }] },
        course('half', 6, 30),
        course('one', 12, 50),
        course('two', 24, 80),
      ],
      hoursPerWeek: null,
      minimise: AIMS,
    }
    const found = solved(problem)
    expect(found.optimal).toBe(true)
    // The first cycle is renewed while its card lasts; the others need one from their first day, for a renewal in time.
    expect(found.unmet).toEqual([])
    const cards = found.steps.filter(({ activity }) => activity !== 'a')
    expect(cards.map(({ activity }) => activity)).toEqual(['half', 'half'])
    expect(found.outcome.price).toBe(150_000)
  })
})

describe('surplus that only petitioned awards carry', () => {
  it('is no waste where an award at hand was petitioned', () => {
    const issuedOn = day(2026, 1, 10)
    const course = (id: string, credits: number, price: number): PlannedActivity => ({
      id,
      name: id,
      hours: units(1),
      price: units(price),
      owned: false,
      repeatable: false,
      availableFrom: null,
      availableUntil: null,
      credits: [{ packId: 'canfitpro', credits: units(credits), category: null }],
      card: null,
    })
    const petitioned = {
      id: 'petitioned',
      completedOn: day(2026, 2, 1),
      kind: 'petition' as const,
      decision: 'approved' as const,
      category: null,
      credits: units(3),
    }
    const found = solved({
      asOf: day(2026, 3, 1),
      until: day(2027, 1, 10),
      holdings: [{ id: 'pts', pack: packOf('canfitpro'), held: { issuedOn, events: [] }, awards: [petitioned] }],
      cards: [{ type: 'cpr-a', issuer: 'ARC', issuedOn: day(2026, 6, 1), validThrough: null, handsOn: true }],
      activities: [course('two', 2, 10), course('one', 1, 500)],
      hoursPerWeek: null,
      minimise: AIMS,
    })
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 10_000, hours: 1000 })
    expect(found.bound).toEqual(found.outcome)
  })
})

describe('what is over the most that carries', () => {
  it('is seen however little it is', () => {
    const course = (id: string, changes: Partial<PlannedActivity>): PlannedActivity => ({
      id,
      name: id,
      hours: units(40),
      price: units(10),
      owned: false,
      repeatable: false,
      availableFrom: null,
      availableUntil: null,
      credits: [],
      card: null,
      ...changes,
    })
    const credits = (hours: number) => [{ packId: 'cpa-ga', credits: units(hours), category: 'AA' }]
    const end = day(2027, 12, 31)
    const held = [day(2026, 2, 1), day(2026, 3, 1)].map((completedOn, i) => ({
      id: `held${i}`,
      completedOn,
      kind: 'course' as const,
      decision: 'approved' as const,
      category: 'AA',
      credits: units(20),
    }))
    const found = solved({
      asOf: day(2027, 6, 1),
      until: end,
      holdings: [
        {
          id: 'ga',
          pack: packOf('cpa-ga'),
          held: { cycleStart: day(2026, 1, 1), expiresOn: end, events: [] },
          awards: held,
        },
      ],
      cards: [],
      // 40 more fill the total; of 56 more one hour is over what fills it and what carries.
      activities: [
        course('small', { repeatable: true, credits: credits(4) }),
        course('large', { owned: true, credits: credits(56) }),
      ],
      hoursPerWeek: null,
      minimise: AIMS,
    })
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 100_000, hours: 400_000 })
    expect(found.bound).toEqual(found.outcome)
  })
})

/** A third of what the first holding asks for, rounded up: three of it are enough; 0 where its pack has no one total. */
function thirdOf(problem: PlanProblem): PlannedActivity['hours'] {
  return units(Math.ceil((problem.holdings[0]?.pack.requirement.base.required ?? 0) / 3000))
}

describe('time', () => {
  it('answers with a plan, a gap and no proof when there is no time', () => {
    const problem = instance(31, { holdings: [2, 2], activities: [30, 30], terms: [2, 2] })
    const found = plan(problem, solver, 1e-6)
    expect(compareOutcomes(problem.minimise, found.bound, found.outcome)).toBeLessThanOrEqual(0)
    const oracle = new Oracle(problem)
    expect(oracle.outcome(finishesOf(problem, found, (step) => step.finishBy))).toEqual(found.outcome)
  })
})
