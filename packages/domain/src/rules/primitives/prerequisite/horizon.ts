import { z } from 'zod'
import { cardFields } from './card.ts'

/** A card that is still valid so many days after filing. */
export const prerequisiteHorizon = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/horizon'),
  days: z.int().min(1).max(730),
})
