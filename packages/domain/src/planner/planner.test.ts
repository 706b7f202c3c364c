import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, addDays, addMonths, type Day, dayOf } from '../kernel/index.ts'
import { type CompiledPack, compilePack, parsePack } from '../rules/index.ts'
import { lastTooEarly } from './cards.ts'
import { contactHours, wholeMinutes } from './contact-hours.ts'
import { withoutSuperfluous } from './greedy.ts'
import {
  AIMS,
  compareOutcomes,
  cyclesOf,
  explainPlan,
  explainRelaxations,
  type Outcome,
  PlanJudge,
  type PlannedActivity,
  type PlanProblem,
  plan,
  relaxationsOf,
  type Solver,
} from './index.ts'

const words = (text: string) => ({ en: text, es: text })
const asOf = dayOf(2026, 3, 1) as Day
const units = (n: number): Amount => Math.round(n * 1000) as Amount

/** A pack of the tests' own: two years, ten units of an hour, and whatever rules are added. */
function packWith(id: string, rules: readonly object[] = []): CompiledPack {
  const source = { id: 's', title: 'Rules of the tests', url: null, asOf: null }
  const base = { sources: ['s'], bindsTo: 'period' }
  const parsed = parsePack({
    format: 1,
    id,
    lineage: id,
    version: 1,
    kind: 'certification',
    body: { short: id, name: words(id) },
    credential: { name: words(id), names: [id] },
    effective: { from: '2020-01-01', to: null },
    unit: { singular: words('hour'), plural: words('hours'), minutesPerUnit: 60 },
    currency: 'USD',
    deadlineZone: null,
    categories: ['A', 'B'].map((code) => ({ code, name: words(code) })),
    issuers: [],
    rules: [
      { ...base, id: 'term', primitive: 'term/anniversary', months: 24 },
      { ...base, id: 'total', primitive: 'requirement/fixed', amount: '10' },
      ...rules.map((rule) => ({ ...base, ...rule })),
    ],
    sources: [source],
    confidence: { level: 'high', words: words('sure') },
    assumptions: [],
    unverified: [],
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return compilePack(parsed.value)
}

const PLAIN = packWith('plain')
const LIMITED = packWith('limited', [
  { id: 'max', primitive: 'category/maximum', codes: ['B'], max: '4' },
  { id: 'min', primitive: 'category/minimum', codes: ['A'], min: '3' },
])
const SLIDING = packWith('sliding', [{ id: 'window', primitive: 'window/sliding', months: 24 }])

const activity = (id: string, changes: Partial<PlannedActivity>): PlannedActivity => ({
  id,
  name: id,
  hours: units(5),
  price: units(100),
  owned: false,
  repeatable: false,
  availableFrom: null,
  availableUntil: null,
  credits: [],
  card: null,
  ...changes,
})

const problemWith = (packs: readonly CompiledPack[], changes: Partial<PlanProblem>): PlanProblem => ({
  asOf,
  until: addMonths(asOf, 48),
  holdings: packs.map((pack) => ({
    id: pack.pack.id,
    pack,
    held: { issuedOn: pack.pack.id === 'plain' ? asOf : addDays(asOf, -200), events: [] },
    awards: [],
  })),
  cards: [],
  activities: [],
  hoursPerWeek: null,
  minimise: AIMS,
  ...changes,
})

/** A solver that must not be asked. */
const none: Solver = {
  elapsed: () => 0,
  solve: () => {
    throw new Error('the tables are enough for this')
  },
}

/** A solver that finds nothing. */
const helpless: Solver = {
  elapsed: () => 0,
  solve: () => ({ status: 'unknown', values: [], bound: Number.NEGATIVE_INFINITY }),
}

/** The best outcome of all choices of a cycle of the first or second holding for each activity, judged by the evaluator. */
function bestOfAll(problem: PlanProblem): Outcome {
  const cycles = cyclesOf(problem)
  const judge = new PlanJudge(problem, cycles)
  const days = [...new Set(cycles.map(({ to }) => to))]
  let best = judge.outcome([])
  const visit = (chosen: { activity: number; day: Day }[], index: number): void => {
    if (index === problem.activities.length) {
      const outcome = judge.outcome(chosen)
      if (compareOutcomes(problem.minimise, outcome, best) < 0) best = outcome
      return
    }
    visit(chosen, index + 1)
    for (const day of days) visit([...chosen, { activity: index, day }], index + 1)
  }
  visit([], 0)
  return best
}

const anyActivity = fc.record({
  plain: fc.option(fc.integer({ min: 2, max: 10 })),
  limited: fc.option(fc.integer({ min: 2, max: 10 })),
  category: fc.constantFrom('A', 'B'),
  price: fc.integer({ min: 0, max: 9 }),
  hours: fc.integer({ min: 1, max: 8 }),
})

describe('the tables', () => {
  it('find the best plan of all without a solver', () => {
    let proven = 0
    fc.assert(
      fc.property(fc.array(anyActivity, { minLength: 3, maxLength: 5 }), (list) => {
        const activities = list.map(({ plain, limited, category, price, hours }, i) =>
          activity(`a${i}`, {
            price: units(price),
            hours: units(hours),
            credits: [
              ...(plain === null ? [] : [{ packId: 'plain', credits: units(plain), category: null }]),
              ...(limited === null ? [] : [{ packId: 'limited', credits: units(limited), category }]),
            ],
          }),
        )
        const problem = problemWith([PLAIN, LIMITED], { activities, until: addMonths(asOf, 24) })
        const found = plan(problem, helpless)
        const best = bestOfAll(problem)
        expect(compareOutcomes(AIMS, found.bound, best)).toBeLessThanOrEqual(0)
        // Where every cycle can be renewed the tables decide alone; else the solver is asked, and this one is helpless.
        if (best.unmet > 0) return
        proven++
        expect(found.optimal).toBe(true)
        expect(found.outcome).toEqual(best)
      }),
      { numRuns: 150, seed: 5 },
    )
    expect(proven).toBeGreaterThan(10)
  })

  it('keep one activity for each cycle', () => {
    const credits = [{ packId: 'plain', credits: units(10), category: null }]
    const found = plan(
      problemWith([PLAIN], { activities: [activity('a', { credits }), activity('b', { credits })] }),
      none,
    )
    expect(found.optimal).toBe(true)
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 200_000, hours: 10_000 })
    expect(found.steps.map(({ finishBy }) => finishBy)).toEqual([addMonths(asOf, 24), addMonths(asOf, 48)])
  })

  it('keep to the pace', () => {
    const credits = [{ packId: 'plain', credits: units(10), category: null }]
    const activities = [
      activity('long', { hours: units(400), price: units(0), credits }),
      activity('short', { hours: units(20), credits }),
      activity('other', { hours: units(20), price: units(300), credits }),
    ]
    const found = plan(problemWith([PLAIN], { activities, hoursPerWeek: units(1) }), none)
    expect(found.optimal).toBe(true)
    expect(found.steps.map((step) => step.activity).sort()).toEqual(['other', 'short'])
    const free = plan(problemWith([PLAIN], { activities }), none)
    expect(free.outcome.price).toBe(100_000)
  })
})

