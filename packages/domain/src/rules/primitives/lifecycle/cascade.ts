import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** Renewing a higher credential renews the lower ones that are still alive; from then on they run together. */
export const lifecycleCascade = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/cascade'),
  /** Groups of names, from the lowest credential to the highest. */
  order: z.array(z.array(z.string().min(1)).min(1)).min(2),
  months: z.int().min(1).max(120),
})

/** The rule in words. */
export function lifecycleCascadeWords(rule: z.infer<typeof lifecycleCascade>): Words {
  const length = monthsWords(rule.months)
  const ladder = rule.order.map((names) => names[0]).join(', ')
  return {
    en: `Renewing a higher credential (${ladder}) renews the lower ones that are still alive, for ${length.en} from its old expiry.`,
    es: `Renovar una credencial superior (${ladder}) renueva las inferiores que sigan vivas, por ${length.es} desde su vencimiento anterior.`,
  }
}
