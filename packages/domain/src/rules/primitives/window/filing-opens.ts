import { z } from 'zod'
import { daysWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** Renewals are accepted from so many days before expiry. */
export const windowFilingOpens = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/filing-opens'),
  daysBeforeExpiry: z.int().min(1).max(3650),
})

/** The rule in words. */
export function windowFilingOpensWords(rule: z.infer<typeof windowFilingOpens>): Words {
  const days = daysWords(rule.daysBeforeExpiry)
  return {
    en: `A renewal is accepted from ${days.en} before expiry.`,
    es: `La renovación se acepta desde ${days.es} antes del vencimiento.`,
  }
}
