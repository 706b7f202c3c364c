import type { Pack, PackSource } from '../pack/schema.ts'
import type { PrimitiveName, Rule } from '../primitives/rule.ts'
import { ruleWords } from '../primitives/words.ts'
import type { Words } from '../trace.ts'
import { BINDING_WORDS } from './binding.ts'
import { SECTION_OF, SECTION_TITLES, SECTIONS, type SectionName } from './sections.ts'
import { unruledSentences } from './silences.ts'

export type Confidence = Pack['confidence']['level']

/** One sentence of a pack, with what it rests on. */
export interface PackSentence {
  /** The id of the rule; of its own where no rule says it. Unique in the pack. */
  readonly id: string
  /** null: the pack's unit and clock, what follows where its rules are silent, or another way. */
  readonly primitive: PrimitiveName | null
  readonly text: Words
  /** A rule with its sources; what the pack states without one; what follows where its rules say nothing. */
  readonly basis: 'rule' | 'pack' | 'silence'
  /** The publications that say so; empty where none is named. */
  readonly sources: readonly PackSource[]
  /** The date that decides whether it holds; null where nothing depends on one. */
  readonly binds: Words | null
  /** How sure the rule is; null where no publication speaks. */
  readonly confidence: Confidence | null
  /** The value was set for a demonstration, because no publication gives one. */
  readonly demo: boolean
}

export interface PackSection {
  readonly name: SectionName
  readonly title: Words
  readonly sentences: readonly PackSentence[]
}

/** A version of a pack in plain words: what it takes to keep the credential, and how sure that is. */
export interface PackInWords {
  readonly sections: readonly PackSection[]
  readonly confidence: { readonly level: Confidence; readonly words: Words }
  readonly assumptions: readonly Words[]
  readonly unverified: readonly Words[]
  readonly sources: readonly PackSource[]
}

/** Says a whole pack in order, in both languages. Total: every rule is told once, under its section. */
export function packInWords(pack: Pack): PackInWords {
  const told = [
    ...pack.rules.map((rule) => ({ section: SECTION_OF[rule.primitive], sentence: ruleSentence(rule, pack) })),
    ...(pack.otherWays ?? []).map((way) => ({
      section: 'other-ways' as const,
      sentence: { ...unruled(way.id, way.words, 'rule'), sources: sourcesOf(way.sources, pack) },
    })),
    ...unruledSentences(pack).map(({ id, section, text, basis }) => ({
      section,
      sentence: unruled(id, text, basis),
    })),
  ]
  const sections = SECTIONS.map((name) => ({
    name,
    title: SECTION_TITLES[name],
    sentences: told.filter(({ section }) => section === name).map(({ sentence }) => sentence),
  }))
  const { confidence, assumptions, unverified, sources } = pack
  return {
    sections: sections.filter((section) => section.sentences.length > 0),
    confidence,
    assumptions,
    unverified,
    sources,
  }
}

function ruleSentence(rule: Rule, pack: Pack): PackSentence {
  return {
    id: rule.id,
    primitive: rule.primitive,
    basis: 'rule',
    text: ruleWords(rule, pack),
    sources: sourcesOf(rule.sources, pack),
    binds: BINDING_WORDS[rule.bindsTo],
    confidence: rule.confidence ?? pack.confidence.level,
    demo: pack.demo?.includes(rule.id) ?? false,
  }
}

const unruled = (id: string, text: Words, basis: PackSentence['basis']): PackSentence => ({
  id,
  primitive: null,
  basis,
  text,
  sources: [],
  binds: null,
  confidence: null,
  demo: false,
})

const sourcesOf = (ids: readonly string[], pack: Pack): readonly PackSource[] =>
  ids.flatMap((id) => pack.sources.find((source) => source.id === id) ?? [])
