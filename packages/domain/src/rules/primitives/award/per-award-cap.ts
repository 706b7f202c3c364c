import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import { awardKindSchema } from './kind.ts'

/** At most so much from one activity of a category or kind. */
export const awardPerAwardCap = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/per-award-cap'),
  category: codeSchema.optional(),
  kind: awardKindSchema.optional(),
  max: amountSchema,
})
