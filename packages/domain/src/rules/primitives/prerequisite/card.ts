import { z } from 'zod'
import { amountWords, cardWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** What every rule about a card says, whatever its test. */
export const cardFields = {
  ...ruleBase,
  /** `cpr-aed`, `cpr`, `ecc` … */
  type: z.string().regex(/^[a-z][a-z-]*$/, 'must be a card type in small letters'),
  /** Other types that are as good. */
  orTypes: z.array(z.string()).optional(),
  handsOn: z.boolean(),
  /** Credit that a card fulfilling the test gives once a cycle. */
  credit: amountSchema.optional(),
  creditCategory: codeSchema.optional(),
}

/** The sentence about a card, around what it must be. */
export function cardSentence(
  pack: Speaker,
  rule: { readonly type: string; readonly handsOn: boolean; readonly credit?: string | undefined },
  test: Words,
): Words {
  const card = cardWords(rule.type)
  const credit = rule.credit === undefined ? null : amountWords(pack, rule.credit)
  return {
    en: `Renewal needs ${card.en}${rule.handsOn ? ' with hands-on skills' : ''}, ${test.en}${credit ? `; it gives ${credit.en} once a cycle` : ''}.`,
    es: `La renovación exige ${card.es}${rule.handsOn ? ' con parte práctica' : ''}, ${test.es}${credit ? `; da ${credit.es} una vez por ciclo` : ''}.`,
  }
}
