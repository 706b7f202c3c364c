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

/** Indexes the rules of a pack, in their order. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  return {
    one: (primitive) => rules.find(isOf(primitive)) ?? null,
    all: (primitive) => rules.filter(isOf(primitive)),
  }
}
