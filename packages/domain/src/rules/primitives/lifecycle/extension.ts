import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** An individual extension, at most so long; the next cycle begins as if there had been none. */
export const lifecycleExtension = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/extension'),
  maxMonths: z.int().min(1).max(60),
})
