import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A term of n months that ends on the day before the anniversary. */
export const termDayBeforeAnniversary = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/day-before-anniversary'),
  months: z.int().min(1).max(240),
})
