import { z } from 'zod'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'

/** What every rule about a card says, whatever its test. */
export const cardFields = {
  ...ruleBase,
  /** `cpr-aed`, `cpr`, `ecc` … */
  type: z.string().regex(/^[a-z][a-z-]*$/, 'must be a card type in small letters'),
  /** Other types that are as good. */
  orTypes: z.array(z.string()).optional(),
  handsOn: z.boolean(),
  /** Credit that a card fulfilling the test gives once a cycle. */
  credit: amountSchema.optional(),
  creditCategory: codeSchema.optional(),
}
