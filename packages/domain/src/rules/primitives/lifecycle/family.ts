import { z } from 'zod'
import type { Words } from '../../trace.ts'
import { amountSchema, ruleBase } from '../base.ts'

/** One requirement, the highest, renews every credential of the family that is held. */
export const lifecycleFamily = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/family'),
  members: z
    .array(z.strictObject({ names: z.array(z.string().min(1)).min(1), amount: amountSchema.optional() }))
    .min(1),
})

/** The rule in words. */
export function lifecycleFamilyWords(rule: z.infer<typeof lifecycleFamily>): Words {
  const names = rule.members.map((member) => member.names[member.names.length - 1]).join(', ')
  return {
    en: `One requirement, the highest, renews every credential of the family that is held (${names}).`,
    es: `Un solo requisito, el más alto, renueva todas las credenciales de la familia que se posean (${names}).`,
  }
}
