import { z } from 'zod'
import { amountWords, categoryWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { amountSchema, codeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** Surplus that moves into the next cycle. */
export const lifecycleCarry = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/carry'),
  max: amountSchema.optional(),
  /** Only credits of these categories. */
  codes: z.array(codeSchema).optional(),
  /** Only what was earned in the last n months of the cycle. */
  earnedInLastMonths: z.int().min(1).max(60).optional(),
  onlyPetitioned: z.boolean().optional(),
  /** Carried-in credit fills no yearly minimum. */
  notForSubPeriods: z.boolean().optional(),
  /** Carried-in credit fills no minimum of these categories. */
  notForCodes: z.array(codeSchema).optional(),
})

/** The rule in words. */
export function lifecycleCarryWords(rule: z.infer<typeof lifecycleCarry>, pack: Speaker): Words {
  const max = rule.max === undefined ? null : amountWords(pack, rule.max)
  const of = rule.codes ? categoryWords(pack, rule.codes) : null
  const months = rule.earnedInLastMonths
  const not = rule.notForCodes ? categoryWords(pack, rule.notForCodes) : null
  const noMinima = {
    en: `${rule.notForSubPeriods ? ' It fills no yearly minimum.' : ''}${not ? ` It fills no minimum of ${not.en}.` : ''}`,
    es: `${rule.notForSubPeriods ? ' No cubre ningún mínimo anual.' : ''}${not ? ` No cubre el mínimo de ${not.es}.` : ''}`,
  }
  return {
    en: `Surplus moves into the next cycle${max ? `, at most ${max.en}` : ''}${of ? `, only of ${of.en}` : ''}${months === undefined ? '' : `, only if earned in the last ${months} months`}${rule.onlyPetitioned ? ', only what was petitioned' : ''}.${noMinima.en}`,
    es: `El sobrante pasa al ciclo siguiente${max ? `, como máximo ${max.es}` : ''}${of ? `, solo de ${of.es}` : ''}${months === undefined ? '' : `, solo lo obtenido en los últimos ${months} meses`}${rule.onlyPetitioned ? ', solo lo pedido por petición' : ''}.${noMinima.es}`,
  }
}
