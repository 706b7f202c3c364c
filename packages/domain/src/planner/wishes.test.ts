import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Amount, addDays, addMonths, type Day, dayOf } from '../kernel/index.ts'
import { compilePack, parsePack } from '../rules/index.ts'
import {
  AIMS,
  type Choice,
  compareOutcomes,
  cyclesOf,
  PlanJudge,
  type PlannedActivity,
  type PlanProblem,
  planWith,
  receivedProblem,
  type Solver,
  sentProblem,
  upkeepOf,
  warningsOf,
} from './index.ts'

const file = new URL('../../../rulepacks/src/packs/nasm-cpt.json', import.meta.url)
const parsed = parsePack(JSON.parse(readFileSync(file, 'utf8')))
if (!parsed.ok) throw new Error('the pack is in order')
const PACK = compilePack(parsed.value)
const asOf = dayOf(2026, 9, 22) as Day
const until = addMonths(asOf, 48)
const ends = cyclesOf(problemWith([])).map(({ to }) => to)

const helpless: Solver = {
  elapsed: () => performance.now() / 1000,
  solve: () => ({ status: 'unknown', values: [], bound: Number.NEGATIVE_INFINITY }),
}

function problemWith(activities: readonly PlannedActivity[]): PlanProblem {
  const held = [{ type: 'cpr-aed', issuer: null, issuedOn: asOf, validThrough: addMonths(asOf, 24), handsOn: true }]
  const upkeep = upkeepOf([PACK], held, { asOf, until })
  return {
    asOf,
    until,
    holdings: [{ id: 'h', pack: PACK, held: { issuedOn: asOf, events: [] }, awards: [] }],
    cards: [...held, ...upkeep.map(({ card }) => card)],
    activities,
    hoursPerWeek: null,
    minimise: AIMS,
  }
}

const activity = (id: number, credits: number, price: number): PlannedActivity => ({
  id: `a${id}`,
  name: `a${id}`,
  hours: (credits * 10) as Amount,
  price: (price * 1000) as Amount,
  owned: false,
  repeatable: false,
  availableFrom: null,
  availableUntil: null,
  credits: [{ packId: PACK.pack.id, credits: credits as Amount, category: null }],
  card: null,
})

const offers = fc
  .array(fc.record({ credits: fc.integer({ min: 3, max: 19 }), price: fc.nat(9) }), { minLength: 3, maxLength: 5 })
  .map((list) => list.map(({ credits, price }, index) => activity(index, credits * 100, price)))

/** The best of all plans that hold the pinned finish and none of the excluded. */
function bestOfAll(problem: PlanProblem, pinned: readonly Choice[], excluded: readonly number[]): number[] {
  const judge = new PlanJudge(problem, cyclesOf(problem))
  let best = judge.outcome(pinned)
  const visit = (chosen: readonly Choice[], index: number): void => {
    if (index === problem.activities.length) {
      const outcome = judge.outcome(chosen)
      if (compareOutcomes(AIMS, outcome, best) < 0) best = outcome
      return
    }
    visit(chosen, index + 1)
    if (excluded.includes(index) || pinned.some(({ activity: at }) => at === index)) return
    for (const day of ends) visit([...chosen, { activity: index, day }], index + 1)
  }
  visit(pinned, 0)
  return AIMS.map((aim) => best[aim])
}

it('plans best around what is pinned and excluded', () => {
  let proven = 0
  fc.assert(
    fc.property(offers, fc.nat(1), (activities, cycle) => {
      const problem = problemWith(activities)
      const pinned = [{ activity: 0, day: addDays(ends[cycle] ?? until, -100) }]
      const excluded = [1]
      const found = planWith(problem, { pinned, excluded }, { solver: helpless, seconds: 20 })
      const best = bestOfAll(problem, pinned, excluded)
      expect(found.choices).toContainEqual(pinned[0])
      expect(found.choices.some(({ activity: at }) => at === 1)).toBe(false)
      expect(new PlanJudge(problem, cyclesOf(problem)).outcome(found.choices)).toEqual(found.outcome)
      if (!found.optimal) return
      proven++
      expect(AIMS.map((aim) => found.outcome[aim])).toEqual(best)
    }),
    { numRuns: 60, seed: 11 },
  )
  expect(proven).toBeGreaterThan(0)
})

it('claims nothing where the pinned and the planned together are more than the pace allows', () => {
  const problem = { ...problemWith([activity(0, 1900, 1), activity(1, 1900, 1)]), hoursPerWeek: 250 as Amount }
  const pinned = [{ activity: 0, day: addDays(asOf, 20) }]
  expect(planWith(problem, { pinned, excluded: [] }, { solver: helpless }).optimal).toBe(false)
})

it('goes to a thread and back as plain data', () => {
  const problem = problemWith([activity(0, 1900, 1), activity(1, 1900, 1)])
  const back = receivedProblem(JSON.parse(JSON.stringify(sentProblem(problem))))
  const wishes = { pinned: [], excluded: [] }
  expect(planWith(back, wishes, { solver: helpless }).outcome).toEqual(
    planWith(problem, wishes, { solver: helpless }).outcome,
  )
})

it('names the last day for each card, and leaves no gap between them', () => {
  const held = [{ type: 'cpr-aed', issuer: null, issuedOn: asOf, validThrough: addDays(asOf, 400), handsOn: true }]
  const kept = upkeepOf([PACK], held, { asOf, until })
  expect(kept[0]?.by).toBe(addDays(asOf, 400))
  kept.reduce(
    (through, { card }) => {
      expect(card.issuedOn).toBeLessThanOrEqual(through)
      return card.validThrough ?? through
    },
    addDays(asOf, 400),
  )
  expect(kept.at(-1)?.card.validThrough).toBeGreaterThanOrEqual(until)
  // Who holds none takes one at once; a card without a hands-on part is none.
  expect(upkeepOf([PACK], [], { asOf, until })[0]?.by).toBe(asOf)
  expect(
    upkeepOf(
      [PACK],
      held.map((card) => ({ ...card, handsOn: false })),
      { asOf, until },
    )[0]?.by,
  ).toBe(asOf)
})

it('warns of what cannot be, and of what serves nothing', () => {
  const limited = { ...activity(0, 1900, 1), availableUntil: addDays(asOf, 30) }
  const problem = { ...problemWith([limited, activity(1, 500, 1)]), hoursPerWeek: 1000 as Amount }
  const judge = new PlanJudge(problem, cyclesOf(problem))
  const kinds = (choices: readonly Choice[]) => warningsOf(judge, choices).map(({ kind }) => kind)
  expect(kinds([{ activity: 0, day: addDays(asOf, 10) }])).toEqual(['pace'])
  expect(kinds([{ activity: 0, day: addDays(asOf, 800) }])).toEqual(['offer'])
  expect(kinds([{ activity: 1, day: addDays(asOf, -1) }])).toContain('past')
  expect(kinds([{ activity: 1, day: addDays(until, 10) }])).toEqual(['useless'])
  expect(kinds([{ activity: 1, day: addDays(asOf, 700) }])).toEqual([])
})
