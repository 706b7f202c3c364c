import type { CompiledPack } from '../rules/engine.ts'
import type { TraceLine } from '../rules/index.ts'
import { evaluate, standingOf } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'
import { judge } from './judge/judge.ts'
import { daysOf } from './judge/known.ts'
import { awardLines } from './trace/award-lines.ts'
import { cardLines } from './trace/card-lines.ts'
import { cycleLines } from './trace/cycle-lines.ts'
import { dutyLines } from './trace/duty-lines.ts'
import { ownLine, ruleLine } from './trace/line.ts'
import { totalLines } from './trace/total-lines.ts'

/** The reasons of a standing, rule by rule with source and arithmetic, in both languages. */
export function explain(pack: CompiledPack, facts: HoldingFacts, at: At): TraceLine[] {
  const days = daysOf(at)
  const judgement = pack.term.primitive === 'term/none' ? null : judge(pack, facts, days)
  if (!judgement) {
    const standing = evaluate(pack, facts, at)
    const lines = [ruleLine(pack, pack.term, null)]
    if (pack.awards.rounding) lines.push(ruleLine(pack, pack.awards.rounding.rule, null))
    if (standing.counted !== null && pack.pack.kind === 'calculation')
      lines.push(
        ownLine(
          'counted',
          { en: 'Each activity rounded, then added up.', es: 'Cada actividad redondeada y luego sumada.' },
          standing.counted,
        ),
      )
    return lines
  }
  const standing = standingOf(pack, facts, judgement)
  return [
    ...cycleLines(pack, { facts, judgement, standing }),
    ...awardLines(pack, facts, judgement),
    ...totalLines(pack, { facts, judgement, standing }),
    ...cardLines(pack, judgement),
    ...dutyLines(pack, facts, standing),
  ]
}
