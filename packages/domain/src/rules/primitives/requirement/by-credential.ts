import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** One pack for several credentials, each with its own total, from the lowest to the highest. */
export const requirementByCredential = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-credential'),
  rows: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), amount: amountSchema })).min(1),
})
