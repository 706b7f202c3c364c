import { z } from 'zod'
import { amountWords, categoryWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** A total of its own, fed by its own categories and by no other. */
export const requirementSecondTotal = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/second-total'),
  codes: z.array(codeSchema).min(1),
  amount: amountSchema,
})

/** The rule in words. */
export function requirementSecondTotalWords(rule: z.infer<typeof requirementSecondTotal>, pack: Speaker): Words {
  const total = amountWords(pack, rule.amount)
  const category = categoryWords(pack, rule.codes)
  return {
    en: `Besides, ${total.en} of ${category.en}, a total of its own.`,
    es: `Además, ${total.es} de ${category.es}, un total propio.`,
  }
}
