import { z } from 'zod'
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
