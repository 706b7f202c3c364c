import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** Only what was completed in the last n months before the application counts; the window replaces the cycle. */
export const windowSliding = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/sliding'),
  months: z.int().min(1).max(120),
})

/** The rule in words. */
export function windowSlidingWords(rule: z.infer<typeof windowSliding>): Words {
  const length = monthsWords(rule.months)
  return {
    en: `Only what was completed in the ${length.en} before the application counts.`,
    es: `Solo cuenta lo terminado en los ${length.es} anteriores a la solicitud.`,
  }
}
