import { carryLimit } from '../../credentials/judge/carry.ts'
import { contains, type Day, type DaySpan } from '../../kernel/index.ts'
import { type CompiledPack, yearsInside } from '../../rules/engine.ts'
import { isAbout, lastAccepted } from '../cards.ts'
import type { PlannedCycle } from '../cycles.ts'
import { countsFor, type SumDemand, sumDemands } from '../demands.ts'
import { cardOf, minutesOf } from '../judge.ts'
import { heldCardsPass } from '../moments.ts'
import { cardSupply, heldSupply, type Supply, supplyOf } from '../supply.ts'
import { commonDivisor } from './builder.ts'
import { carriedTerms } from './carry-rows.ts'
import type { CycleContext, Option, Part } from './cycle-context.ts'
import type { Terms } from './port.ts'

export interface CycleColumns {
  /** 1 where the cycle can be renewed. */
  readonly renewable: number
  /** Thousandths of a contact minute. */
  readonly waste: { readonly terms: Terms; readonly constant: number }
  /** Every waste of this cycle is a multiple of this. */
  readonly grain: number
}

/** Terms and the constant of a sum over parts. */
export function sumOf(parts: readonly Part[], weight: (supply: Supply) => number): { terms: Terms; constant: number } {
  const terms: [number, number][] = []
  let constant = 0
  for (const { supply, column } of parts) {
    const value = weight(supply)
    if (column === null) constant += value
    else if (value !== 0) terms.push([column, value])
  }
  return { terms, constant }
}

const minus = (terms: Terms): Terms => terms.map(([column, value]) => [column, -value])

/**
 * Adds what the evaluator asks of one cycle: whether it can be renewed on some day, and what its last day wastes.
 * null where a rule of the pack is no sum; such problems are left to the search.
 */
export function addCycle(context: CycleContext): CycleColumns | null {
  const { problem, cycle, builder, renewals } = context
  const { pack } = cycle
  const held = heldSupply(problem, cycle)
  if (!held || pack.sliding || pack.awards.perActivity.some(({ rule }) => rule.kind === 'course')) return null
  const { profile } = held.judged
  const demands = sumDemands(profile)
  if (!demands) return null
  const planned = plannedParts(context)
  if (!planned) return null
  const parts = [...held.items.map((supply): Part => ({ supply, column: null })), ...planned]
  const seconds = pack.secondTotals.map((total, i) => ({
    required: total.required,
    already: held.judged.seconds[i]?.total ?? 0,
    parts: planned.filter(({ supply }) => supply.code >= 0 && (total.mask >> supply.code) & 1),
  }))
  const taken = new Set(seconds.flatMap((second) => second.parts))
  const main = parts.filter((part) => !taken.has(part))
  const cards = new CardTests(context)
  const days = renewals.map((day) => ({ day, column: builder.binary() }))
  for (const { day, column } of days) {
    cards.require(column, day)
    const by = main.filter(({ supply }) => supply.day <= day)
    requireSums(context, { column, demands, parts: by })
    requireDistinct(context, { column, required: profile.required, parts: [...by, ...cardParts(context)] })
    if (profile.required > 0) requireYears(context, column, by)
    for (const second of seconds) {
      const { terms } = sumOf(
        second.parts.filter(({ supply }) => supply.day <= day),
        (supply) => supply.amount,
      )
      builder.row([...terms, [column, second.already - second.required]], { lower: 0 })
    }
    if (pack.filingOpens && day < cycle.to - pack.filingOpens.daysBeforeExpiry) builder.row([[column, 1]], { upper: 0 })
  }
  const lastDay = days.find(({ day }) => day === cycle.to)
  if (!lastDay) return null
  let renewable = lastDay.column
  if (days.length > 1) {
    renewable = builder.binary()
    builder.row([...days.map(({ column }): [number, number] => [column, 1]), [renewable, -1]], { lower: 0 })
  }
  const withCards = [...main, ...cards.creditParts()]
  const short = shortfall(context, { demands, parts: withCards, required: profile.required, renewed: lastDay.column })
  const total = sumOf(withCards, (supply) => supply.amount)
  const terms: [number, number][] = total.terms.map(([c, v]) => [c, v])
  if (short !== null) for (const column of short) terms.push([column, 1])
  for (const second of seconds) {
    const over = builder.continuous()
    const { terms: more } = sumOf(second.parts, (supply) => supply.amount)
    builder.row([[over, 1], ...minus(more)], { lower: second.already - second.required })
    terms.push([over, 1])
  }
  const carried = carriedTerms(context, { profile, parts: withCards, renewed: lastDay.column })
  if (!carried) return null
  const minutes = minutesOf(cycle)
  return {
    renewable,
    waste: {
      terms: [...terms, ...minus(carried)].map(([column, value]) => [column, value * minutes]),
      constant: (total.constant - Math.max(profile.required, 0)) * minutes,
    },
    grain: minutes * grainOf({ pack, profile, demands, parts: [...withCards, ...planned], seconds }),
  }
}

