import { type Amount, addDays, addMonths, type Day, dayOf } from '@gs/domain'
import { AIMS, type PlannedActivity, type PlannedHolding, type PlanProblem } from '@gs/domain/planner'
import { type CompiledPack, compilePack } from '@gs/domain/rules'
import { loadPack } from '@gs/rulepacks'

/** Bodies with terms of two years and totals of about two units of ten hours, so that sizes compare. */
const PACKS = ['nasm-cpt', 'ace-cpt', 'nasm-csnc'] as const
const TERM_MONTHS = 24

/** Numbers that are always the same for a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const compiled = new Map<string, CompiledPack>()

export function packOf(id: string): CompiledPack {
  const known = compiled.get(id)
  if (known) return known
  const pack = loadPack(id)
  if (!pack) throw new Error(`There is no pack ${id}.`)
  const fresh = compilePack(pack)
  compiled.set(id, fresh)
  return fresh
}

export interface Size {
  readonly holdings: number
  readonly cycles: number
  readonly activities: number
}

const thousandths = (units: number): Amount => Math.round(units * 1000) as Amount

/**
 * A random problem of a size: credits of 0.2 to 1.9 units, prices of 0 to 900, 5 to 40 hours in quarters, a quarter of
 * the activities with a first or a last day, half of them accepted by each body; cards held without a gap.
 */
export function problemOf(size: Size, seed: number): PlanProblem {
  const random = numbers(seed * 7919 + size.holdings * 101 + size.cycles * 13 + size.activities)
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const asOf = dayOf(2026, 1, 15) as Day
  const holdings = PACKS.slice(0, size.holdings).map((id, i): PlannedHolding => {
    const issuedOn = i === 0 ? asOf : addDays(asOf, -between(0, 700))
    return { id: `h${i}`, pack: packOf(id), held: { issuedOn, events: [] }, awards: [] }
  })
  // The last day by which each holding has ended its cycles: an earlier issue ends them earlier.
  const until = addMonths(asOf, TERM_MONTHS * size.cycles)
  const horizon = until - asOf
  const activities = Array.from({ length: size.activities }, (_, i): PlannedActivity => {
    const first = between(0, size.holdings - 1)
    const credits = holdings.flatMap(({ pack }, holding) =>
      holding === first || random() < 0.5
        ? [{ packId: pack.pack.id, credits: thousandths(between(2, 19) / 10), category: null }]
        : [],
    )
    const edge = random()
    const day = addDays(asOf, Math.floor(random() * horizon))
    return {
      id: `a${i}`,
      name: `Activity ${i}`,
      hours: thousandths(between(20, 160) / 4),
      price: thousandths(between(0, 900)),
      owned: false,
      repeatable: false,
      availableFrom: edge < 0.125 ? day : null,
      availableUntil: edge >= 0.125 && edge < 0.25 ? day : null,
      credits,
      card: null,
    }
  })
  const cards = [-1, 0, 1, 2, 3, 4].map((n) => {
    const issuedOn = addMonths(addDays(asOf, -30), n * TERM_MONTHS)
    return {
      type: 'cpr-aed',
      issuer: null,
      issuedOn,
      validThrough: addMonths(issuedOn, TERM_MONTHS + 1),
      handsOn: true,
    }
  })
  return { asOf, until, holdings, cards, activities, hoursPerWeek: null, minimise: AIMS }
}
