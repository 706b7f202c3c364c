import { z } from 'zod'
import { dateWords, moneyWords, statusWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { feeSchema, periodFields, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'
import { deadlineSchema, deadlineWords } from './deadline.ts'

/** A window after expiry in which a renewal is still accepted; windows follow one another in the order of the pack. */
export const windowLate = z.strictObject({
  ...ruleBase,
  primitive: z.literal('window/late'),
  status: z.enum(['grace', 'late', 'suspended']),
  until: deadlineSchema,
  /** null: the publisher does not say. */
  inForce: z.boolean().nullable(),
  /** By the day of filing; empty: not published. */
  fees: z.array(z.strictObject({ ...periodFields, amount: feeSchema })),
})

/** The rule in words. */
export function windowLateWords(rule: z.infer<typeof windowLate>, pack: Speaker): Words {
  const until = deadlineWords(rule.until)
  const status = statusWords(rule.status)
  const fees = rule.fees.map((fee) => {
    const from = fee.from === undefined ? null : dateWords(fee.from)
    const money = moneyWords(pack, fee.amount)
    return {
      en: `${money}${from ? ` if filed from ${from.en}` : ''}`,
      es: `${money}${from ? ` desde el ${from.es}` : ''}`,
    }
  })
  const force =
    rule.inForce === null
      ? { en: '', es: '' }
      : rule.inForce
        ? { en: '; the credential stays in force', es: '; la credencial sigue vigente' }
        : { en: '; the credential is not in force', es: '; la credencial no está vigente' }
  return {
    en: `After expiry a renewal is still accepted ${until.en} (${status.en})${force.en}${fees.length > 0 ? `. It costs more: ${fees.map((fee) => fee.en).join(', ')}` : ''}.`,
    es: `Tras el vencimiento la renovación aún se acepta ${until.es} (${status.es})${force.es}${fees.length > 0 ? `. Cuesta además ${fees.map((fee) => fee.es).join(', ')}` : ''}.`,
  }
}
