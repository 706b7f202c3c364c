import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** The same total for every cycle of every holder. */
export const requirementFixed = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/fixed'),
  amount: amountSchema,
})
