import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A provider is approved for an offering and a span of days; the completion day must lie inside. */
export const awardProviderApproval = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/provider-approval'),
  per: z.enum(['calendar-year', 'offering']),
})

/** The rule in words. */
export function awardProviderApprovalWords(rule: z.infer<typeof awardProviderApproval>): Words {
  return rule.per === 'calendar-year'
    ? {
        en: 'A provider is approved for one offering and one calendar year; the completion must lie inside.',
        es: 'Un proveedor se aprueba para una oferta y un año natural; la fecha de término debe estar dentro.',
      }
    : {
        en: 'A provider is approved for one offering; the completion must lie inside the approval.',
        es: 'Un proveedor se aprueba para una oferta; la fecha de término debe estar dentro de la aprobación.',
      }
}
