import { z } from 'zod'
import type { Words } from '../../trace.ts'
import type { Speaker } from '../speaker.ts'
import { cardFields, cardSentence } from './card.ts'

/** Cards without a gap from the first day of the cycle to the day of filing or the cycle's last. */
export const prerequisiteContinuous = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/continuous'),
})

/** The rule in words. */
export function prerequisiteContinuousWords(rule: z.infer<typeof prerequisiteContinuous>, pack: Speaker): Words {
  return cardSentence(pack, rule, {
    en: 'valid without a gap through the whole cycle',
    es: 'válida sin interrupción durante todo el ciclo',
  })
}
