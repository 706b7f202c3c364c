import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A term of n months that ends with the month of the anniversary. */
export const termEndOfMonth = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/end-of-month'),
  months: z.int().min(1).max(240),
})