describe('a solver that cannot be trusted', () => {
  const credits = [{ packId: 'plain', credits: units(6), category: null }]
  const activities = ['a', 'b', 'c'].map((id) => activity(id, { credits }))
  // With the price first the tables are not used.
  const problem = problemWith([PLAIN], {
    activities,
    until: addMonths(asOf, 24),
    minimise: ['waste', 'unmet', 'price', 'hours'],
  })

  it('leaves a plan and no proof where it finds nothing', () => {
    const found = plan(problem, helpless)
    expect(found.optimal).toBe(false)
    expect(compareOutcomes(problem.minimise, found.bound, found.outcome)).toBeLessThan(0)
  })

  it('is found out by the evaluator where it claims what is not so', () => {
    const liar: Solver = {
      elapsed: () => 0,
      solve: ({ columns }) => ({
        status: 'optimal',
        values: columns.map(({ integer }) => (integer ? 1 : 0)),
        bound: 0,
      }),
    }
    const found = plan(problem, liar)
    const best = bestOfAll(problem)
    expect(found.outcome).toEqual(best)
    expect(found.optimal).toBe(true)
  })
})

describe('rules that are no sums', () => {
  const twice = activity('twice', {
    repeatable: true,
    credits: [{ packId: 'sliding', credits: units(5), category: null }],
  })
  const other = activity('other', {
    price: units(500),
    credits: [{ packId: 'sliding', credits: units(5), category: null }],
  })

  it('are left to the search, which proves what it has seen', () => {
    const found = plan(problemWith([SLIDING], { activities: [twice, other], until: addMonths(asOf, 20) }), none)
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 200_000, hours: 10_000 })
    expect(found.optimal).toBe(true)
  })

  it('are not called proven where more finishes could help than the search looks at', () => {
    const small = { ...twice, credits: [{ packId: 'sliding', credits: units(1), category: null }] }
    const found = plan(problemWith([SLIDING], { activities: [small], until: addMonths(asOf, 20) }), none)
    expect(found.optimal).toBe(false)
    expect(compareOutcomes(AIMS, found.bound, found.outcome)).toBeLessThanOrEqual(0)
  })
})

