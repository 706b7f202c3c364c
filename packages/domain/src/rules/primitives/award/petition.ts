import { z } from 'zod'
import { amountSchema, feeSchema, ruleBase } from '../base.ts'

/** How an activity that nobody approved before may be asked for. */
export const awardPetition = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/petition'),
  fee: feeSchema.optional(),
  /** It must be filed within so many months of completion. */
  fileWithinMonths: z.int().min(1).max(60).optional(),
  /** At most so much from one petition. */
  max: amountSchema.optional(),
})
