import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A term whose dates stand on the certificate; the next one follows only where the months are known. */
export const termGiven = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/given'),
  months: z.int().min(1).max(240).optional(),
})
