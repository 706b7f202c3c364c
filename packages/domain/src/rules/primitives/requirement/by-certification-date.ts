import { z } from 'zod'
import { amountSchema, codeSchema, periodFields, ruleBase } from '../base.ts'

/** A total, and with it the maxima, that follow from the day of certification. */
export const requirementByCertificationDate = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-certification-date'),
  rows: z
    .array(
      z.strictObject({
        ...periodFields,
        amount: amountSchema,
        maxima: z.record(codeSchema, amountSchema).optional(),
      }),
    )
    .min(1),
})
