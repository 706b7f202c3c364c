import type { CompiledPack } from '../../rules/engine.ts'
import type { MissingCode } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Judgement } from './judge.ts'
import { fileFrom } from './phase.ts'

/** Can credits that lack still be earned? */
export function isCurable(pack: CompiledPack, judgement: Judgement): boolean {
  if (judgement.audit || pack.sliding) return true
  return judgement.phase.status !== 'lapsed' && judgement.days.asOf <= judgement.window.until
}

/** What still blocks a renewal, in the order of the README of the rules. */
export function missingOf(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement): MissingCode[] {
  const { count, phase, cycle, days } = judgement
  const end = isCurable(pack, judgement) ? '' : ':incurable'
  const missing: MissingCode[] = []
  if (count.short) missing.push(`credits${end}`)
  for (const label of count.unmet) missing.push(`category:${label}${end}`)
  for (const second of judgement.seconds)
    if (second.counted < second.required) missing.push(`category:${second.code}${end}`)
  if (count.distinctShort) missing.push(`categories:${pack.distinct?.count ?? 2}${end}`)
  for (const year of count.openYears) missing.push(`subperiod:${year.name}`)
  for (const year of count.lostYears) missing.push(`subperiod:${year.name}:incurable`)
  for (const { year, duty } of facts.dutiesOpen ?? []) {
    const code = `annual:${year}:${duty}`
    if (!missing.includes(code)) missing.push(code)
  }
  const opens = fileFrom(pack, cycle)
  if (opens !== null && days.asOf < opens) missing.push('renewal-window')
  if (phase.status === 'lapsed' && !pack.sliding) missing.push('submission-window')
  if (judgement.audit) missing.push('audit')
  for (const card of judgement.cards) if (card.missing !== null) missing.push(card.missing)
  return missing
}
