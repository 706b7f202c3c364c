import { z } from 'zod'
import { amountWords, cardWords, categoryWords } from '../../speech.ts'
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
  rule: {
    readonly type: string
    readonly orTypes?: readonly string[] | undefined
    readonly handsOn: boolean
    readonly credit?: string | undefined
    readonly creditCategory?: string | undefined
  },
  test: Words,
): Words {
  const cards = [rule.type, ...(rule.orTypes ?? [])].map(cardWords)
  const card = { en: cards.map((each) => each.en).join(' or '), es: cards.map((each) => each.es).join(' o ') }
  const into = rule.creditCategory === undefined ? null : categoryWords(pack, [rule.creditCategory])
  const credit = rule.credit === undefined ? null : amountWords(pack, rule.credit)
  return {
    en: `Renewal needs ${card.en}${rule.handsOn ? ' with hands-on skills' : ''}, ${test.en}${credit ? `; it gives ${credit.en}${into ? ` in ${into.en}` : ''} once a cycle` : ''}.`,
    es: `La renovación exige ${card.es}${rule.handsOn ? ' con parte práctica' : ''}, ${test.es}${credit ? `; da ${credit.es}${into ? ` en ${into.es}` : ''} una vez por ciclo` : ''}.`,
  }
}
