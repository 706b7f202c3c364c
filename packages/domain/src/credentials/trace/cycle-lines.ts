import { type CompiledPack, NEVER } from '../../rules/engine.ts'
import { dayWords, statusWords, type TraceLine, type Words } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Judgement } from '../judge/judge.ts'
import type { Standing } from '../standing.ts'
import { ownLine, ruleLine } from './line.ts'

const spanWords = (from: Words | null, to: Words): Words =>
  from
    ? { en: `Here: ${from.en} to ${to.en}.`, es: `Aquí: del ${from.es} al ${to.es}.` }
    : { en: `Here: until ${to.en}.`, es: `Aquí: hasta el ${to.es}.` }

/** The cycle, the phase in which the day lies, and the last days. */
export function cycleLines(
  pack: CompiledPack,
  { facts, judgement, standing }: { facts: HoldingFacts; judgement: Judgement; standing: Standing },
): TraceLine[] {
  const { cycle, phase, window, days } = judgement
  const { from, to } = cycle.span
  const lines: TraceLine[] = [ruleLine(pack, pack.term, spanWords(from === null ? null : dayWords(from), dayWords(to)))]
  const today = dayWords(days.asOf)
  const status = statusWords(phase.status)
  const late = phase.window
  if (late) {
    const fee = standing.lateFee
    lines.push(
      ruleLine(pack, late.rule, {
        en: `${capital(today.en)} lies in this window${fee ? `: ${fee.amount} ${fee.currency}` : ''}.`,
        es: `El ${today.es} cae en este plazo${fee ? `: ${fee.amount} ${fee.currency}` : ''}.`,
      }),
    )
  } else if (phase.status === 'due_soon')
    lines.push(
      ownLine('status', {
        en: `On ${today.en} the holding is ${status.en}: 90 days or fewer are left.`,
        es: `El ${today.es} la credencial ${status.es}: quedan 90 días o menos.`,
      }),
    )
  else
    lines.push(
      ownLine('status', {
        en: `On ${today.en} the holding is ${status.en}.`,
        es: `El ${today.es} la credencial está ${status.es}.`,
      }),
    )
  if (window.until !== NEVER && !pack.sliding) {
    const until = dayWords(window.until)
    const here = { en: `Here: ${until.en}.`, es: `Aquí: el ${until.es}.` }
    if (pack.earning) lines.push(ruleLine(pack, pack.earning, here))
    else
      lines.push(
        ownLine('earn-by', {
          en: `Credits for this cycle must be completed by ${until.en}.`,
          es: `Los créditos de este ciclo deben terminarse hasta el ${until.es}.`,
        }),
      )
  }
  if (pack.sliding) lines.push(ruleLine(pack, pack.sliding, null))
  if (pack.filingOpens) lines.push(ruleLine(pack, pack.filingOpens, openWords(standing)))
  const extension = pack.rules.one('lifecycle/extension')
  if (extension && facts.extendedTo !== undefined) lines.push(ruleLine(pack, extension, null))
  const reinstatement = pack.rules.one('lifecycle/reinstatement')
  if (reinstatement && cycle.reinstatedOn !== null) lines.push(ruleLine(pack, reinstatement, null))
  const audit = pack.rules.one('lifecycle/audit')
  if (audit && judgement.audit) lines.push(ruleLine(pack, audit, null))
  if (pack.cascade && judgement.cascaded) {
    const on = dayWords(judgement.cascaded.on)
    lines.push(
      ruleLine(pack, pack.cascade, {
        en: `${judgement.cascaded.by} was renewed on ${on.en}.`,
        es: `${judgement.cascaded.by} se renovó el ${on.es}.`,
      }),
    )
  }
  return lines
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function openWords(standing: Standing): Words | null {
  if (standing.fileFrom === null) return null
  const day = dayWords(standing.fileFrom)
  return { en: `Here: from ${day.en}.`, es: `Aquí: desde el ${day.es}.` }
}
