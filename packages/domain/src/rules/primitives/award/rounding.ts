import { z } from 'zod'
import { amountSchema, ruleBase } from '../base.ts'

/** How the credits of one activity are rounded. */
export const awardRounding = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/rounding'),
  /** Credits come in steps of this. */
  step: amountSchema,
  mode: z.enum(['down', 'half-up']),
  /** An activity shorter than this gives nothing. */
  minMinutes: z.int().min(1).optional(),
  /** Of this many minutes each step is made; absent: the unit's own length times the step. */
  stepMinutes: z.int().min(1).optional(),
})
