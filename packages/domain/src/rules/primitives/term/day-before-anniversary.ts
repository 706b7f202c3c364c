import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A term of n months that ends on the day before the anniversary. */
export const termDayBeforeAnniversary = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/day-before-anniversary'),
  months: z.int().min(1).max(240),
})

/** The rule in words. */
export function termDayBeforeAnniversaryWords(rule: z.infer<typeof termDayBeforeAnniversary>): Words {
  const length = monthsWords(rule.months)
  return {
    en: `A term lasts ${length.en} and ends on the day before the anniversary.`,
    es: `Un periodo dura ${length.es} y termina el día anterior al aniversario.`,
  }
}
