import type { Day } from '../../kernel/index.ts'
import { type CompiledPack, isIn, type Profile, sumTree, type Term } from '../../rules/engine.ts'
import type { Item } from './admit.ts'
import { capsOf, trim } from './caps.ts'
import { carryLimit, isCarryable } from './carry.ts'
import { solve } from './problem.ts'
import { lackingYears, type Year, yearsOf } from './years.ts'

/** What the credits of a cycle come to. */
export interface Count {
  /** All credits that were admitted, second totals aside. */
  readonly total: number
  readonly counted: number
  /** Least further credits, as if they could still be earned. */
  readonly needed: number
  /** More is needed than the unmet category minima account for. */
  readonly short: boolean
  readonly unmet: readonly string[]
  readonly distinctShort: boolean
  readonly openYears: readonly Year[]
  readonly lostYears: readonly Year[]
}

export interface CountQuestion {
  readonly pack: CompiledPack
  readonly profile: Profile
  readonly items: readonly Item[]
  readonly span: Term
  readonly asOf: Day
}

interface Sums {
  needed: number
  accounted: number
  unmet: readonly string[]
}

/** Sums by category under nested groups. */
function sumNested(question: CountQuestion, amounts: readonly number[]): Sums | null {
  const { profile, items } = question
  if (!profile.tree) return null
  const byCode = new Float64Array(31)
  let loose = 0
  for (let i = 0; i < items.length; i++) {
    const code = (items[i] as Item).code
    const amount = amounts[i] as number
    if (isIn(profile.grouped, code)) byCode[code] = (byCode[code] as number) + amount
    else loose += amount
  }
  const { usable, lacking, unmet } = sumTree(profile.tree, byCode, loose)
  return { needed: Math.max(lacking, profile.required - usable), accounted: lacking, unmet }
}

/** The same by the exact programme, where a cap or a group crosses another. */
function sumCrossing(question: CountQuestion): Sums {
  const { profile, items } = question
  const base = { ...question, years: [], carryMax: 0, lastDay: question.span.to }
  const needed = solve({ ...base, required: profile.required }).needed
  const accounted = solve({ ...base, required: 0 }).needed
  const limits = { ...profile, groups: profile.groups.map((group) => ({ ...group, minima: [] })) }
  const unmet = profile.groups.flatMap((group) => {
    const inside = items.filter((item) => isIn(group.mask, item.code))
    const most = solve({ ...base, items: inside, profile: limits, required: LARGE, unlimitedFurther: true })
    const available = LARGE - most.needed
    return group.minima.filter((each) => available < each.min).map((each) => each.label)
  })
  return { needed, accounted, unmet }
}

/** More than any total, in thousandths, and small enough for the exact programme. */
export const LARGE = 1_000_000_000

const distinctCodes = (items: readonly Item[], amounts: readonly number[]): number => {
  const codes = new Set<number>()
  for (let i = 0; i < items.length; i++)
    if ((items[i] as Item).code >= 0 && (amounts[i] as number) > 0) codes.add((items[i] as Item).code)
  return codes.size
}

/** Counts the credits of a cycle exactly: what counts, what is needed, which minima are open. */
export function count(question: CountQuestion): Count {
  const { pack, profile, items, span, asOf } = question
  let total = 0
  for (const item of items) total += item.amount
  const amounts = trim(capsOf(pack, items), items)
  const sums = (amounts ? sumNested(question, amounts) : null) ?? sumCrossing(question)
  const years = profile.required > 0 ? yearsOf(pack, span) : []
  const { open, over } = lackingYears({ years, items, asOf })
  let needed = sums.needed
  if (open.length > 0) {
    const openYears = years.filter((year) => asOf <= year.span.to)
    if (profile.groups.length === 0 && amounts)
      needed = Math.max(
        needed,
        open.reduce((sum, each) => sum + each.lacks, 0),
      )
    else
      needed = solve({
        ...question,
        years: openYears,
        required: profile.required,
        carryMax: 0,
        lastDay: span.to,
      }).needed
  }
  needed = Math.min(needed, Math.max(profile.required, 0))
  const wanted = pack.distinct
  return {
    total,
    counted: profile.required - needed,
    needed,
    // Limits that cross can leave a shortfall that no single minimum shows.
    short: sums.needed > sums.accounted || (needed > 0 && sums.unmet.length + open.length === 0),
    unmet: profile.labels.filter((label, i) => sums.unmet.includes(label) && profile.labels.indexOf(label) === i),
    distinctShort:
      wanted !== null &&
      profile.required > 0 &&
      distinctCodes(items, amounts ?? items.map((item) => item.amount)) < wanted.count,
    openYears: open.map((each) => each.year),
    lostYears: over,
  }
}

/** What moves into the next cycle when this one is renewed: the most that any of the best allocations leaves. */
export function carriedOut(question: CountQuestion, counted: Count): number {
  const { pack, profile, items, span } = question
  const limit = carryLimit(pack)
  const surplus = counted.total - counted.counted
  if (surplus <= 0) return 0
  const capped = capsOf(pack, items).length > 0
  if (profile.groups.length > 0 || pack.subPeriod || capped)
    return solve({
      ...question,
      years: yearsOf(pack, span),
      required: profile.required,
      carryMax: Math.min(limit, LARGE),
      lastDay: span.to,
    }).carried
  let carryable = 0
  for (const item of items) if (isCarryable(pack, item, span.to)) carryable += item.amount
  return Math.min(surplus, limit, carryable)
}
