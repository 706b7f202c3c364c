import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** The first renewal asks for some named credits only, where it is filed in time. */
export const requirementFirstRenewalExemption = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/first-renewal-exemption'),
  /** How the licence was got, where that matters. */
  licensedBy: z.string().optional(),
  named: z.array(z.strictObject({ code: codeSchema, amount: amountSchema })).min(1),
})
