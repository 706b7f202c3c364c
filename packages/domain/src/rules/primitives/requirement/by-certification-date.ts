import { z } from 'zod'
import { amountWords, categoryWords, dateWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, periodFields, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** A total, and with it the maxima, that follow from the day of certification. */
export const requirementByCertificationDate = z.strictObject({
  ...ruleBase,
  primitive: z.literal('requirement/by-certification-date'),
  rows: z
    .array(
      z.strictObject({
        ...periodFields,
        amount: amountSchema,
        maxima: z.record(codeSchema, amountSchema).optional(),
      }),
    )
    .min(1),
})

/** The rule in words. */
export function requirementByCertificationDateWords(
  rule: z.infer<typeof requirementByCertificationDate>,
  pack: Speaker,
): Words {
  const rows = rule.rows.map((row) => {
    const total = amountWords(pack, row.amount)
    const from = row.from === undefined ? null : dateWords(row.from)
    const to = row.to === undefined ? null : dateWords(row.to)
    const maxima = Object.entries(row.maxima ?? {}).map(([code, max]) => {
      const most = amountWords(pack, max)
      const category = categoryWords(pack, [code])
      return { en: `at most ${most.en} of ${category.en}`, es: `como máximo ${most.es} de ${category.es}` }
    })
    const list = (lang: 'en' | 'es') => (maxima.length === 0 ? '' : ` (${maxima.map((each) => each[lang]).join(', ')})`)
    return {
      en: `${total.en}${list('en')} if certified${from ? ` from ${from.en}` : ''}${to ? ` until ${to.en}` : ''}`,
      es: `${total.es}${list('es')} para quien se certificó${from ? ` desde el ${from.es}` : ''}${to ? ` hasta el ${to.es}` : ''}`,
    }
  })
  return { en: `${rows.map((row) => row.en).join('; ')}.`, es: `${rows.map((row) => row.es).join('; ')}.` }
}
