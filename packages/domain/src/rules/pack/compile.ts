import type { Amount, Day } from '../../kernel/index.ts'
import { amountOf, dayOfText, spanOf } from '../primitives/base-values.ts'
import type { Rule, RuleOf } from '../primitives/rule.ts'
import { type AwardRules, compileAwardRules } from './award-rules.ts'
import type { CodeNumbers } from './profile.ts'
import { compileRequirement, type Requirement } from './requirement.ts'
import { indexRules, type RuleIndex } from './rule-index.ts'
import type { Pack } from './schema.ts'

export type TermRule = RuleOf<
  | 'term/anniversary'
  | 'term/day-before-anniversary'
  | 'term/end-of-month'
  | 'term/common-period'
  | 'term/given'
  | 'term/rolling'
  | 'term/none'
>

export type CardRule = RuleOf<
  'prerequisite/current' | 'prerequisite/horizon' | 'prerequisite/issued-within' | 'prerequisite/continuous'
>

/** A late window with its fees by day of filing. */
export interface LateWindow {
  readonly rule: RuleOf<'window/late'>
  readonly fees: readonly { readonly from: Day; readonly to: Day; readonly amount: string }[]
}

/** A pack prepared once, so that each evaluation is fast. */
export interface CompiledPack {
  readonly pack: Pack
  readonly rules: RuleIndex
  readonly term: TermRule
  readonly codes: CodeNumbers
  readonly requirement: Requirement
  readonly awards: AwardRules
  readonly distinct: RuleOf<'category/distinct'> | null
  readonly subPeriod: { readonly rule: RuleOf<'category/sub-period-minimum'>; readonly min: Amount } | null
  readonly secondTotals: readonly {
    readonly rule: RuleOf<'requirement/second-total'>
    readonly mask: number
    readonly required: Amount
  }[]
  readonly cards: readonly { readonly rule: CardRule; readonly credit: Amount; readonly category: number }[]
  readonly waivers: readonly { readonly rule: RuleOf<'prerequisite/waiver'>; readonly from: Day; readonly to: Day }[]
  readonly earning: RuleOf<'window/earning'> | null
  readonly lateReporter: { readonly rule: RuleOf<'window/late-reporter'>; readonly earnFrom: Day } | null
  readonly sliding: RuleOf<'window/sliding'> | null
  readonly filingOpens: RuleOf<'window/filing-opens'> | null
  readonly late: readonly LateWindow[]
  readonly carry: RuleOf<'lifecycle/carry'> | null
  readonly family: RuleOf<'lifecycle/family'> | null
  readonly cascade: RuleOf<'lifecycle/cascade'> | null
  /** Names of the credential and ids of the pack, in small letters. */
  readonly names: ReadonlySet<string>
}

const isTerm = (rule: Rule): rule is TermRule => rule.primitive.startsWith('term/')
const isCard = (rule: Rule): rule is CardRule =>
  rule.primitive.startsWith('prerequisite/') && rule.primitive !== 'prerequisite/waiver'

/** Without a rule about its term a credential never expires. */
const NO_TERM: TermRule = { primitive: 'term/none', id: 'no-term', sources: ['none'], bindsTo: 'period' }

/** Prepares a pack for evaluation. Total for every pack that `parsePack` accepts. */
export function compilePack(pack: Pack): CompiledPack {
  const rules = indexRules(pack.rules)
  const codes = new Map(pack.categories.map((category, index) => [category.code, index]))
  const maskOf = (list: readonly string[]) => list.reduce((mask, code) => mask | (1 << (codes.get(code) ?? 30)), 0)
  const subPeriod = rules.one('category/sub-period-minimum')
  const lateReporter = rules.one('window/late-reporter')
  return {
    pack,
    rules,
    term: pack.rules.find(isTerm) ?? NO_TERM,
    codes,
    requirement: compileRequirement(rules, codes),
    awards: compileAwardRules(rules, pack),
    distinct: rules.one('category/distinct'),
    subPeriod: subPeriod ? { rule: subPeriod, min: amountOf(subPeriod.min) } : null,
    secondTotals: rules
      .all('requirement/second-total')
      .map((rule) => ({ rule, mask: maskOf(rule.codes), required: amountOf(rule.amount) })),
    cards: pack.rules.filter(isCard).map((rule) => ({
      rule,
      credit: amountOf(rule.credit ?? '0'),
      category: codes.get(rule.creditCategory ?? '') ?? -1,
    })),
    waivers: rules
      .all('prerequisite/waiver')
      .map((rule) => ({ rule, from: dayOfText(rule.from), to: dayOfText(rule.to) })),
    earning: rules.one('window/earning'),
    lateReporter: lateReporter ? { rule: lateReporter, earnFrom: dayOfText(lateReporter.earnFrom) } : null,
    sliding: rules.one('window/sliding'),
    filingOpens: rules.one('window/filing-opens'),
    late: rules
      .all('window/late')
      .map((rule) => ({ rule, fees: rule.fees.map((fee) => ({ ...spanOf(fee), amount: fee.amount })) })),
    carry: rules.one('lifecycle/carry'),
    family: rules.one('lifecycle/family'),
    cascade: rules.one('lifecycle/cascade'),
    names: new Set([pack.id, pack.lineage, ...pack.credential.names].map((name) => name.toLowerCase())),
  }
}
