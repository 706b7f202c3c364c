import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A term of n months that ends on the anniversary itself. */
export const termAnniversary = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/anniversary'),
  months: z.int().min(1).max(240),
})

/** The rule in words. */
export function termAnniversaryWords(rule: z.infer<typeof termAnniversary>): Words {
  const length = monthsWords(rule.months)
  return {
    en: `A term lasts ${length.en}; its last day is the anniversary itself.`,
    es: `Un periodo dura ${length.es}; su último día es el propio aniversario.`,
  }
}
