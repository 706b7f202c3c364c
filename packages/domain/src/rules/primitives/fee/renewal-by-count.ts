import { z } from 'zod'
import { feeSchema, ruleBase } from '../base.ts'

/** The renewal costs another amount for two or more credentials of the family. */
export const feeRenewalByCount = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/renewal-by-count'),
  one: feeSchema,
  twoOrMore: feeSchema,
})
