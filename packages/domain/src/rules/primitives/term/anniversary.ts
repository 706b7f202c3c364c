import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A term of n months that ends on the anniversary itself. */
export const termAnniversary = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/anniversary'),
  months: z.int().min(1).max(240),
})
