import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A term whose dates stand on the certificate; the next one follows only where the months are known. */
export const termGiven = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/given'),
  months: z.int().min(1).max(240).optional(),
})

/** The rule in words. */
export function termGivenWords(rule: z.infer<typeof termGiven>): Words {
  if (rule.months === undefined)
    return { en: 'The term stands on the certificate.', es: 'El periodo figura en el certificado.' }
  const length = monthsWords(rule.months)
  return {
    en: `The term stands on the certificate; the next one lasts ${length.en}.`,
    es: `El periodo figura en el certificado; el siguiente dura ${length.es}.`,
  }
}
