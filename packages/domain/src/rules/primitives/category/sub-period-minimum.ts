import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** At least so much in each year of the cycle; what a past year lacks cannot be made up. */
export const categorySubPeriodMinimum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/sub-period-minimum'),
  /** The first day of a year, as MM-DD. */
  yearStarts: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'must be a day of every year, as MM-DD'),
  min: amountSchema,
})
