import { z } from 'zod'
import { amountWords, categoryWords, monthsWords } from '../../speech.ts'
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
  const last = rule.earnedInLastMonths === undefined ? null : monthsWords(rule.earnedInLastMonths)
  return {
    en: `Surplus moves into the next cycle${max ? `, at most ${max.en}` : ''}${of ? `, only of ${of.en}` : ''}${last ? `, only if earned in the last ${last.en}` : ''}${rule.onlyPetitioned ? ', only what was petitioned' : ''}.`,
    es: `El sobrante pasa al ciclo siguiente${max ? `, como máximo ${max.es}` : ''}${of ? `, solo de ${of.es}` : ''}${last ? `, solo lo obtenido en los últimos ${last.es}` : ''}${rule.onlyPetitioned ? ', solo lo pedido por petición' : ''}.`,
  }
}
