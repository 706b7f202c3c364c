import { z } from 'zod'
import { amountWords, categoryWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** The first renewal asks for some named credits only, where it is filed in time. */
export const requirementFirstRenewalExemption = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/first-renewal-exemption'),
  /** How the licence was got, where that matters. */
  licensedBy: z.string().optional(),
  named: z.array(z.strictObject({ code: codeSchema, amount: amountSchema })).min(1),
})

/** How a licence was got, as it follows "the first renewal". */
const originWords = (licensedBy: string): Words =>
  licensedBy === 'examination'
    ? { en: ' of a licence got by examination', es: ' de una licencia obtenida por examen' }
    : { en: ` of a licence got by "${licensedBy}"`, es: ` de una licencia obtenida por «${licensedBy}»` }

/** The rule in words. */
export function requirementFirstRenewalExemptionWords(
  rule: z.infer<typeof requirementFirstRenewalExemption>,
  pack: Speaker,
): Words {
  const named = rule.named.map((each) => {
    const amount = amountWords(pack, each.amount)
    const category = categoryWords(pack, [each.code])
    return { en: `${amount.en} of ${category.en}`, es: `${amount.es} de ${category.es}` }
  })
  const by = rule.licensedBy === undefined ? { en: '', es: '' } : originWords(rule.licensedBy)
  return {
    en: `The first renewal${by.en}, filed in time, needs only ${named.map((each) => each.en).join(', ')}.`,
    es: `La primera renovación${by.es}, presentada a tiempo, solo exige ${named.map((each) => each.es).join(', ')}.`,
  }
}
