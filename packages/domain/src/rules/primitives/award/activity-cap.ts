import { z } from 'zod'
import { amountSchema, periodFields, ruleBase } from '../base.ts'
import { awardKindSchema } from './kind.ts'

/** At most so much from one kind of activity in a calendar year or in the cycle, for what was completed in a span of days. */
export const awardActivityCap = z.strictObject({
  ...ruleBase,
  ...periodFields,
  primitive: z.literal('award/activity-cap'),
  kind: awardKindSchema,
  max: amountSchema,
  per: z.enum(['year', 'cycle']),
})
