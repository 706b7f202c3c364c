import { z } from 'zod'
import { amountWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** One pack for several credentials, each with its own total, from the lowest to the highest. */
export const requirementByCredential = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-credential'),
  rows: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), amount: amountSchema })).min(1),
})

/** The rule in words. */
export function requirementByCredentialWords(rule: z.infer<typeof requirementByCredential>, pack: Speaker): Words {
  const rows = rule.rows.map((row) => {
    const total = amountWords(pack, row.amount)
    return { en: `${row.names[0]}: ${total.en}`, es: `${row.names[0]}: ${total.es}` }
  })
  return { en: `${rows.map((row) => row.en).join('; ')}.`, es: `${rows.map((row) => row.es).join('; ')}.` }
}
