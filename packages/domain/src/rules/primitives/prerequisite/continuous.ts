import { z } from 'zod'
import { cardFields } from './card.ts'

/** Cards without a gap from the first day of the cycle to the day of filing or the cycle's last. */
export const prerequisiteContinuous = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/continuous'),
})
