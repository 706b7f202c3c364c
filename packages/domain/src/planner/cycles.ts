import type { HoldingEvent, HoldingFacts } from '../credentials/index.ts'
import { evaluate } from '../credentials/index.ts'
import { addDays, type Day, laterDay } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/index.ts'
import type { PlannedHolding, PlanProblem } from './problem.ts'

/** A cycle that ends inside the horizon, with the facts under which it is judged on its own. */
export interface PlannedCycle {
  readonly index: number
  readonly holding: number
  readonly pack: CompiledPack
  readonly from: Day
  readonly to: Day
  /** The holding as if every cycle before had been renewed on its expiry; without awards and cards. */
  readonly facts: HoldingFacts
  /** The first day on which it could still be renewed: `from`, or `asOf` where later. */
  readonly opens: Day
}

/** More cycles than any horizon needs; ends the walk where a schedule stands still. */
const MOST_CYCLES = 400

interface Found {
  readonly from: Day
  readonly to: Day
  readonly facts: HoldingFacts
}

/** The cycle in which a day lies, renewing on expiry whatever ended before it. */
function cycleOn(pack: CompiledPack, facts: HoldingFacts, day: Day): Found | null {
  let current = facts
  for (let n = 0; n < MOST_CYCLES; n++) {
    const { cycle } = evaluate(pack, current, { asOf: day })
    if (!cycle) return null
    // Only the last day is known: it began when the holder says, else before anything that is asked here.
    if (cycle.to >= day) return { from: cycle.from ?? facts.cycleStart ?? (0 as Day), to: cycle.to, facts: current }
    const renewed: HoldingEvent = { type: 'renewed', on: cycle.to }
    const next = { ...current, events: [...current.events, renewed] }
    const after = evaluate(pack, next, { asOf: day }).cycle
    if (!after || after.to <= cycle.to) return null
    current = next
  }
  return null
}

function cyclesOfHolding(problem: PlanProblem, holding: PlannedHolding): Found[] {
  if (holding.pack.term.primitive === 'term/none') return []
  const found: Found[] = []
  let facts: HoldingFacts = { ...holding.held, awards: [], cards: [] }
  let day = laterDay(problem.asOf, facts.issuedOn ?? facts.cycleStart ?? problem.asOf)
  while (found.length < MOST_CYCLES) {
    const cycle = cycleOn(holding.pack, facts, day)
    if (!cycle || cycle.to > problem.until) break
    found.push(cycle)
    facts = cycle.facts
    day = addDays(cycle.to, 1)
  }
  return found
}

/** The cycles of every holding that end between `asOf` and the horizon's last day. */
export function cyclesOf(problem: PlanProblem): PlannedCycle[] {
  const cycles: PlannedCycle[] = []
  problem.holdings.forEach((holding, index) => {
    for (const { from, to, facts } of cyclesOfHolding(problem, holding))
      cycles.push({
        index: cycles.length,
        holding: index,
        pack: holding.pack,
        from,
        to,
        facts,
        opens: laterDay(from, problem.asOf),
      })
  })
  return cycles
}
