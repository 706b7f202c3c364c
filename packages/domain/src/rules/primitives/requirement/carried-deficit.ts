import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** What the period before could not prove is added to this one. */
export const requirementCarriedDeficit = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/carried-deficit'),
})

/** The rule in words. */
export const requirementCarriedDeficitWords = (): Words => ({
  en: 'What the period before could not prove is added to this one.',
  es: 'Lo que el periodo anterior no pudo acreditar se suma a este.',
})
