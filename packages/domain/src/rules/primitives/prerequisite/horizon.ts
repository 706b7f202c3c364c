import { z } from 'zod'
import { daysWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import type { Speaker } from '../speaker.ts'
import { cardFields, cardSentence } from './card.ts'

/** A card that is still valid so many days after filing. */
export const prerequisiteHorizon = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/horizon'),
  days: z.int().min(1).max(730),
})

/** The rule in words. */
export function prerequisiteHorizonWords(rule: z.infer<typeof prerequisiteHorizon>, pack: Speaker): Words {
  const days = daysWords(rule.days)
  return cardSentence(pack, rule, {
    en: `still valid ${days.en} after filing`,
    es: `válida todavía ${days.es} después de la presentación`,
  })
}
