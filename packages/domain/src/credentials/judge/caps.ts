import { calendarOf } from '../../kernel/index.ts'
import { amountOf, type CompiledPack } from '../../rules/engine.ts'
import type { Rule } from '../../rules/index.ts'
import type { Item } from './admit.ts'

/** A limit on a set of items, beside the limits on categories. */
export interface ItemCap {
  /** The rule that limits. */
  readonly rule: Rule
  readonly max: number
  readonly items: readonly number[]
}

/** The limits per activity, per kind and year or cycle, and on carried-in credit; the narrowest first. */
export function capsOf(pack: CompiledPack, items: readonly Item[]): ItemCap[] {
  const caps: ItemCap[] = []
  const { perAward, perActivity, petition, petitionMax } = pack.awards
  const collect = (rule: Rule, max: number, keyOf: (item: Item) => string | number | null) => {
    const byKey = new Map<string | number, number[]>()
    items.forEach((item, index) => {
      const key = keyOf(item)
      if (key === null) return
      const list = byKey.get(key)
      if (list) list.push(index)
      else byKey.set(key, [index])
    })
    for (const list of byKey.values()) caps.push({ rule, max, items: list })
  }
  for (const { rule, max } of perAward)
    collect(rule, max, ({ award, code }) => {
      if (!award || (rule.kind !== undefined && rule.kind !== award.kind)) return null
      if (rule.category !== undefined && code !== pack.codes.get(rule.category)) return null
      return award.splitOf ?? award.id
    })
  if (petition && petitionMax !== null)
    collect(petition, petitionMax, ({ award }) => (award?.kind === 'petition' ? (award.splitOf ?? award.id) : null))
  for (const per of ['year', 'cycle'] as const)
    for (const { rule, max, from, to } of perActivity) {
      if (rule.per !== per) continue
      collect(rule, max, ({ award, day }) => {
        if (award?.kind !== rule.kind || day < from || day > to) return null
        return per === 'year' ? calendarOf(day).year : 0
      })
    }
  if (pack.carry?.max !== undefined && items.some((item) => item.award?.kind === 'carry')) {
    const most = amountOf(pack.carry.max)
    collect(pack.carry, most, ({ award }) => (award?.kind === 'carry' ? 0 : null))
  }
  return caps
}

/**
 * Cuts the items down to the caps where that decides nothing: every cap lies inside one category, or all of them
 * around it. null where a cap runs across categories, so that what to cut is a choice for the exact programme.
 */
export function trim(caps: readonly ItemCap[], items: readonly Item[]): number[] | null {
  const amounts = items.map((item) => item.amount)
  for (const cap of caps) {
    let sum = 0
    for (const index of cap.items) sum += amounts[index] ?? 0
    let over = sum - cap.max
    if (over <= 0) continue
    const codes = new Set(cap.items.map((index) => items[index]?.code))
    if (codes.size > 1) return null
    for (let i = cap.items.length - 1; i >= 0 && over > 0; i--) {
      const index = cap.items[i] as number
      const cut = Math.min(over, amounts[index] ?? 0)
      amounts[index] = (amounts[index] ?? 0) - cut
      over -= cut
    }
  }
  return amounts
}
