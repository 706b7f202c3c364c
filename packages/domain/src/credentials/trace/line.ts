import type { Amount } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import { type Rule, ruleWords, type TraceLine, type Words } from '../../rules/index.ts'

/** The source of what the engine defines itself (what "counted" means, when "due soon" begins). */
export const CONVENTION = 'convention'

/** Where a rule is published: the first source with an address, else its title. */
export function sourceOf(pack: CompiledPack, rule: Rule): string {
  const sources = rule.sources.flatMap((id) => pack.pack.sources.find((source) => source.id === id) ?? [])
  return sources.find((source) => source.url !== null)?.url ?? sources[0]?.title ?? CONVENTION
}

const LIKELY: Words = { en: ' (likely; confirm with the body)', es: ' (probable; confírmelo con la entidad)' }

/** A line about a rule: what the rule says, then what it came to here. */
export function ruleLine(pack: CompiledPack, rule: Rule, here: Words | null, amount?: Amount): TraceLine {
  const words = ruleWords(rule, pack.pack)
  const doubt = rule.confidence === 'low' ? LIKELY : { en: '', es: '' }
  return {
    rule: rule.id,
    source: sourceOf(pack, rule),
    text: `${words.en}${doubt.en}${here ? ` ${here.en}` : ''}`,
    textEs: `${words.es}${doubt.es}${here ? ` ${here.es}` : ''}`,
    ...(amount === undefined ? {} : { amount }),
  }
}

/** A line about a step of the engine's own. */
export const ownLine = (rule: string, words: Words, amount?: Amount): TraceLine => ({
  rule,
  source: CONVENTION,
  text: words.en,
  textEs: words.es,
  ...(amount === undefined ? {} : { amount }),
})
