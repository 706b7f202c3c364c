import { z } from 'zod'
import { daySchema, ruleBase } from '../base.ts'

/** Who reported the period before late may earn from this day only. */
export const windowLateReporter = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/late-reporter'),
  earnFrom: daySchema,
})
