import { z } from 'zod'
import { dutyWords, moneyWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { feeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** Duties of every year that give no credit; a missed one costs a fee and does not end the credential at once. */
export const lifecycleAnnualDuty = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/annual-duty'),
  duties: z.array(z.string().min(1)).min(1),
  missedFee: feeSchema,
})

/** The rule in words. */
export function lifecycleAnnualDutyWords(rule: z.infer<typeof lifecycleAnnualDuty>, pack: Speaker): Words {
  const duties = rule.duties.map(dutyWords)
  const fee = moneyWords(pack, rule.missedFee)
  return {
    en: `Each year asks for: ${duties.map((duty) => duty.en).join(', ')}. A missed year costs ${fee} and does not end the credential at once.`,
    es: `Cada año exige: ${duties.map((duty) => duty.es).join(', ')}. Un año incumplido cuesta ${fee} y no termina la credencial de inmediato.`,
  }
}
