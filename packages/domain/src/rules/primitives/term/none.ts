import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** It never expires. */
export const termNone = z.strictObject({ ...ruleBase, primitive: z.literal('term/none') })

/** The rule in words. */
export const termNoneWords = (): Words => ({ en: 'It never expires.', es: 'No vence nunca.' })
