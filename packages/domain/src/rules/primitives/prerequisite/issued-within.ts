import { z } from 'zod'
import { cardFields } from './card.ts'

/** A card issued within so many months before filing, however long it is valid. */
export const prerequisiteIssuedWithin = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/issued-within'),
  months: z.int().min(1).max(120),
})
