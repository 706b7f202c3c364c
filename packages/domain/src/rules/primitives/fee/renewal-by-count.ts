import { z } from 'zod'
import { moneyWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { feeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** The renewal costs another amount for two or more credentials of the family. */
export const feeRenewalByCount = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/renewal-by-count'),
  one: feeSchema,
  twoOrMore: feeSchema,
})

/** The rule in words. */
export function feeRenewalByCountWords(rule: z.infer<typeof feeRenewalByCount>, pack: Speaker): Words {
  const one = moneyWords(pack, rule.one)
  const more = moneyWords(pack, rule.twoOrMore)
  return {
    en: `A renewal costs ${one} for one credential and ${more} for two or more together.`,
    es: `Una renovación cuesta ${one} por una credencial y ${more} por dos o más juntas.`,
  }
}
