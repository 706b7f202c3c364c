import { z } from 'zod'
import { feeSchema, periodFields, ruleBase } from '../base.ts'
import { deadlineSchema } from './deadline.ts'

/** A window after expiry in which a renewal is still accepted; windows follow one another in the order of the pack. */
export const windowLate = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/late'),
  status: z.enum(['grace', 'late', 'suspended']),
  until: deadlineSchema,
  /** null: the publisher does not say. */
  inForce: z.boolean().nullable(),
  /** By the day of filing; empty: not published. */
  fees: z.array(z.strictObject({ ...periodFields, amount: feeSchema })),
})
