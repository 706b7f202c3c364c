import { addMonths, type Day } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import { amountOf } from '../../rules/engine.ts'
import type { Item } from './admit.ts'

/** The most that may be carried out of a cycle; 0 where nothing may. */
export const carryLimit = (pack: CompiledPack): number => {
  if (!pack.carry) return 0
  return pack.carry.max === undefined ? Number.MAX_SAFE_INTEGER : amountOf(pack.carry.max)
}

/** May surplus of this item move into the next cycle? What was carried in moves no further. */
export function isCarryable(pack: CompiledPack, item: Item, lastDay: number): boolean {
  const rule = pack.carry
  if (!rule || !item.award || item.award.kind === 'carry') return false
  if (rule.onlyPetitioned === true && item.award.kind !== 'petition') return false
  if (rule.codes && !rule.codes.some((code) => pack.codes.get(code) === item.code)) return false
  if (rule.earnedInLastMonths === undefined) return true
  return item.day <= lastDay && item.day > addMonths(lastDay as Day, -rule.earnedInLastMonths)
}
