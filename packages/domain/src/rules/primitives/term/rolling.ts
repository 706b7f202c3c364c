import { z } from 'zod'
import { yearDayWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** A look-back over the last n reporting years, tested at the end of each. */
export const termRolling = z.strictObject({
  ...ruleBase,
  primitive: z.literal('term/rolling'),
  years: z.int().min(1).max(10),
  /** The first day of a reporting year, as MM-DD. */
  yearStarts: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'must be a day of every year, as MM-DD'),
})

/** The rule in words. */
export function termRollingWords(rule: z.infer<typeof termRolling>): Words {
  const starts = yearDayWords(rule.yearStarts)
  return {
    en: `Each reporting year begins on ${starts.en} and looks back over ${rule.years} years, itself among them.`,
    es: `Cada año de informe empieza el ${starts.es} y mira atrás ${rule.years} años, contado él mismo.`,
  }
}
