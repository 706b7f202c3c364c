import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A plan of the holder that replaces the recurring renewal fee, and nothing else. */
export const feeWaiver = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/waiver'),
  flag: z.string().regex(/^[a-z][a-z-]*$/),
})

/** The rule in words. */
export function feeWaiverWords(rule: z.infer<typeof feeWaiver>): Words {
  return {
    en: `The plan "${rule.flag}" replaces the renewal fee, not the education.`,
    es: `El plan «${rule.flag}» sustituye la cuota de renovación, no la formación.`,
  }
}
