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

/** The names that people use: the ids of packs beside them are for the engine, and a star stands for the rest. */
function namesOf(names: readonly string[]): readonly string[] {
  const plain = names.filter((name) => /^[A-Z]/.test(name) && !name.endsWith('*'))
  return plain.length > 0 ? plain : names
}

/** The rule in words. */
export function lifecycleFamilyWords(rule: z.infer<typeof lifecycleFamily>): Words {
  const names = rule.members.flatMap((member) => namesOf(member.names)).join(', ')
  return {
    en: `One requirement, the highest, renews every credential of the family that is held (${names}).`,
    es: `Un solo requisito, el más alto, renueva todas las credenciales de la familia que se posean (${names}).`,
  }
}
