import type { CompiledPack } from '../../rules/engine.ts'
import type { TraceLine } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Standing } from '../standing.ts'
import { ruleLine } from './line.ts'

/** Yearly duties that are open, and what a renewal costs. */
export function dutyLines(pack: CompiledPack, facts: HoldingFacts, standing: Standing): TraceLine[] {
  const lines: TraceLine[] = []
  const duty = pack.rules.one('lifecycle/annual-duty')
  const open = (facts.dutiesOpen ?? []).map((each) => `${each.duty} ${each.year}`).join(', ')
  if (duty && open) lines.push(ruleLine(pack, duty, { en: `Open: ${open}.`, es: `Pendiente: ${open}.` }))
  const fee = standing.renewalFee
  if (!fee) return lines
  const waiver = pack.rules.all('fee/waiver').find((rule) => facts.flags?.includes(rule.flag))
  const rule =
    waiver ??
    pack.rules.one('fee/renewal-by-origin') ??
    pack.rules.one('fee/renewal-by-count') ??
    pack.rules.one('fee/renewal')
  if (rule)
    lines.push(
      ruleLine(pack, rule, { en: `Here: ${fee.amount} ${fee.currency}.`, es: `Aquí: ${fee.amount} ${fee.currency}.` }),
    )
  return lines
}
