import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** A total that follows from the ordinal of the renewal; the last row holds for all later ones. */
export const requirementByRenewal = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-renewal'),
  rows: z.array(z.strictObject({ renewal: z.int().min(1), amount: amountSchema })).min(1),
})
