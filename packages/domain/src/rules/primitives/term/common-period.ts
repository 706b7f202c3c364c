import { z } from 'zod'
import { dateWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { daySchema, ruleBase } from '../base.ts'

/** One period for every holder; who is certified inside it begins on that day. */
export const termCommonPeriod = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/common-period'),
  start: daySchema,
  end: daySchema,
  /** Who is certified on or after this day reports at the end of the next period instead. */
  nextPeriodIfCertifiedFrom: daySchema.optional(),
})

/** The rule in words. */
export function termCommonPeriodWords(rule: z.infer<typeof termCommonPeriod>): Words {
  const start = dateWords(rule.start)
  const end = dateWords(rule.end)
  const late = rule.nextPeriodIfCertifiedFrom === undefined ? null : dateWords(rule.nextPeriodIfCertifiedFrom)
  return {
    en: `One period for everybody: ${start.en} to ${end.en}, or from the day of certification.${late ? ` Who is certified from ${late.en} on reports at the end of the next period.` : ''}`,
    es: `Un mismo periodo para todos: del ${start.es} al ${end.es}, o desde el día de la certificación.${late ? ` Quien se certifica desde el ${late.es} informa al final del periodo siguiente.` : ''}`,
  }
}
