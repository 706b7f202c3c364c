import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** At most so much from a group of categories; groups may nest and overlap. */
export const categoryMaximum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/maximum'),
  codes: z.array(codeSchema).min(1),
  max: amountSchema,
})
