import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A plan of the holder that replaces the recurring renewal fee, and nothing else. */
export const feeWaiver = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/waiver'),
  flag: z.string().regex(/^[a-z][a-z-]*$/),
})
