import { z } from 'zod'
import { feeSchema, ruleBase } from '../base.ts'

/** The renewal costs another amount where all credits come from the body itself. */
export const feeRenewalByOrigin = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/renewal-by-origin'),
  allOwn: feeSchema,
  otherwise: feeSchema,
})