/** What the finishes on offer give to the cycle; null where the day decides which of several alike counts. */
function plannedParts(context: CycleContext): Part[] | null {
  const { problem, cycle, builder, options } = context
  const inside = options.flatMap((option): { option: Option; supply: Supply }[] => {
    const activity = problem.activities[option.activity]
    const supply = activity && contains(cycle, option.day) ? supplyOf(cycle, activity, option.day) : null
    return supply ? [{ option, supply }] : []
  })
  if (!refusesRepeats(cycle)) return inside.map(({ option, supply }): Part => ({ supply, column: option.column }))
  const parts: Part[] = []
  for (const activity of new Set(inside.map(({ option }) => option.activity))) {
    const own = inside.filter(({ option }) => option.activity === activity)
    const first = own[0]
    if (!first) continue
    if (problem.activities[activity]?.repeatable !== true) {
      parts.push(...own.map(({ option, supply }): Part => ({ supply, column: option.column })))
      continue
    }
    if (cycle.pack.cards.length > 0 || cycle.pack.subPeriod || cycle.pack.carry) return null
    // However often it is finished, it counts once.
    const once = builder.binary()
    builder.row([...own.map(({ option }): [number, number] => [option.column, 1]), [once, -1]], { lower: 0 })
    for (const { option } of own)
      builder.row(
        [
          [once, option.most],
          [option.column, -1],
        ],
        { lower: 0 },
      )
    parts.push({ supply: first.supply, column: once })
  }
  return parts
}

/** Does the pack count a course once in a cycle? */
const refusesRepeats = ({ pack }: PlannedCycle): boolean =>
  pack.awards.repeats.some((rule) => rule.same === 'course' && (rule.kind === undefined || rule.kind === 'course'))

/** What divides every amount of a cycle. */
function grainOf(input: {
  pack: CompiledPack
  profile: { readonly required: number; readonly groups: readonly { readonly max: number }[] }
  demands: readonly SumDemand[]
  parts: readonly Part[]
  seconds: readonly { readonly required: number; readonly already: number }[]
}): number {
  const carry = carryLimit(input.pack)
  return commonDivisor([
    input.profile.required,
    // What is over the most that carries is wasted, and so is what the years' minima leave no room for.
    ...(carry < Number.MAX_SAFE_INTEGER ? [carry] : []),
    input.pack.subPeriod?.min ?? 0,
    ...input.profile.groups.flatMap(({ max }) => (max === Number.POSITIVE_INFINITY ? [] : [max])),
    ...input.demands.map(({ atLeast }) => atLeast),
    ...input.parts.flatMap(({ supply }) => [supply.amount, supply.usable]),
    ...input.seconds.flatMap(({ required, already }) => [required, already]),
  ])
}

/** The credit of cards in a renewal: there in any case, as no renewal goes without the cards. */
const cardParts = ({ cycle }: CycleContext): Part[] => cardSupply(cycle).map((supply) => ({ supply, column: null }))

