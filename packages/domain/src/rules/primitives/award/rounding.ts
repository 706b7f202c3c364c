import { z } from 'zod'
import { amountWords, minutesWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** How the credits of one activity are rounded. */
export const awardRounding = z.strictObject({
  ...ruleBase,
  primitive: z.literal('award/rounding'),
  /** Credits come in steps of this. */
  step: amountSchema,
  mode: z.enum(['down', 'half-up']),
  /** An activity shorter than this gives nothing. */
  minMinutes: z.int().min(1).optional(),
  /** Of this many minutes each step is made; absent: the unit's own length times the step. */
  stepMinutes: z.int().min(1).optional(),
})

/** The rule in words. */
export function awardRoundingWords(rule: z.infer<typeof awardRounding>, pack: Speaker): Words {
  const step = amountWords(pack, rule.step)
  const least = rule.minMinutes === undefined ? null : minutesWords(rule.minMinutes)
  const each = rule.stepMinutes === undefined ? null : minutesWords(rule.stepMinutes)
  return {
    en: `Credits of one activity are rounded ${rule.mode === 'down' ? 'down' : 'half up'} to steps of ${step.en}${each ? `, one for ${each.en}` : ''}${least ? `; less than ${least.en} gives nothing` : ''}.`,
    es: `Los créditos de una actividad se redondean ${rule.mode === 'down' ? 'hacia abajo' : 'desde la mitad hacia arriba'} en pasos de ${step.es}${each ? `, uno por ${each.es}` : ''}${least ? `; menos de ${least.es} no da nada` : ''}.`,
  }
}
