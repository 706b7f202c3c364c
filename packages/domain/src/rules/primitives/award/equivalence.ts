import { z } from 'zod'
import { amountWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** What one unit of another body is worth here. */
export const awardEquivalence = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/equivalence'),
  unit: z.string().min(1),
  factor: amountSchema,
})

/** The rule in words. */
export function awardEquivalenceWords(rule: z.infer<typeof awardEquivalence>, pack: Speaker): Words {
  const worth = amountWords(pack, rule.factor)
  return { en: `1 ${rule.unit} is worth ${worth.en} here.`, es: `1 ${rule.unit} vale aquí ${worth.es}.` }
}
