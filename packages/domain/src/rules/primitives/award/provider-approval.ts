import { z } from 'zod'
import { ruleBase } from '../base.ts'

/** A provider is approved for an offering and a span of days; the completion day must lie inside. */
export const awardProviderApproval = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/provider-approval'),
  per: z.enum(['calendar-year', 'offering']),
})
