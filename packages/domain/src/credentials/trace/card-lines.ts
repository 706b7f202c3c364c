import type { CompiledPack } from '../../rules/engine.ts'
import { dayWords, type TraceLine, type Words } from '../../rules/index.ts'
import type { CardAnswer } from '../judge/cards.ts'
import type { Judgement } from '../judge/judge.ts'
import { ruleLine } from './line.ts'

/** What a card rule found. */
function found({ missing, through, gap }: CardAnswer): Words {
  if (gap) {
    const from = dayWords(gap.from)
    const to = dayWords(gap.to)
    return { en: `No card from ${from.en} to ${to.en}.`, es: `Sin tarjeta del ${from.es} al ${to.es}.` }
  }
  const until = through === null ? null : dayWords(through)
  if (missing === null)
    return {
      en: `Fulfilled${until ? `, valid until ${until.en}` : ''}.`,
      es: `Cumplido${until ? `, válida hasta el ${until.es}` : ''}.`,
    }
  return {
    en: `Not fulfilled${until ? `: the last card is valid until ${until.en}` : ': there is no card'}.`,
    es: `No cumplido${until ? `: la última tarjeta vale hasta el ${until.es}` : ': no hay tarjeta'}.`,
  }
}

/** A line for each rule about cards. */
export const cardLines = (pack: CompiledPack, judgement: Judgement): TraceLine[] =>
  judgement.cards.map((answer) => ruleLine(pack, answer.rule, found(answer)))
