import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** What one unit of another body is worth here. */
export const awardEquivalence = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/equivalence'),
  unit: z.string().min(1),
  factor: amountSchema,
})
