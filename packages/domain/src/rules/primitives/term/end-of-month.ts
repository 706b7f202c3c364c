import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A term of n months that ends with the month of the anniversary. */
export const termEndOfMonth = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/end-of-month'),
  months: z.int().min(1).max(240),
})

/** The rule in words. */
export function termEndOfMonthWords(rule: z.infer<typeof termEndOfMonth>): Words {
  const length = monthsWords(rule.months)
  return {
    en: `A term lasts ${length.en} and ends with the month of the anniversary.`,
    es: `Un periodo dura ${length.es} y termina con el mes del aniversario.`,
  }
}
