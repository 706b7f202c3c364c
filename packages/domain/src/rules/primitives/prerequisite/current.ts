import { z } from 'zod'
import type { Words } from '../../trace.ts'
import type { Speaker } from '../speaker.ts'
import { cardFields, cardSentence } from './card.ts'

/** A card that is valid on the day of filing. */
export const prerequisiteCurrent = z.strictObject({ ...cardFields, primitive: z.literal('prerequisite/current') })

/** The rule in words. */
export function prerequisiteCurrentWords(rule: z.infer<typeof prerequisiteCurrent>, pack: Speaker): Words {
  return cardSentence(pack, rule, { en: 'valid on the day of filing', es: 'válida el día de la presentación' })
}
