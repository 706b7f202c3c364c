import { z } from 'zod'
import { feeSchema, ruleBase } from '../base.ts'

/** Duties of every year that give no credit; a missed one costs a fee and does not end the credential at once. */
export const lifecycleAnnualDuty = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/annual-duty'),
  duties: z.array(z.string().min(1)).min(1),
  missedFee: feeSchema,
})
