import { z } from 'zod'
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
  return rule.same === 'course'
    ? { en: 'The same course counts once in a cycle.', es: 'El mismo curso cuenta una vez por ciclo.' }
    : { en: 'The same talk counts once in a cycle.', es: 'La misma charla cuenta una vez por ciclo.' }
}