function requireSums(
  context: CycleContext,
  { column, demands, parts }: { column: number; demands: readonly SumDemand[]; parts: readonly Part[] },
): void {
  const all = [...parts, ...cardParts(context)]
  for (const demand of demands) {
    const { terms, constant } = sumOf(all, (supply) => (countsFor(demand, supply.code) ? supply.usable : 0))
    const lacks = demand.atLeast - constant
    // More than lacks is worth no more than what lacks: the smaller number makes a tighter row.
    if (lacks > 0) context.builder.row([...terms, [column, -lacks]], { lower: 0 })
  }
}

function requireDistinct(
  { cycle, builder }: CycleContext,
  { column, required, parts }: { column: number; required: number; parts: readonly Part[] },
): void {
  const { distinct } = cycle.pack
  if (!distinct || required <= 0) return
  const byCode = new Map<number, Part[]>()
  for (const part of parts)
    if (part.supply.code >= 0 && part.supply.usable > 0)
      byCode.set(part.supply.code, [...(byCode.get(part.supply.code) ?? []), part])
  const used = [...byCode.values()].map((inside) => {
    const present = builder.binary()
    if (inside.every((part) => part.column !== null))
      builder.row([...sumOf(inside, () => 1).terms, [present, -1]], { lower: 0 })
    return present
  })
  builder.row([...used.map((present): [number, number] => [present, 1]), [column, -distinct.count]], { lower: 0 })
}

/** The years of a cycle with a minimum of their own. */
const yearsOf = (cycle: PlannedCycle): { readonly span: DaySpan }[] =>
  cycle.pack.subPeriod ? yearsInside(cycle.pack.subPeriod.rule.yearStarts, cycle) : []

function requireYears({ cycle, builder }: CycleContext, column: number, parts: readonly Part[]): void {
  const min = cycle.pack.subPeriod?.min ?? 0
  for (const { span } of yearsOf(cycle)) {
    const inside = parts.filter(({ supply }) => supply.servesYears && contains(span, supply.day))
    const { terms, constant } = sumOf(inside, (supply) => supply.amount)
    if (min > constant) builder.row([...terms, [column, constant - min]], { lower: 0 })
  }
}

/** Columns that together are what the cycle still needs on its last day; null where that is nothing in any case. */
function shortfall(
  { cycle, builder }: CycleContext,
  input: { demands: readonly SumDemand[]; parts: readonly Part[]; required: number; renewed: number },
): readonly number[] | null {
  const { demands, parts, required, renewed } = input
  if (required <= 0) return null
  const codes = cycle.pack.codes.size > 0 ? [...cycle.pack.codes.values()] : [-1]
  const second = cycle.pack.secondTotals.reduce((mask, total) => mask | total.mask, 0)
  // What is lacking can be earned in any category; those that no sum tells apart are one.
  const kinds = new Map<string, { code: number; column: number }>()
  for (const code of codes.filter((each) => each < 0 || !((second >> each) & 1))) {
    const key = demands.map((demand) => (countsFor(demand, code) ? 1 : 0)).join('')
    if (!kinds.has(key)) kinds.set(key, { code, column: builder.continuous(required) })
  }
  const further = [...kinds.values()]
  for (const demand of demands) {
    const { terms, constant } = sumOf(parts, (supply) => (countsFor(demand, supply.code) ? supply.usable : 0))
    const more = further
      .filter(({ code }) => countsFor(demand, code))
      .map(({ column }): [number, number] => [column, 1])
    builder.row([...terms, ...more], { lower: demand.atLeast - constant })
  }
  const columns = further.map(({ column }) => column)
  const min = cycle.pack.subPeriod?.min ?? 0
  for (const { span } of yearsOf(cycle)) {
    if (span.to < cycle.to) continue
    const inside = parts.filter(({ supply }) => supply.servesYears && contains(span, supply.day))
    const { terms, constant } = sumOf(inside, (supply) => supply.amount)
    builder.row([...terms, ...columns.map((column): [number, number] => [column, 1])], { lower: min - constant })
  }
  // Nothing is lacking in a cycle that can be renewed on its last day.
  builder.row([...columns.map((column): [number, number] => [column, 1]), [renewed, required]], { upper: required })
  return columns
}

/** The tests of cards of one cycle. */
class CardTests {
  readonly #context: CycleContext
  readonly #given: readonly { readonly option: Option; readonly lasts: readonly (Day | null)[] }[]

