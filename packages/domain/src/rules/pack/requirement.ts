import { type Amount, type Day, ZERO } from '../../kernel/index.ts'
import { amountOf, spanOf } from '../primitives/base-values.ts'
import type { RuleOf } from '../primitives/rule.ts'
import { type CodeNumbers, commonGroups, maximumGroup, minimumGroup, type Profile, profileOf } from './profile.ts'
import type { RuleIndex } from './rule-index.ts'

/** How the total of a cycle follows from the holder. Exactly one base; exemption and deficit come on top. */
export interface Requirement {
  /** For every holder, where no other table decides. */
  readonly base: Profile
  readonly byCertification: readonly { readonly from: Day; readonly to: Day; readonly profile: Profile }[]
  readonly byRenewal: readonly { readonly renewal: number; readonly profile: Profile }[]
  readonly byCredential: readonly { readonly names: readonly string[]; readonly profile: Profile }[]
  readonly exemption: { readonly rule: RuleOf<'requirement/first-renewal-exemption'>; readonly profile: Profile } | null
  readonly deficit: RuleOf<'requirement/carried-deficit'> | null
}

/** Prepares the totals of a pack with the groups that hold for each. */
export function compileRequirement(rules: RuleIndex, numbers: CodeNumbers): Requirement {
  const common = commonGroups(rules.all('category/minimum'), rules.all('category/maximum'), numbers)
  const fixed = rules.one('requirement/fixed')
  const certification = rules.one('requirement/by-certification-date')
  const renewal = rules.one('requirement/by-renewal')
  const credential = rules.one('requirement/by-credential')
  const exemption = rules.one('requirement/first-renewal-exemption')
  const named = (exemption?.named ?? []).map((each) => minimumGroup({ codes: [each.code], min: each.amount }, numbers))
  const namedTotal = (exemption?.named ?? []).reduce<number>((sum, each) => sum + amountOf(each.amount), 0) as Amount
  return {
    base: profileOf(fixed ? amountOf(fixed.amount) : ZERO, fixed, common),
    byCertification: (certification?.rows ?? []).map((row) => ({
      ...spanOf(row),
      profile: profileOf(amountOf(row.amount), certification, [
        ...common,
        ...Object.entries(row.maxima ?? {}).map(([code, max]) => maximumGroup({ codes: [code], max }, numbers)),
      ]),
    })),
    byRenewal: (renewal?.rows ?? []).map((row) => ({
      renewal: row.renewal,
      profile: profileOf(amountOf(row.amount), renewal, common),
    })),
    byCredential: (credential?.rows ?? []).map((row) => ({
      names: row.names,
      profile: profileOf(amountOf(row.amount), credential, common),
    })),
    exemption: exemption ? { rule: exemption, profile: profileOf(namedTotal, exemption, named) } : null,
    deficit: rules.one('requirement/carried-deficit'),
  }
}
