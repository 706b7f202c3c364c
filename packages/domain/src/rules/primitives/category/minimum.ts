import { z } from 'zod'
import { amountWords, categoryWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** At least so much from a group of categories; groups may nest and overlap. */
export const categoryMinimum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/minimum'),
  codes: z.array(codeSchema).min(1),
  min: amountSchema,
  /** The code under which a shortfall is named; absent: the only code of the group. */
  label: codeSchema.optional(),
})

/** The rule in words. */
export function categoryMinimumWords(rule: z.infer<typeof categoryMinimum>, pack: Speaker): Words {
  const min = amountWords(pack, rule.min)
  const category = categoryWords(pack, rule.codes)
  return { en: `At least ${min.en} from ${category.en}.`, es: `Al menos ${min.es} de ${category.es}.` }
}
