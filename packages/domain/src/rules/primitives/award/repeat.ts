import { z } from 'zod'
import { kindWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'
import { awardKindSchema } from './kind.ts'

/** The same course, or the same talk, counts once in a cycle; of two the later one is refused. */
export const awardRepeat = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/repeat'),
  same: z.enum(['course', 'topic']),
  /** Only for this kind of activity. */
  kind: awardKindSchema.optional(),
})

/** The rule in words. */
export function awardRepeatWords(rule: z.infer<typeof awardRepeat>): Words {
  const kind = rule.kind === undefined ? null : kindWords(rule.kind)
  const only = { en: kind ? ` (${kind.en})` : '', es: kind ? ` (${kind.es})` : '' }
  return rule.same === 'course'
    ? {
        en: `The same course counts once in a cycle${only.en}.`,
        es: `El mismo curso cuenta una vez por ciclo${only.es}.`,
      }
    : {
        en: `The same topic counts once in a cycle${only.en}.`,
        es: `El mismo tema cuenta una vez por ciclo${only.es}.`,
      }
}
