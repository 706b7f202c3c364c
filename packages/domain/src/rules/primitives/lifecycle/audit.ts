import { z } from 'zod'
import { daysWords, monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A random check after a renewal: proof in so many days, or inactive until it is cured. */
export const lifecycleAudit = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/audit'),
  answerWithinDays: z.int().min(1).max(365),
  cureMonths: z.int().min(1).max(60),
})

/** The rule in words. */
export function lifecycleAuditWords(rule: z.infer<typeof lifecycleAudit>): Words {
  const answer = daysWords(rule.answerWithinDays)
  const cure = monthsWords(rule.cureMonths)
  return {
    en: `An audit asks for proof within ${answer.en}; without it the credential is inactive, with ${cure.en} to cure it.`,
    es: `Una auditoría pide pruebas en ${answer.es}; sin ellas la credencial queda inactiva, con ${cure.es} para subsanarlo.`,
  }
}
