import { z } from 'zod'
import { amountWords, moneyWords, monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, feeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** How an activity that nobody approved before may be asked for. */
export const awardPetition = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/petition'),
  fee: feeSchema.optional(),
  /** It must be filed within so many months of completion. */
  fileWithinMonths: z.int().min(1).max(60).optional(),
  /** At most so much from one petition. */
  max: amountSchema.optional(),
})

/** The rule in words. */
export function awardPetitionWords(rule: z.infer<typeof awardPetition>, pack: Speaker): Words {
  const within = rule.fileWithinMonths === undefined ? null : monthsWords(rule.fileWithinMonths)
  const max = rule.max === undefined ? null : amountWords(pack, rule.max)
  const fee = rule.fee === undefined ? null : moneyWords(pack, rule.fee)
  return {
    en: `An activity that nobody approved counts once its petition is approved${within ? `, filed within ${within.en} of completion` : ''}${max ? `, at most ${max.en} each` : ''}${fee ? `; it costs ${fee}` : ''}.`,
    es: `Una actividad sin aprobación cuenta cuando se aprueba su petición${within ? `, presentada dentro de ${within.es} tras terminarla` : ''}${max ? `, como máximo ${max.es} cada una` : ''}${fee ? `; cuesta ${fee}` : ''}.`,
  }
}
