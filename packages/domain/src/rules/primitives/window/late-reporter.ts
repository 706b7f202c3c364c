import { z } from 'zod'
import { dateWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { daySchema, ruleBase } from '../base.ts'

/** Who reported the period before late may earn from this day only. */
export const windowLateReporter = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/late-reporter'),
  earnFrom: daySchema,
})

/** The rule in words. */
export function windowLateReporterWords(rule: z.infer<typeof windowLateReporter>): Words {
  const from = dateWords(rule.earnFrom)
  return {
    en: `Who reported the period before late may count credits from ${from.en} only.`,
    es: `Quien informó tarde del periodo anterior solo puede contar créditos desde el ${from.es}.`,
  }
}
