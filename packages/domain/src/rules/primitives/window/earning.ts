import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'
import { deadlineSchema, deadlineWords } from './deadline.ts'

/** The last day on which credits for a cycle can be earned; without this rule it is the term's last day. */
export const windowEarning = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/earning'),
  until: deadlineSchema,
})

/** The rule in words. */
export function windowEarningWords(rule: z.infer<typeof windowEarning>): Words {
  const until = deadlineWords(rule.until)
  return {
    en: `Credits for a cycle can be earned ${until.en}.`,
    es: `Los créditos de un ciclo pueden obtenerse ${until.es}.`,
  }
}
