import {
  type Cell,
  type CompiledPack,
  type ExactProblem,
  type ExactSolution,
  type Group,
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

interface Built {
  readonly problem: ExactProblem
  /** The cell of each item. */
  readonly cellOf: readonly number[]
}

function build(question: Question): Built {
  const { pack, profile, items, years } = question
  const groups: Group[] = []
  const memberships: number[][] = items.map(() => [])
  const kinds = furtherKinds(question)
  const further: number[][] = kinds.map(() => [])
  for (const group of profile.groups) {
    const number = groups.push({ min: Math.max(0, ...group.minima.map((each) => each.min)), max: group.max }) - 1
    items.forEach((item, i) => {
      if (item.code >= 0 && (group.mask >> item.code) & 1) memberships[i]?.push(number)
    })
    kinds.forEach((kind, i) => {
      if (kind.code >= 0 && (group.mask >> kind.code) & 1) further[i]?.push(number)
    })
  }
  for (const cap of capsOf(pack, items)) {
    // A cap above all there is cuts nothing: leaving it out keeps alike items in one cell.
    if (cap.items.reduce((sum, index) => sum + (items[index]?.amount ?? 0), 0) <= cap.max) continue
    const number = groups.push({ min: 0, max: cap.max }) - 1
    for (const index of cap.items) memberships[index]?.push(number)
  }
  years.forEach((year, y) => {
    const number = groups.push({ min: pack.subPeriod?.min ?? 0, max: Number.POSITIVE_INFINITY }) - 1
    items.forEach((item, i) => {
      if (year.holds(item)) memberships[i]?.push(number)
    })
    kinds.forEach((kind, i) => {
      if (kind.year === y) further[i]?.push(number)
    })
  })
  return gather(question, { memberships, groups, further })
}

/** Items that are alike in every respect become one cell. */
function gather(
  { items, pack, required, carryMax, lastDay }: Question,
  { memberships, groups, further }: { memberships: number[][]; groups: Group[]; further: number[][] },
): Built {
  const numbers = new Map<string, number>()
  const cells: { amount: number; groups: number[]; carryable: boolean }[] = []
  const cellOf = items.map((item, i) => {
    const carryable = carryMax > 0 && isCarryable(pack, item, lastDay)
    const own = memberships[i] ?? []
    const key = `${own.join(',')}${carryable ? '+' : ''}`
    const known = numbers.get(key)
    if (known !== undefined) {
      const cell = cells[known]
      if (cell) cell.amount += item.amount
      return known
    }
    numbers.set(key, cells.length)
    return cells.push({ amount: item.amount, groups: own, carryable }) - 1
  })
  const all: readonly Cell[] = cells
  return { problem: { required, cells: all, groups, further, carryMax }, cellOf }
}

/** Which credits can still be earned: every category of the pack, in every year that is still open. */
function furtherKinds({ pack, years, unlimitedFurther }: Question): { readonly code: number; readonly year: number }[] {
  if (unlimitedFurther) return [{ code: -1, year: -1 }]
  let second = 0
  for (const total of pack.secondTotals) second |= total.mask
  const codes = [...pack.codes.values()].filter((code) => !((second >> code) & 1))
  const kinds: { code: number; year: number }[] = []
  for (const code of codes.length > 0 ? codes : [-1]) {
    kinds.push({ code, year: -1 })
    for (let year = 0; year < years.length; year++) kinds.push({ code, year })
  }
  return kinds
}

/** The best allocation, item by item, and the credits that would complete it. */
export interface Solved extends ExactSolution {
  readonly items: readonly { readonly counted: number; readonly carried: number }[]
  readonly further: readonly { readonly code: number; readonly year: number; readonly amount: number }[]
}

/** The best allocation of the question's items, exactly, with what counts and carries of each item. */
export function solve(question: Question): Solved {
  const { problem, cellOf } = build(question)
  const solution = solveExact(problem)
  const counted = [...solution.counted]
  const carried = [...solution.carriedBy]
  // Within a cell all credits are equal: the oldest count first, so that the youngest are left.
  const order = question.items.map((_, i) => i).sort((a, b) => compare(question.items[a], question.items[b]))
  const shares = question.items.map(() => ({ counted: 0, carried: 0 }))
  for (const i of order) {
    const cell = cellOf[i] ?? 0
    const amount = question.items[i]?.amount ?? 0
    const counts = Math.min(amount, counted[cell] ?? 0)
    counted[cell] = (counted[cell] ?? 0) - counts
    const carries = Math.min(amount - counts, carried[cell] ?? 0)
    carried[cell] = (carried[cell] ?? 0) - carries
    shares[i] = { counted: counts, carried: carries }
  }
  const further = furtherKinds(question).map((kind, i) => ({ ...kind, amount: solution.furtherBy[i] ?? 0 }))
  return { ...solution, items: shares, further: further.filter((each) => each.amount > 0) }
}

const compare = (a: Item | undefined, b: Item | undefined): number =>
  (a?.day ?? 0) - (b?.day ?? 0) || ((a?.award?.id ?? '') < (b?.award?.id ?? '') ? -1 : 1)