  constructor(context: CycleContext) {
    this.#context = context
    const { problem, cycle, options } = context
    this.#given = options.flatMap((option) => {
      const card = problem.activities[option.activity]?.card
      if (!card) return []
      const issued = cardOf(card, option.day)
      const lasts = cycle.pack.cards.map(({ rule }) =>
        isAbout(rule, card.type) ? lastAccepted(cycle.pack, rule, issued) : null,
      )
      return lasts.some((last) => last !== null) ? [{ option, lasts }] : []
    })
  }

  /** Cards of test `rule` that hold from their finish to a last day, as columns of which one is enough on `day`. */
  #covering(rule: number, { from, to }: DaySpan): number[] {
    return this.#given
      .filter(({ option, lasts }) => option.day <= from && (lasts[rule] ?? Number.NEGATIVE_INFINITY) >= to)
      .map(({ option }) => option.column)
  }

  /** `column` may be 1 only where every test passes on `day`. */
  require(column: number, day: Day): void {
    const { problem, cycle, builder } = this.#context
    if (cycle.pack.cards.length === 0 || heldCardsPass(problem, cycle, day)) return
    cycle.pack.cards.forEach(({ rule }, i) => {
      const alone = { ...cycle, pack: { ...cycle.pack, cards: cycle.pack.cards.slice(i, i + 1) } }
      if (heldCardsPass(problem, alone, day)) return
      const pieces = rule.primitive === 'prerequisite/continuous' ? this.#pieces(i, day) : [{ from: day, to: day }]
      for (const piece of pieces)
        builder.row([...this.#covering(i, piece).map((c): [number, number] => [c, 1]), [column, -1]], { lower: 0 })
    })
  }

  /** The stretches of a cycle up to `day` that the held cards leave open, cut where a card begins or ends. */
  #pieces(rule: number, day: Day): DaySpan[] {
    const { problem, cycle } = this.#context
    const test = cycle.pack.cards[rule]?.rule
    if (!test) return []
    const held = problem.cards
      .filter((card) => isAbout(test, card.type) && (card.handsOn || !test.handsOn))
      .map((card) => ({ from: card.issuedOn, to: lastAccepted(cycle.pack, test, card) }))
    const given = this.#given.map(({ option, lasts }) => ({ from: option.day, to: lasts[rule] ?? option.day }))
    const starts = [...held, ...given].flatMap(({ from, to }) => [from, to + 1])
    const cuts = [...new Set([cycle.from, ...starts.filter((start) => start > cycle.from && start <= day), day + 1])]
    cuts.sort((a, b) => a - b)
    return cuts
      .slice(0, -1)
      .map((from, i) => ({ from: from as Day, to: ((cuts[i + 1] ?? from) - 1) as Day }))
      .filter((piece) => !held.some(({ from, to }) => from <= piece.from && to >= piece.to))
  }

  /** The credit of cards on the cycle's last day, each with the column that says whether it is given. */
  creditParts(): Part[] {
    const { problem, cycle, builder } = this.#context
    const credit = cardSupply(cycle)
    if (credit.length === 0) return []
    const given = cycle.pack.cards.flatMap(({ credit: amount }, i) => (amount > 0 ? [i] : []))
    return given.flatMap((rule, i): Part[] => {
      const supply = credit[i]
      if (!supply) return []
      const alone = { ...cycle, pack: { ...cycle.pack, cards: cycle.pack.cards.slice(rule, rule + 1) } }
      if (heldCardsPass(problem, alone, cycle.to)) return [{ supply, column: null }]
      const covering = this.#covering(rule, { from: cycle.to, to: cycle.to })
      if (covering.length === 0) return []
      const present = builder.binary()
      builder.row([...covering.map((c): [number, number] => [c, 1]), [present, -1]], { lower: 0 })
      for (const column of covering) {
        const most = builder.columns[column]?.upper ?? 1
        builder.row(
          [
            [present, most],
            [column, -1],
          ],
          { lower: 0 },
        )
      }
      return [{ supply, column: present }]
    })
  }
}
