import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** One requirement, the highest, renews every credential of the family that is held. */
export const lifecycleFamily = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/family'),
  members: z
    .array(z.strictObject({ names: z.array(z.string().min(1)).min(1), amount: amountSchema.optional() }))
    .min(1),
})
