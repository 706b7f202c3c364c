import { z } from 'zod'
import { moneyWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { feeSchema, ruleBase } from '../base.ts'
import type { Speaker } from '../speaker.ts'

/** The renewal costs another amount where all credits come from the body itself. */
export const feeRenewalByOrigin = z.strictObject({
  ...ruleBase,
  primitive: z.literal('fee/renewal-by-origin'),
  allOwn: feeSchema,
  otherwise: feeSchema,
})

/** The rule in words. */
export function feeRenewalByOriginWords(rule: z.infer<typeof feeRenewalByOrigin>, pack: Speaker): Words {
  const own = moneyWords(pack, rule.allOwn)
  const other = moneyWords(pack, rule.otherwise)
  return {
    en: `A renewal costs ${own} where all credits come from the body itself, ${other} otherwise.`,
    es: `Una renovación cuesta ${own} si todos los créditos vienen de la propia entidad, si no ${other}.`,
  }
}
