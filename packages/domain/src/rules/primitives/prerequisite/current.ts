import { z } from 'zod'
import { cardFields } from './card.ts'

/** A card that is valid on the day of filing. */
export const prerequisiteCurrent = z.strictObject({ ...cardFields, primitive: z.literal('prerequisite/current') })
