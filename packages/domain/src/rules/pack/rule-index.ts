import type { PrimitiveName, Rule, RuleOf } from '../primitives/rule.ts'

/** The rules of a pack by primitive. */
export interface RuleIndex {
  /** The first rule of a primitive that a pack should have once; null where it has none. */
  one<P extends PrimitiveName>(primitive: P): RuleOf<P> | null
  all<P extends PrimitiveName>(primitive: P): readonly RuleOf<P>[]
}

const isOf =
  <P extends PrimitiveName>(primitive: P) =>
  (rule: Rule): rule is RuleOf<P> =>
    rule.primitive === primitive

const NONE: readonly never[] = []

/** Indexes the rules of a pack, in their order. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const present = new Set<PrimitiveName>(rules.map((rule) => rule.primitive))
  return {
    // Most packs have few primitives: an evaluation asks for many that are not there.
    one: (primitive) => (present.has(primitive) ? (rules.find(isOf(primitive)) ?? null) : null),
    all: (primitive) => (present.has(primitive) ? rules.filter(isOf(primitive)) : NONE),
  }
}
