import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** Back after a lapse: credits of the lapsed cycle only, a new cycle from the approval, the original schedule kept. */
export const lifecycleReinstatement = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/reinstatement'),
  maxYearsLapsed: z.int().min(1).max(20),
})
