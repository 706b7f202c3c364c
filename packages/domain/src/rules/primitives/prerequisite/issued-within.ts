import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import type { Speaker } from '../speaker.ts'
import { cardFields, cardSentence } from './card.ts'

/** A card issued within so many months before filing, however long it is valid. */
export const prerequisiteIssuedWithin = z.strictObject({
  ...cardFields,
  primitive: z.literal('prerequisite/issued-within'),
  months: z.int().min(1).max(120),
})

/** The rule in words. */
export function prerequisiteIssuedWithinWords(rule: z.infer<typeof prerequisiteIssuedWithin>, pack: Speaker): Words {
  const age = monthsWords(rule.months)
  return cardSentence(pack, rule, {
    en: `issued within ${age.en} before filing`,
    es: `emitida dentro de ${age.es} antes de la presentación`,
  })
}
