import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A random check after a renewal: proof in so many days, or inactive until it is cured. */
export const lifecycleAudit = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/audit'),
  answerWithinDays: z.int().min(1).max(365),
  cureMonths: z.int().min(1).max(60),
})
