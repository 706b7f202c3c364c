import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** Surplus that moves into the next cycle. */
export const lifecycleCarry = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/carry'),
  max: amountSchema.optional(),
  /** Only credits of these categories. */
  codes: z.array(codeSchema).optional(),
  /** Only what was earned in the last n months of the cycle. */
  earnedInLastMonths: z.int().min(1).max(60).optional(),
  onlyPetitioned: z.boolean().optional(),
  /** Carried-in credit fills no yearly minimum. */
  notForSubPeriods: z.boolean().optional(),
  /** Carried-in credit fills no minimum of these categories. */
  notForCodes: z.array(codeSchema).optional(),
})
