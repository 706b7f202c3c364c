import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** Only what was completed in the last n months before the application counts; the window replaces the cycle. */
export const windowSliding = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/sliding'),
  months: z.int().min(1).max(120),
})
