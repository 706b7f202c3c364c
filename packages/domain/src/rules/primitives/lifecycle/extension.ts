import { z } from 'zod'
import { monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'
import { ruleBase } from '../base.ts'

/** An individual extension, at most so long; the next cycle begins as if there had been none. */
export const lifecycleExtension = z.strictObject({
  ...ruleBase,
  primitive: z.literal('lifecycle/extension'),
  maxMonths: z.int().min(1).max(60),
})

/** The rule in words. */
export function lifecycleExtensionWords(rule: z.infer<typeof lifecycleExtension>): Words {
  const length = monthsWords(rule.maxMonths)
  return {
    en: `An individual extension of at most ${length.en} may be granted; the next cycle begins as if there had been none.`,
    es: `Puede concederse una prórroga individual de hasta ${length.es}; el ciclo siguiente empieza como si no la hubiera.`,
  }
}
