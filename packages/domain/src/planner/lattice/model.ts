import { contains } from '../../kernel/index.ts'
import { yearsInside } from '../../rules/engine.ts'
import type { PlannedCycle } from '../cycles.ts'
import { countsFor, sumDemands } from '../demands.ts'
import { minutesOf } from '../judge.ts'
import { commonDivisor } from '../linear/builder.ts'
import { heldCardsPass, type Moment, Moments } from '../moments.ts'
import type { Aim, PlanProblem } from '../problem.ts'
import { cardSupply, heldSupply, type Supply, supplyOf } from '../supply.ts'

/** A sum that a renewable cycle must reach. */
export interface Requirement {
  readonly cycle: number
  /** What the holder's awards and cards leave of it, in thousandths of the unit. */
  readonly need: number
  /** What a supply adds to it. */
  readonly weigh: (supply: Supply) => number
}

/** A finish of an activity and everything that it does. */
export interface Placement {
  readonly moment: Moment
  /** What it adds to each requirement, in the order of `requirements`. */
  readonly adds: readonly number[]
  readonly costs: Readonly<Record<Exclude<Aim, 'unmet'>, number>>
  /** What of the waste falls in each cycle. */
  readonly wasteByCycle: readonly number[]
}

/** A problem in which every cycle is to be renewed on its last day and every rule is a sum to be reached. */
export interface CoveringProblem {
  readonly requirements: readonly Requirement[]
  /** The placements of each activity that is of any use; at most one of each is chosen. */
  readonly activities: readonly (readonly Placement[])[]
  /** Waste of the plan without any activity, negative where something is still needed. */
  readonly wasteBefore: number
}

/** The sums of one cycle; null where more than sums decides. */
function requirementsOf(
  problem: PlanProblem,
  cycle: PlannedCycle,
): { requirements: Requirement[]; wasteBefore: number } | null {
  const { pack } = cycle
  const held = heldSupply(problem, cycle)
  if (!held || pack.sliding || pack.distinct || pack.carry) return null
  const demands = sumDemands(held.judged.profile)
  if (!demands || pack.awards.perActivity.some(({ rule }) => rule.kind === 'course')) return null
  const already = [...held.items, ...cardSupply(cycle)]
  const second = pack.secondTotals.reduce((mask, total) => mask | total.mask, 0)
  const isMain = ({ code }: Supply): boolean => code < 0 || ((second >> code) & 1) === 0
  const sum = (supplies: readonly Supply[], weigh: (supply: Supply) => number): number =>
    supplies.reduce((total, supply) => total + weigh(supply), 0)
  const requirements = demands.map((demand): Requirement => {
    const weigh = (supply: Supply): number => (isMain(supply) && countsFor(demand, supply.code) ? supply.usable : 0)
    return { cycle: cycle.index, need: demand.atLeast - sum(already, weigh), weigh }
  })
  const required = Math.max(held.judged.profile.required, 0)
  let wasteBefore = sum(already, (supply) => supply.amount) - required
  pack.secondTotals.forEach((total, i) => {
    const weigh = ({ code, amount }: Supply): number => (code >= 0 && (total.mask >> code) & 1 ? amount : 0)
    const had = held.judged.seconds[i]?.total ?? 0
    requirements.push({ cycle: cycle.index, need: total.required - had, weigh })
    wasteBefore += had - total.required
  })
  if (pack.subPeriod && required > 0)
    for (const { span } of yearsInside(pack.subPeriod.rule.yearStarts, cycle)) {
      const weigh = (supply: Supply): number =>
        isMain(supply) && supply.servesYears && contains(span, supply.day) ? supply.amount : 0
      requirements.push({ cycle: cycle.index, need: pack.subPeriod.min - sum(held.items, weigh), weigh })
    }
  return { requirements: requirements.filter(({ need }) => need > 0), wasteBefore: wasteBefore * minutesOf(cycle) }
}