describe('a plan with far too much in it', () => {
  const judgeOf = (problem: PlanProblem) => new PlanJudge(problem, cyclesOf(problem))
  const problem = problemWith([PLAIN], {
    until: addMonths(asOf, 24),
    activities: Array.from({ length: 500 }, (_, i) =>
      activity(`a${i}`, { credits: [{ packId: 'plain', credits: units(3), category: null }] }),
    ),
  })
  const choices = problem.activities.map((_, index) => ({ activity: index, day: addDays(asOf, 1) }))

  it('is freed of what it is no worse without, in few looks', () => {
    const judge = judgeOf(problem)
    let looks = 0
    const stop = () => ++looks > 200
    const found = withoutSuperfluous(problem, judge, { choices, outcome: judge.outcome(choices) }, stop)
    expect(found.choices.length).toBeLessThan(5)
    expect(found.outcome).toEqual(judge.outcome(found.choices))
    expect(found.outcome.unmet).toBe(0)
    expect(looks).toBeLessThan(60)
  })

  it('stays a plan where the time is over', () => {
    const judge = judgeOf(problem)
    const whole = { choices, outcome: judge.outcome(choices) }
    expect(withoutSuperfluous(problem, judge, whole, () => true)).toEqual(whole)
  })
})

describe('cycles of the horizon', () => {
  it('begin with the one in which the day lies and end with the last that ends in time', () => {
    const issuedOn = dayOf(2020, 2, 29) as Day
    const problem = {
      ...problemWith([PLAIN], { until: dayOf(2030, 2, 28) as Day }),
      holdings: [{ id: 'h', pack: PLAIN, held: { issuedOn, events: [] }, awards: [] }],
    }
    const spans = cyclesOf(problem).map(({ from, to }) => [from, to])
    expect(spans).toEqual(
      [
        [addDays(addMonths(issuedOn, 72), 1), addMonths(issuedOn, 96)],
        [addDays(addMonths(issuedOn, 96), 1), addMonths(issuedOn, 120)],
      ].slice(0, spans.length),
    )
    expect(spans).toHaveLength(2)
  })

  it('follow from dates that are given outright', () => {
    const [cycleStart, expiresOn] = [addDays(asOf, -100), addDays(asOf, 300)]
    const problem = {
      ...problemWith([PLAIN], { until: expiresOn }),
      holdings: [{ id: 'h', pack: PLAIN, held: { cycleStart, expiresOn, events: [] }, awards: [] }],
    }
    expect(cyclesOf(problem).map(({ from, to }) => [from, to])).toEqual([[cycleStart, expiresOn]])
  })

  it('are none where nothing ends in time', () => {
    const found = plan(problemWith([PLAIN], { until: addMonths(asOf, 6) }), none)
    expect(found.outcome).toEqual({ unmet: 0, waste: 0, price: 0, hours: 0 })
    expect(found.optimal).toBe(true)
  })
})

