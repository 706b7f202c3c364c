import { z } from 'zod'
import { moneyWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { feeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** The ordinary fee of a renewal. */
export const feeRenewal = z.strictObject({ ...ruleBase, primitive: z.literal('fee/renewal'), amount: feeSchema })

/** The rule in words. */
export function feeRenewalWords(rule: z.infer<typeof feeRenewal>, pack: Speaker): Words {
  const fee = moneyWords(pack, rule.amount)
  return { en: `A renewal costs ${fee}.`, es: `Una renovación cuesta ${fee}.` }
}
