import { z } from 'zod'
import { ruleBase } from '../base.ts'
import { deadlineSchema } from './deadline.ts'

/** The last day on which credits for a cycle can be earned; without this rule it is the term's last day. */
export const windowEarning = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/earning'),
  until: deadlineSchema,
})
