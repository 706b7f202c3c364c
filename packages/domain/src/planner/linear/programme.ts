import { contains } from '../../kernel/index.ts'
import { yearsInside } from '../../rules/engine.ts'
import type { PlannedCycle } from '../cycles.ts'
import { givesCard, type Moment, type Moments } from '../moments.ts'
import type { Aim, Choice, PlanProblem } from '../problem.ts'
import { supplyOf } from '../supply.ts'
import { commonDivisor, ProgrammeBuilder } from './builder.ts'
import type { Option } from './cycle-context.ts'
import { addCycle } from './cycle-rows.ts'
import type { Terms } from './port.ts'

/** An aim as a sum of columns. */
export interface AimSum {
  readonly terms: Terms
  readonly constant: number
}

/** A plan problem as a mixed-integer programme. */
export interface PlanProgramme {
  readonly builder: ProgrammeBuilder
  readonly options: readonly Option[]
  readonly aims: Readonly<Record<Aim, AimSum>>
  /** Every value that an aim can take is a multiple of its step. */
  readonly steps: Readonly<Record<Aim, number>>
  /** The columns that say whether a cycle can be renewed. */
  readonly renewable: readonly number[]
}

const DAYS_A_WEEK = 7
/** More finishes of one activity than any plan would have. */
const MOST_TIMES = 1000

/** How often a repeatable activity could be useful at one moment: until it alone fulfils every cycle that it serves. */
export function mostTimes(problem: PlanProblem, cycles: readonly PlannedCycle[], moment: Moment): number {
  const activity = problem.activities[moment.activity]
  if (!activity?.repeatable) return 1
  let most = cycles.some((cycle) => givesCard(activity, cycle)) ? 1 : 0
  for (const cycle of cycles) {
    const supply = supplyOf(cycle, activity, moment.day)
    if (!supply || supply.usable === 0) continue
    const { profiles } = requirementsOf(cycle)
    most = Math.max(most, Math.ceil(profiles / supply.usable))
  }
  return Math.min(most, MOST_TIMES)
}

/** The largest number that any total or minimum of the pack asks for. */
function requirementsOf({ pack }: PlannedCycle): { profiles: number } {
  const { base, byCertification, byRenewal, byCredential, exemption } = pack.requirement
  const profiles = [base, ...byCertification, ...byRenewal, ...byCredential, ...(exemption ? [exemption] : [])].map(
    (each) => ('profile' in each ? each.profile : each),
  )
  const amounts = profiles.flatMap((profile) => [
    profile.required,
    ...profile.groups.flatMap((group) => group.minima.map((minimum) => minimum.min)),
  ])
  return { profiles: Math.max(...amounts, pack.subPeriod?.min ?? 0, ...pack.secondTotals.map((s) => s.required)) }
}

/** Without a limit of pace, of finishes that serve the same the earliest is as good as any. */
function undominated(problem: PlanProblem, cycles: readonly PlannedCycle[], moments: readonly Moment[]): Moment[] {
  const seen = new Set<string>()
  return moments.filter((moment) => {
    const activity = problem.activities[moment.activity]
    if (!activity) return false
    if (cycles.some((cycle) => givesCard(activity, cycle))) return true
    const key = cycles
      .map((cycle) => {
        if (moment.day < cycle.from || moment.day > cycle.to) return '-'
        const supply = supplyOf(cycle, activity, moment.day)
        const { subPeriod } = cycle.pack
        const years = subPeriod ? yearsInside(subPeriod.rule.yearStarts, cycle) : []
        const year = years.findIndex(({ span }) => contains(span, moment.day))
        return supply ? `${supply.amount}/${supply.carryable}/${year}` : '-'
      })
      .join('|')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Compiles a problem; null where a rule of a pack is no sum. */
export function compileProgramme(
  problem: PlanProblem,
  cycles: readonly PlannedCycle[],
  moments: Moments,
): PlanProgramme | null {
  const builder = new ProgrammeBuilder()
  const options: Option[] = []
  for (const [index, activity] of problem.activities.entries()) {
    const all = moments.of(index)
    const kept = problem.hoursPerWeek === null ? undominated(problem, cycles, all) : all
    const own: Option[] = []
    for (const moment of kept) {
      const most = mostTimes(problem, cycles, moment)
      if (most > 0) own.push({ ...moment, most, column: builder.integer(most) })
    }
    if (!activity.repeatable && own.length > 1)
      builder.row(
        own.map(({ column }) => [column, 1]),
        { upper: 1 },
      )
    options.push(...own)
  }
  limitPace(problem, builder, options)
  const renewable: number[] = []
  const waste: [number, number][] = []
  let wasted = 0
  let grain = 0
  for (const cycle of cycles) {
    const columns = addCycle({ problem, cycle, builder, options, renewals: moments.renewals(cycle) })
    if (!columns) return null
    renewable.push(columns.renewable)
    waste.push(...columns.waste.terms.map(([c, v]): [number, number] => [c, v]))
    wasted += columns.waste.constant
    grain = commonDivisor([grain, columns.grain])
  }
  const costs = (of: 'price' | 'hours'): AimSum => ({
    terms: options.flatMap(({ activity, column }): [number, number][] => {
      const chosen = problem.activities[activity]
      const cost = !chosen || (of === 'price' && chosen.owned) ? 0 : chosen[of]
      return cost === 0 ? [] : [[column, cost]]
    }),
    constant: 0,
  })
  const price = costs('price')
  const hours = costs('hours')
  return {
    builder,
    options,
    renewable,
    aims: {
      unmet: { terms: renewable.map((column) => [column, -1]), constant: cycles.length },
      waste: { terms: waste, constant: wasted },
      price,
      hours,
    },
    steps: { unmet: 1, waste: grain || 1, price: stepOf(price), hours: stepOf(hours) },
  }
}

const stepOf = ({ terms }: AimSum): number => commonDivisor(terms.map(([, coefficient]) => coefficient))

/** The work of everything finished by a day must fit between `asOf` and that day, both included. */
function limitPace(
  { asOf, activities, hoursPerWeek }: PlanProblem,
  builder: ProgrammeBuilder,
  options: Option[],
): void {
  if (hoursPerWeek === null) return
  for (const day of [...new Set(options.map((option) => option.day))].sort((a, b) => a - b)) {
    const terms = options
      .filter((option) => option.day <= day)
      .map(({ activity, column }): [number, number] => [column, (activities[activity]?.hours ?? 0) * DAYS_A_WEEK])
    builder.row(terms, { upper: hoursPerWeek * (day - asOf + 1) })
  }
}

/** The finishes that a solution of the programme chooses. */
export const choicesOf = (programme: PlanProgramme, values: readonly number[]): Choice[] =>
  programme.options.flatMap(({ activity, day, column }) =>
    Array.from({ length: Math.round(values[column] ?? 0) }, () => ({ activity, day })),
  )
