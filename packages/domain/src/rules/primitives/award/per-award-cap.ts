import { z } from 'zod'
import { amountWords, categoryWords, kindWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'
import { awardKindSchema } from './kind.ts'

/** At most so much from one activity of a category or kind. */
export const awardPerAwardCap = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/per-award-cap'),
  category: codeSchema.optional(),
  kind: awardKindSchema.optional(),
  max: amountSchema,
})

/** The rule in words. */
export function awardPerAwardCapWords(rule: z.infer<typeof awardPerAwardCap>, pack: Speaker): Words {
  const max = amountWords(pack, rule.max)
  const of =
    rule.kind === undefined
      ? categoryWords(pack, rule.category === undefined ? [] : [rule.category])
      : kindWords(rule.kind)
  return {
    en: `One activity gives at most ${max.en}${of.en ? ` (${of.en})` : ''}.`,
    es: `Una actividad da como máximo ${max.es}${of.es ? ` (${of.es})` : ''}.`,
  }
}
