import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** At least so much from a group of categories; groups may nest and overlap. */
export const categoryMinimum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/minimum'),
  codes: z.array(codeSchema).min(1),
  min: amountSchema,
  /** The code under which a shortfall is named; absent: the only code of the group. */
  label: codeSchema.optional(),
})
