import type { Amount } from '../../kernel/index.ts'
import { buildTree, type CategoryGroup, type CategoryTree, mergeGroups } from '../allocation/tree.ts'
import { amountOf } from '../primitives/base-values.ts'
import type { Rule, RuleOf } from '../primitives/rule.ts'

/** A total with the category groups that hold for it. */
export interface Profile {
  readonly required: Amount
  /** The rule from which the total comes. */
  readonly rule: Rule | null
  readonly groups: readonly CategoryGroup[]
  /** null where groups overlap without nesting: then the exact programme decides. */
  readonly tree: CategoryTree | null
  /** Bits of the categories that lie in a group. */
  readonly grouped: number
  /** Labels of the minima in the pack's order. */
  readonly labels: readonly string[]
}

export type CodeNumbers = ReadonlyMap<string, number>

const maskOf = (codes: readonly string[], numbers: CodeNumbers): number =>
  codes.reduce((mask, code) => mask | (1 << (numbers.get(code) ?? 30)), 0)

/** The group of a minimum rule. */
export const minimumGroup = (
  rule: { readonly codes: readonly string[]; readonly min: string; readonly label?: string | undefined },
  numbers: CodeNumbers,
): CategoryGroup => ({
  mask: maskOf(rule.codes, numbers),
  minima: [{ label: rule.label ?? rule.codes[0] ?? '', min: amountOf(rule.min) }],
  max: Number.POSITIVE_INFINITY,
})

/** The group of a maximum rule. */
export const maximumGroup = (
  rule: { readonly codes: readonly string[]; readonly max: string },
  numbers: CodeNumbers,
): CategoryGroup => ({ mask: maskOf(rule.codes, numbers), minima: [], max: amountOf(rule.max) })

/** Puts a total and its groups together. */
export function profileOf(required: Amount, rule: Rule | null, all: readonly CategoryGroup[]): Profile {
  // Where nothing is asked, nothing of a category is.
  const groups = required === 0 ? [] : all
  const merged = mergeGroups(groups)
  return {
    required,
    rule,
    groups: merged,
    tree: buildTree(merged),
    grouped: merged.reduce((mask, group) => mask | group.mask, 0),
    labels: groups.flatMap((group) => group.minima.map((each) => each.label)),
  }
}

/** The same groups under another total. */
export const withRequired = (profile: Profile, required: Amount): Profile =>
  profile.required === required
    ? profile
    : required === 0
      ? profileOf(required, profile.rule, [])
      : { ...profile, required }

/** The groups that hold for every total of the pack. */
export function commonGroups(
  minima: readonly RuleOf<'category/minimum'>[],
  maxima: readonly RuleOf<'category/maximum'>[],
  numbers: CodeNumbers,
): CategoryGroup[] {
  return [...minima.map((rule) => minimumGroup(rule, numbers)), ...maxima.map((rule) => maximumGroup(rule, numbers))]
}
