import { z } from 'zod'
import { amountWords, yearDayWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** At least so much in each year of the cycle; what a past year lacks cannot be made up. */
export const categorySubPeriodMinimum = z.strictObject({
  ...ruleBase,
  primitive: z.literal('category/sub-period-minimum'),
  /** The first day of a year, as MM-DD. */
  yearStarts: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'must be a day of every year, as MM-DD'),
  min: amountSchema,
})

/** The rule in words. */
export function categorySubPeriodMinimumWords(rule: z.infer<typeof categorySubPeriodMinimum>, pack: Speaker): Words {
  const min = amountWords(pack, rule.min)
  const starts = rule.yearStarts === '01-01' ? null : yearDayWords(rule.yearStarts)
  return {
    en: `Every year of the cycle${starts ? `, counted from ${starts.en},` : ''} needs at least ${min.en}; a past year cannot be made up.`,
    es: `Cada año del ciclo${starts ? `, contado desde el ${starts.es},` : ''} exige al menos ${min.es}; un año pasado no puede recuperarse.`,
  }
}
