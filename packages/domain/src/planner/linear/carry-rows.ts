import { carryLimit } from '../../credentials/judge/carry.ts'
import { contains } from '../../kernel/index.ts'
import { type Profile, yearsInside } from '../../rules/engine.ts'
import type { CycleContext, Part } from './cycle-context.ts'
import type { Terms } from './port.ts'

/** More than any cycle could carry. */
const PLENTY = 1_000_000_000

interface CarryInput {
  readonly profile: Profile
  readonly parts: readonly Part[]
  /** 1 where the cycle can be renewed on its last day; else nothing carries. */
  readonly renewed: number
}

/**
 * The credits that a renewal on the last day carries out, as terms; empty where the pack carries nothing. The columns
 * are the same as those of the evaluator's exact programme: what counts and what carries of all credits that are alike.
 */
export function carriedTerms(context: CycleContext, input: CarryInput): Terms | null {
  const { cycle, builder } = context
  const { profile, parts, renewed } = input
  const limit = Math.min(carryLimit(cycle.pack), PLENTY)
  if (limit === 0 || !parts.some(({ supply }) => supply.carryable)) return []
  const years = cycle.pack.subPeriod ? yearsInside(cycle.pack.subPeriod.rule.yearStarts, cycle) : []
  const cells = new Map<
    string,
    { parts: Part[]; counted: number; carried: number | null; code: number; year: number }
  >()
  for (const part of parts) {
    const { code, carryable, day, servesYears } = part.supply
    const year = servesYears ? years.findIndex(({ span }) => contains(span, day)) : -1
    const key = `${code}|${carryable}|${year}`
    const cell = cells.get(key)
    if (cell) cell.parts.push(part)
    else
      cells.set(key, {
        parts: [part],
        counted: builder.continuous(),
        carried: carryable ? builder.continuous() : null,
        code,
        year,
      })
  }
  const all = [...cells.values()]
  const required = Math.max(profile.required, 0)
  for (const { parts: inside, counted, carried } of all) {
    let already = 0
    const terms: [number, number][] = [[counted, -1]]
    if (carried !== null) terms.push([carried, -1])
    for (const { supply, column } of inside)
      if (column === null) already += supply.usable
      else terms.push([column, supply.usable])
    builder.row(terms, { lower: -already })
  }
  const counted = all.map((cell): [number, number] => [cell.counted, 1])
  const carried = all.flatMap((cell): [number, number][] => (cell.carried === null ? [] : [[cell.carried, 1]]))
  builder.row([...counted, [renewed, -required]], { lower: 0, upper: 0 })
  builder.row([...carried, [renewed, -limit]], { upper: 0 })
  for (const group of profile.groups) {
    const inside = all.filter(({ code }) => code >= 0 && (group.mask >> code) & 1)
    const passing = inside.flatMap((cell): [number, number][] =>
      cell.carried === null
        ? [[cell.counted, 1]]
        : [
            [cell.counted, 1],
            [cell.carried, 1],
          ],
    )
    if (group.max !== Number.POSITIVE_INFINITY) builder.row(passing, { upper: group.max })
    const min = Math.max(0, ...group.minima.map((each) => each.min))
    if (min > 0 && required > 0)
      builder.row([...inside.map((cell): [number, number] => [cell.counted, 1]), [renewed, -min]], { lower: 0 })
  }
  const yearMin: number = cycle.pack.subPeriod?.min ?? 0
  for (let year = 0; year < years.length && required > 0; year++) {
    const inside = all.filter((cell) => cell.year === year).map((cell): [number, number] => [cell.counted, 1])
    builder.row([...inside, [renewed, -yearMin]], { lower: 0 })
  }
  return carried
}
