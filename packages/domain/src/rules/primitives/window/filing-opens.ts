import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** Renewals are accepted from so many days before expiry. */
export const windowFilingOpens = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/filing-opens'),
  daysBeforeExpiry: z.int().min(1).max(3650),
})
