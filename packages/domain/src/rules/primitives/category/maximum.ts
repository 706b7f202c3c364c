import { z } from 'zod'
import { amountWords, categoryWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** At most so much from a group of categories; groups may nest and overlap. */
export const categoryMaximum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/maximum'),
  codes: z.array(codeSchema).min(1),
  max: amountSchema,
})

/** The rule in words. */
export function categoryMaximumWords(rule: z.infer<typeof categoryMaximum>, pack: Speaker): Words {
  const max = amountWords(pack, rule.max)
  const category = categoryWords(pack, rule.codes)
  return { en: `At most ${max.en} from ${category.en}.`, es: `Como máximo ${max.es} de ${category.es}.` }
}
