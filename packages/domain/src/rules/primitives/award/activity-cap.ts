import { z } from 'zod'
import { amountWords, dateWords, kindWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, periodFields, ruleBase } from '../base.ts'
import { amountOf } from '../base-values.ts'
import type { Speaker } from '../speaker.ts'
import { awardKindSchema } from './kind.ts'

/** At most so much from one kind of activity in a calendar year or in the cycle, for what was completed in a span of days. */
export const awardActivityCap = z.strictObject({
  ...ruleBase,
  ...periodFields,
  primitive: z.literal('award/activity-cap'),
  kind: awardKindSchema,
  max: amountSchema,
  per: z.enum(['year', 'cycle']),
})

/** The rule in words. */
export function awardActivityCapWords(rule: z.infer<typeof awardActivityCap>, pack: Speaker): Words {
  const max = amountWords(pack, rule.max)
  const kind = kindWords(rule.kind)
  const from = rule.from === undefined ? null : dateWords(rule.from)
  const to = rule.to === undefined ? null : dateWords(rule.to)
  const per = rule.per === 'year' ? { en: 'calendar year', es: 'año natural' } : { en: 'cycle', es: 'ciclo' }
  const span = {
    en: `${from ? `, completed from ${from.en}` : ''}${to ? `, completed until ${to.en}` : ''}`,
    es: `${from ? `, desde el ${from.es}` : ''}${to ? `, hasta el ${to.es}` : ''}`,
  }
  if (amountOf(rule.max) === 0)
    return {
      en: `Nothing counts from ${kind.en} in a ${per.en}${span.en}.`,
      es: `En un ${per.es} no cuentan ${kind.es}${span.es}.`,
    }
  return {
    en: `At most ${max.en} from ${kind.en} in a ${per.en}${span.en}.`,
    es: `Como máximo ${max.es} por ${kind.es} en un ${per.es}${span.es}.`,
  }
}
