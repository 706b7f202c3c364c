import type { Amount, Day } from '../../kernel/index.ts'
import { amountOf, spanOf } from '../primitives/base-values.ts'
import type { RuleOf } from '../primitives/rule.ts'
import type { RuleIndex } from './rule-index.ts'
import type { Pack } from './schema.ts'

/** What a pack says about single awards, prepared. */
export interface AwardRules {
  readonly minutesPerUnit: number | null
  readonly rounding: {
    readonly rule: RuleOf<'award/rounding'>
    readonly step: Amount
    readonly minMinutes: number
    /** null: the unit's own length decides. */
    readonly stepMinutes: number | null
  } | null
  readonly equivalence: readonly { readonly rule: RuleOf<'award/equivalence'>; readonly factor: Amount }[]
  readonly petition: RuleOf<'award/petition'> | null
  readonly petitionMax: Amount | null
  readonly repeats: readonly RuleOf<'award/repeat'>[]
  readonly perAward: readonly { readonly rule: RuleOf<'award/per-award-cap'>; readonly max: Amount }[]
  readonly perActivity: readonly {
    readonly rule: RuleOf<'award/activity-cap'>
    readonly max: Amount
    readonly from: Day
    readonly to: Day
  }[]
}

/** Prepares the rules about single awards. */
export function compileAwardRules(rules: RuleIndex, pack: Pack): AwardRules {
  const rounding = rules.one('award/rounding')
  const petition = rules.one('award/petition')
  return {
    minutesPerUnit: pack.unit.minutesPerUnit,
    rounding: rounding
      ? {
          rule: rounding,
          step: amountOf(rounding.step),
          minMinutes: rounding.minMinutes ?? 0,
          stepMinutes: rounding.stepMinutes ?? null,
        }
      : null,
    equivalence: rules.all('award/equivalence').map((rule) => ({ rule, factor: amountOf(rule.factor) })),
    petition,
    petitionMax: petition?.max === undefined ? null : amountOf(petition.max),
    repeats: rules.all('award/repeat'),
    perAward: rules.all('award/per-award-cap').map((rule) => ({ rule, max: amountOf(rule.max) })),
    perActivity: rules.all('award/activity-cap').map((rule) => ({ rule, max: amountOf(rule.max), ...spanOf(rule) })),
  }
}