/** Reads a problem as one of sums; null where it is none. */
export function coveringOf(problem: PlanProblem, cycles: readonly PlannedCycle[]): CoveringProblem | null {
  if (cycles.length === 0) return null
  const moments = new Moments(problem, cycles)
  if (cycles.some((cycle) => !heldCardsPass(problem, cycle, cycle.to))) return null
  const requirements: Requirement[] = []
  let wasteBefore = 0
  for (const cycle of cycles) {
    const own = requirementsOf(problem, cycle)
    if (!own) return null
    requirements.push(...own.requirements)
    wasteBefore += own.wasteBefore
  }
  const activities: Placement[][] = []
  for (const [index, activity] of problem.activities.entries()) {
    const placements = new Map<string, Placement>()
    // Of finishes that do the same the earliest is the best to hear of; under a limit of pace, the latest.
    const inOrder = problem.hoursPerWeek === null ? moments.of(index) : moments.of(index).reverse()
    for (const moment of inOrder) {
      const placement = placementOf(problem, cycles, { moment, requirements })
      const key = `${placement.adds.join()}|${placement.costs.waste}`
      if (placement.adds.some((add) => add > 0) && !placements.has(key)) placements.set(key, placement)
    }
    if (placements.size === 0) continue
    if (activity.repeatable) return null
    activities.push([...placements.values()])
  }
  return { requirements, activities, wasteBefore }
}

function placementOf(
  problem: PlanProblem,
  cycles: readonly PlannedCycle[],
  { moment, requirements }: { moment: Moment; requirements: readonly Requirement[] },
): Placement {
  const activity = problem.activities[moment.activity]
  const supplies = cycles.map((cycle) =>
    activity && contains(cycle, moment.day) ? supplyOf(cycle, activity, moment.day) : null,
  )
  const wasteByCycle = cycles.map((cycle, i) => (supplies[i]?.amount ?? 0) * minutesOf(cycle))
  return {
    moment,
    adds: requirements.map(({ cycle, weigh }) => {
      const supply = supplies[cycle]
      return supply ? weigh(supply) : 0
    }),
    costs: {
      waste: wasteByCycle.reduce((sum, each) => sum + each, 0),
      price: !activity || activity.owned ? 0 : activity.price,
      hours: activity?.hours ?? 0,
    },
    wasteByCycle,
  }
}

/** Weights that make one whole number of three aims, compared as the aims are compared one after the other. */
export interface Weights {
  readonly aims: readonly Exclude<Aim, 'unmet'>[]
  readonly steps: readonly number[]
  readonly weights: readonly number[]
}

/** Sums of whole numbers beyond this lose their last digits. */
const LARGEST = 2 ** 50

/** The weights for an order of aims; null where the numbers would become too large. */
export function weightsOf(covering: CoveringProblem, order: readonly Aim[]): Weights | null {
  const aims = order.filter((aim) => aim !== 'unmet')
  const largest = aims.map((aim) =>
    covering.activities.reduce((sum, own) => sum + Math.max(...own.map(({ costs }) => costs[aim])), 0),
  )
  const steps = aims.map((aim) =>
    commonDivisor(covering.activities.flatMap((own) => own.map(({ costs }) => costs[aim]))),
  )
  const weights = [1, 1, 1]
  for (let i = aims.length - 2; i >= 0; i--)
    weights[i] = (weights[i + 1] ?? 1) * (Math.floor((largest[i + 1] ?? 0) / (steps[i + 1] ?? 1)) + 1)
  const total = aims.reduce((sum, _, i) => sum + ((largest[i] ?? 0) / (steps[i] ?? 1)) * (weights[i] ?? 1), 0)
  return total < LARGEST ? { aims, steps, weights } : null
}

/** What the waste in some cycles costs as a part of that number. */
export const wasteCost = (weights: Weights, placement: Placement, belongs: (cycle: number) => boolean): number => {
  const i = weights.aims.indexOf('waste')
  const waste = placement.wasteByCycle.reduce((sum, each, cycle) => (belongs(cycle) ? sum + each : sum), 0)
  return (waste / (weights.steps[i] ?? 1)) * (weights.weights[i] ?? 1)
}

/** What a placement costs as one whole number. */
export const costOf = ({ aims, steps, weights }: Weights, { costs }: Placement): number =>
  aims.reduce((sum, aim, i) => sum + (costs[aim] / (steps[i] ?? 1)) * (weights[i] ?? 1), 0)
