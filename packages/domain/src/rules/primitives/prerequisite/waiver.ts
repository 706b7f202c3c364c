import { z } from 'zod'
import { daySchema, ruleBase } from '../base.ts'

/** For filings between two days a card needs no hands-on part. */
export const prerequisiteWaiver = z.strictObject({
  ...ruleBase,
  primitive: z.literal('prerequisite/waiver'),
  waives: z.literal('hands-on'),
  from: daySchema,
  to: daySchema,
})
