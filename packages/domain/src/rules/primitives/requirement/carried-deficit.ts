import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** What the period before could not prove is added to this one. */
export const requirementCarriedDeficit = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/carried-deficit'),
})
