import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** Credits must come from at least n categories. */
export const categoryDistinct = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/distinct'),
  count: z.int().min(2).max(10),
})

/** The rule in words. */
export function categoryDistinctWords(rule: z.infer<typeof categoryDistinct>): Words {
  return {
    en: `Credits must come from at least ${rule.count} categories.`,
    es: `Los créditos deben venir de al menos ${rule.count} categorías.`,
  }
}
