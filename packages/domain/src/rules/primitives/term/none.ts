import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** It never expires. */
export const termNone = z.strictObject({ ...ruleBase, primitive: z.literal('term/none') })
