import { z } from 'zod'
import { feeSchema, ruleBase } from '../base.ts'

/** The ordinary fee of a renewal. */
export const feeRenewal = z.strictObject({ ...ruleBase, primitive: z.literal('fee/renewal'), amount: feeSchema })