describe('small parts', () => {
  it('find the latest card that is too early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (n, months) => {
        const day = n as Day
        const found = lastTooEarly(day, (issued) => addMonths(issued, months))
        expect(addMonths(found, months)).toBeLessThan(day)
        expect(addMonths(addDays(found, 1), months)).toBeGreaterThanOrEqual(day)
      }),
    )
  })

  it('round contact hours half up', () => {
    expect(wholeMinutes(1_140_499)).toBe(1140)
    expect(contactHours(1_140_000)).toBe(19_000)
    expect(contactHours(50_000)).toBe(833)
    expect(contactHours(10_000)).toBe(167)
    expect(contactHours(30_000)).toBe(500)
    expect(contactHours(0)).toBe(0)
  })

  it('say what is proven, in both languages', () => {
    const credits = [{ packId: 'plain', credits: units(10), category: null }]
    const problem = problemWith([PLAIN], { activities: [activity('a', { credits })] })
    const found = plan(problem, { ...helpless, elapsed: () => 0 })
    const told = explainPlan(problem, { ...found, bound: found.outcome, optimal: true })
    expect(told.map(({ rule }) => rule)).toEqual([
      'optimal',
      'proof:unmet',
      'proof:waste',
      'proof:price',
      'proof:hours',
      'unmet',
    ])
    expect(told[1]?.text).toBe('No plan leaves fewer cycles without renewal (1 cycle).')
    expect(told[1]?.textEs).toBe('Ningún plan deja menos ciclos sin renovar (1 ciclo).')
    const open = explainPlan(problem, { ...found, bound: { ...found.outcome, price: 0 }, optimal: false })
    expect(open.map(({ rule }) => rule)).toContain('gap:price')
    for (const { text, textEs } of [...told, ...open])
      expect(text !== '' && textEs !== '' && text !== textEs).toBe(true)
  })
})

describe('the nearest relaxation', () => {
  const credits = [{ packId: 'plain', credits: units(10), category: null }]
  const context = { solver: helpless, seconds: 1 }

  it('names the offer that ends too early', () => {
    const early = activity('early', { credits, availableUntil: addDays(asOf, 30) })
    const problem = problemWith([PLAIN], {
      activities: [early, activity('b', { credits, availableUntil: addDays(asOf, 30) })],
    })
    const found = plan(problem, helpless)
    expect(found.outcome.unmet).toBe(1)
    const relaxations = relaxationsOf(problem, found, context)
    expect(relaxations).toHaveLength(1)
    expect(relaxations[0]).toMatchObject({
      kind: 'offer',
      from: addDays(addMonths(asOf, 24), 1),
      by: addMonths(asOf, 48),
    })
    const [line] = explainRelaxations(relaxations)
    expect(line?.text).toContain('finished between 2028-03-02 and 2030-03-01')
  })

  it('names the pace that would do', () => {
    const activities = [activity('a', { credits, hours: units(104.5) })]
    const problem = problemWith([PLAIN], { activities, until: addMonths(asOf, 24), hoursPerWeek: units(0.5) })
    const found = plan(problem, helpless)
    expect(found.outcome.unmet).toBe(1)
    expect(relaxationsOf(problem, found, context)).toEqual([{ kind: 'pace', hoursPerWeek: 1000 }])
  })

  it('names the card that nobody gives', () => {
    const carded = packWith('carded', [{ id: 'card', primitive: 'prerequisite/current', type: 'cpr', handsOn: true }])
    const activities = [activity('a', { credits: [{ packId: 'carded', credits: units(10), category: null }] })]
    const problem = problemWith([carded], { activities, until: addMonths(asOf, 18) })
    const found = plan(problem, helpless)
    expect(found.unmet.map(({ missing }) => missing)).toEqual([['credits', 'cpr']])
    expect(relaxationsOf(problem, found, context)).toEqual([{ kind: 'card', type: 'cpr' }])
  })

  it('is nothing where everything is renewed', () => {
    const problem = problemWith([PLAIN], { activities: [activity('a', { credits })], until: addMonths(asOf, 24) })
    expect(relaxationsOf(problem, plan(problem, helpless), context)).toEqual([])
  })
})
