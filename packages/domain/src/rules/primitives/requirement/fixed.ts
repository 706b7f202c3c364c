import { z } from 'zod'
import { amountWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** The same total for every cycle of every holder. */
export const requirementFixed = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/fixed'),
  amount: amountSchema,
})

/** The rule in words. */
export function requirementFixedWords(rule: z.infer<typeof requirementFixed>, pack: Speaker): Words {
  const total = amountWords(pack, rule.amount)
  return { en: `Each cycle needs ${total.en}.`, es: `Cada ciclo exige ${total.es}.` }
}
