import type { PackSource } from '../pack/schema.ts'
import type { Words } from '../trace.ts'
import type { Confidence, PackInWords, PackSentence } from './pack-in-words.ts'
import type { SectionName } from './sections.ts'

/** A sentence as one reader sees it; its sources are numbers of the pack's list. */
export interface SheetSentence {
  readonly id: string
  readonly text: string
  readonly binds: string | null
  readonly basis: PackSentence['basis']
  readonly confidence: Confidence | null
  readonly demo: boolean
  readonly sources: readonly number[]
}

/** A pack in one language, with its sources numbered in the order in which they are first named. */
export interface PackSheet {
  readonly sections: readonly {
    readonly name: SectionName
    readonly title: string
    readonly sentences: readonly SheetSentence[]
  }[]
  readonly sources: readonly (PackSource & { readonly number: number })[]
  readonly confidence: { readonly level: Confidence; readonly words: string }
  readonly assumptions: readonly string[]
  readonly unverified: readonly string[]
}

/** A pack in words for readers of one language. Sources that no sentence names come last. */
export function packSheet(words: PackInWords, language: keyof Words): PackSheet {
  const say = (text: Words): string => text[language]
  const named = words.sections.flatMap(({ sentences }) => sentences.flatMap(({ sources }) => sources))
  const order = [...new Map([...named, ...words.sources].map((source) => [source.id, source])).values()]
  const numberOf = ({ id }: PackSource): number => order.findIndex((source) => source.id === id) + 1
  return {
    sections: words.sections.map(({ name, title, sentences }) => ({
      name,
      title: say(title),
      sentences: sentences.map(({ id, text, binds, basis, confidence, demo, sources }) => ({
        id,
        text: say(text),
        binds: binds && say(binds),
        basis,
        confidence,
        demo,
        sources: sources.map(numberOf),
      })),
    })),
    sources: order.map((source, i) => ({ ...source, number: i + 1 })),
    confidence: { level: words.confidence.level, words: say(words.confidence.words) },
    assumptions: words.assumptions.map(say),
    unverified: words.unverified.map(say),
  }
}
