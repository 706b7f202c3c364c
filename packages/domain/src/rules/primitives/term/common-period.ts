import { z } from 'zod'
import { daySchema, ruleBase } from '../base.ts'

/** One period for every holder; who is certified inside it begins on that day. */
export const termCommonPeriod = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/common-period'),
  start: daySchema,
  end: daySchema,
  /** Who is certified on or after this day reports at the end of the next period instead. */
  nextPeriodIfCertifiedFrom: daySchema.optional(),
})
