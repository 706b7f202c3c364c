import { z } from 'zod'
import { dateWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { daySchema, ruleBase } from '../base.ts'

/** For filings between two days a card needs no hands-on part. */
export const prerequisiteWaiver = z.strictObject({
  ...ruleBase,
  primitive: z.literal('prerequisite/waiver'),
  waives: z.literal('hands-on'),
  from: daySchema,
  to: daySchema,
})

/** The rule in words. */
export function prerequisiteWaiverWords(rule: z.infer<typeof prerequisiteWaiver>): Words {
  const from = dateWords(rule.from)
  const to = dateWords(rule.to)
  return {
    en: `For filings from ${from.en} to ${to.en} the card needed no hands-on part.`,
    es: `Para presentaciones del ${from.es} al ${to.es} la tarjeta no exigía parte práctica.`,
  }
}
