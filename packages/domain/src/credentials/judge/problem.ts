import {
  type CompiledPack,
  type ExactProblem,
  type ExactSolution,
  type Group,
  isIn,
  type Profile,
  solveExact,
} from '../../rules/engine.ts'
import type { Item } from './admit.ts'
import { capsOf } from './caps.ts'
import { isCarryable } from './carry.ts'
import type { Year } from './years.ts'

/** What the exact programme is asked. */
export interface Question {
  readonly pack: CompiledPack
  readonly profile: Profile
  readonly items: readonly Item[]
  /** Years whose minimum can still be reached. */
  readonly years: readonly Year[]
  readonly required: number
  readonly carryMax: number
  /** The last day of the cycle, for what may carry. */
  readonly lastDay: number
  /** Asks for the most that passes every limit: further credits are then free of all of them. */
  readonly unlimitedFurther?: boolean
}

/** Items that are alike in every respect: one cell of the programme. */
interface Lot {
  readonly number: number
  amount: number
  readonly groups: readonly number[]
  readonly carryable: boolean
}

interface Placed {
  readonly item: Item
  readonly lot: Lot
}

function build(question: Question): { readonly problem: ExactProblem; readonly placed: readonly Placed[] } {
  const { pack, profile, items, years, required, carryMax } = question
  const groups: Group[] = []
  const members = items.map((item) => ({ item, groups: [] as number[] }))
  const kinds = furtherKinds(question).map((kind) => ({ ...kind, groups: [] as number[] }))
  const add = (group: Group, holds: (item: Item) => boolean, takes: (kind: Kind) => boolean) => {
    const number = groups.push(group) - 1
    for (const member of members) if (holds(member.item)) member.groups.push(number)
    for (const kind of kinds) if (takes(kind)) kind.groups.push(number)
  }
  for (const { mask, minima, max } of profile.groups)
    add(
      { min: Math.max(0, ...minima.map((each) => each.min)), max },
      ({ code }) => isIn(mask, code),
      ({ code }) => isIn(mask, code),
    )
  for (const cap of capsOf(pack, items)) {
    const capped = new Set(items.filter((_, i) => cap.items.includes(i)))
    let sum = 0
    for (const item of capped) sum += item.amount
    // A cap above all there is cuts nothing: leaving it out keeps alike items in one cell.
    if (sum > cap.max)
      add(
        { min: 0, max: cap.max },
        (item) => capped.has(item),
        () => false,
      )
  }
  years.forEach((year, y) => {
    add(
      { min: year.min, max: Number.POSITIVE_INFINITY },
      (item) => year.holds(item),
      (kind) => kind.year === y,
    )
  })
  const { lots, placed } = gather(question, members)
  return { problem: { required, cells: lots, groups, further: kinds.map((kind) => kind.groups), carryMax }, placed }
}

/** Puts items that are alike in every respect together. */
function gather(
  { pack, carryMax, lastDay }: Question,
  members: readonly { readonly item: Item; readonly groups: readonly number[] }[],
): { readonly lots: readonly Lot[]; readonly placed: readonly Placed[] } {
  const lots = new Map<string, Lot>()
  const placed = members.map(({ item, groups }): Placed => {
    const carryable = carryMax > 0 && isCarryable(pack, item, lastDay)
    const key = `${groups.join(',')}${carryable ? '+' : ''}`
    const lot = lots.get(key) ?? { number: lots.size, amount: 0, groups, carryable }
    lot.amount += item.amount
    lots.set(key, lot)
    return { item, lot }
  })
  return { lots: [...lots.values()], placed }
}

/** A kind of credit that can still be earned: a category, and a year of those asked about; -1 for none. */
interface Kind {
  readonly code: number
  readonly year: number
}

/** Which credits can still be earned: every category of the pack, in every year that is still open. */
function furtherKinds({ pack, years, unlimitedFurther }: Question): Kind[] {
  if (unlimitedFurther) return [{ code: -1, year: -1 }]
  let second = 0
  for (const total of pack.secondTotals) second |= total.mask
  const codes = [...pack.codes.values()].filter((code) => !isIn(second, code))
  const kinds: Kind[] = []
  for (const code of codes.length > 0 ? codes : [-1]) {
    kinds.push({ code, year: -1 })
    for (let year = 0; year < years.length; year++) kinds.push({ code, year })
  }
  return kinds
}

/** What of an item counts and what of it carries. */
export interface Share {
  readonly counted: number
  readonly carried: number
}

/** The best allocation, item by item, and the credits that would complete it. */
export interface Solved extends ExactSolution {
  readonly shares: ReadonlyMap<Item, Share>
  readonly further: readonly (Kind & { readonly amount: number })[]
}

/** The best allocation of the question's items, exactly, with what counts and carries of each item. */
export function solve(question: Question): Solved {
  const { problem, placed } = build(question)
  const solution = solveExact(problem)
  const counted = [...solution.counted]
  const carried = [...solution.carriedBy]
  const shares = new Map<Item, Share>()
  const take = (from: number[], lot: Lot, most: number): number => {
    const left = from[lot.number] ?? 0
    const taken = Math.min(most, left)
    from[lot.number] = left - taken
    return taken
  }
  // Within a lot all credits are equal: the oldest count first, so that the youngest are left.
  for (const { item, lot } of [...placed].sort((a, b) => compare(a.item, b.item))) {
    const counts = take(counted, lot, item.amount)
    shares.set(item, { counted: counts, carried: take(carried, lot, item.amount - counts) })
  }
  const further = furtherKinds(question).map((kind, i) => ({ ...kind, amount: solution.furtherBy[i] ?? 0 }))
  return { ...solution, shares, further: further.filter((each) => each.amount > 0) }
}

const compare = (a: Item, b: Item): number => a.day - b.day || ((a.award?.id ?? '') < (b.award?.id ?? '') ? -1 : 1)
