import { z } from 'zod'
import { amountWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** A total that follows from the ordinal of the renewal; the last row holds for all later ones. */
export const requirementByRenewal = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-renewal'),
  rows: z.array(z.strictObject({ renewal: z.int().min(1), amount: amountSchema })).min(1),
})

/** The rule in words. */
export function requirementByRenewalWords(rule: z.infer<typeof requirementByRenewal>, pack: Speaker): Words {
  const rows = rule.rows.map((row, i) => {
    const total = amountWords(pack, row.amount)
    const last = i === rule.rows.length - 1 && rule.rows.length > 1
    return {
      en: `renewal ${row.renewal}${last ? ' and later' : ''}: ${total.en}`,
      es: `renovación ${row.renewal}${last ? ' y siguientes' : ''}: ${total.es}`,
    }
  })
  return {
    en: `What is needed depends on the renewal: ${rows.map((row) => row.en).join('; ')}.`,
    es: `Lo exigido depende de la renovación: ${rows.map((row) => row.es).join('; ')}.`,
  }
}
