import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** Renewing a higher credential renews the lower ones that are still alive; from then on they run together. */
export const lifecycleCascade = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/cascade'),
  /** Groups of names, from the lowest credential to the highest. */
  order: z.array(z.array(z.string().min(1)).min(1)).min(2),
  months: z.int().min(1).max(120),
})
