import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** Credits must come from at least n categories. */
export const categoryDistinct = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/distinct'),
  count: z.int().min(2).max(10),
})
