import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** A total of its own, fed by its own categories and by no other. */
export const requirementSecondTotal = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/second-total'),
  codes: z.array(codeSchema).min(1),
  amount: amountSchema,
})
