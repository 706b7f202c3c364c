import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** Back after a lapse: credits of the lapsed cycle only, a new cycle from the approval, the original schedule kept. */
export const lifecycleReinstatement = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/reinstatement'),
  maxYearsLapsed: z.int().min(1).max(20),
})

/** The rule in words. */
export function lifecycleReinstatementWords(rule: z.infer<typeof lifecycleReinstatement>): Words {
  return {
    en: `After a lapse of at most ${rule.maxYearsLapsed} years one may come back with credits of the lapsed cycle; the new cycle begins on the approval and ends on the original schedule.`,
    es: `Tras una caducidad de hasta ${rule.maxYearsLapsed} años se puede volver con créditos del ciclo caducado; el nuevo ciclo empieza con la aprobación y termina según el calendario original.`,
  }
}
