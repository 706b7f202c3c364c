import { z } from 'zod'
import { awardActivityCap } from './award/activity-cap.ts'
import { awardEquivalence } from './award/equivalence.ts'
import { awardPerAwardCap } from './award/per-award-cap.ts'
import { awardPetition } from './award/petition.ts'
import { awardProviderApproval } from './award/provider-approval.ts'
import { awardRepeat } from './award/repeat.ts'
import { awardRounding } from './award/rounding.ts'
import { categoryDistinct } from './category/distinct.ts'
import { categoryMaximum } from './category/maximum.ts'
import { categoryMinimum } from './category/minimum.ts'
import { categorySubPeriodMinimum } from './category/sub-period-minimum.ts'
import { feeRenewal } from './fee/renewal.ts'
import { feeRenewalByCount } from './fee/renewal-by-count.ts'
import { feeRenewalByOrigin } from './fee/renewal-by-origin.ts'
import { feeWaiver } from './fee/waiver.ts'
import { lifecycleAnnualDuty } from './lifecycle/annual-duty.ts'
import { lifecycleAudit } from './lifecycle/audit.ts'
import { lifecycleCarry } from './lifecycle/carry.ts'
import { lifecycleCascade } from './lifecycle/cascade.ts'
import { lifecycleExtension } from './lifecycle/extension.ts'
import { lifecycleFamily } from './lifecycle/family.ts'
import { lifecycleReinstatement } from './lifecycle/reinstatement.ts'
import { prerequisiteContinuous } from './prerequisite/continuous.ts'
import { prerequisiteCurrent } from './prerequisite/current.ts'
import { prerequisiteHorizon } from './prerequisite/horizon.ts'
import { prerequisiteIssuedWithin } from './prerequisite/issued-within.ts'
import { prerequisiteWaiver } from './prerequisite/waiver.ts'
import { requirementByCertificationDate } from './requirement/by-certification-date.ts'
import { requirementByCredential } from './requirement/by-credential.ts'
import { requirementByRenewal } from './requirement/by-renewal.ts'
import { requirementCarriedDeficit } from './requirement/carried-deficit.ts'
import { requirementFirstRenewalExemption } from './requirement/first-renewal-exemption.ts'
import { requirementFixed } from './requirement/fixed.ts'
import { requirementSecondTotal } from './requirement/second-total.ts'
import { termAnniversary } from './term/anniversary.ts'
import { termCommonPeriod } from './term/common-period.ts'
import { termDayBeforeAnniversary } from './term/day-before-anniversary.ts'
import { termEndOfMonth } from './term/end-of-month.ts'
import { termGiven } from './term/given.ts'
import { termNone } from './term/none.ts'
import { termRolling } from './term/rolling.ts'
import { windowEarning } from './window/earning.ts'
import { windowFilingOpens } from './window/filing-opens.ts'
import { windowLate } from './window/late.ts'
import { windowLateReporter } from './window/late-reporter.ts'
import { windowSliding } from './window/sliding.ts'

/** Every primitive that a pack may compose; the name of each is the path of its file in this folder. */
export const ruleSchema = z.discriminatedUnion('primitive', [
  termAnniversary,
  termCommonPeriod,
  termDayBeforeAnniversary,
  termEndOfMonth,
  termGiven,
  termNone,
  termRolling,
  requirementByCertificationDate,
  requirementByCredential,
  requirementByRenewal,
  requirementCarriedDeficit,
  requirementFirstRenewalExemption,
  requirementFixed,
  requirementSecondTotal,
  categoryDistinct,
  categoryMaximum,
  categoryMinimum,
  categorySubPeriodMinimum,
  awardActivityCap,
  awardEquivalence,
  awardPerAwardCap,
  awardPetition,
  awardProviderApproval,
  awardRepeat,
  awardRounding,
  prerequisiteContinuous,
  prerequisiteCurrent,
  prerequisiteHorizon,
  prerequisiteIssuedWithin,
  prerequisiteWaiver,
  windowEarning,
  windowFilingOpens,
  windowLateReporter,
  windowLate,
  windowSliding,
  feeRenewalByCount,
  feeRenewalByOrigin,
  feeRenewal,
  feeWaiver,
  lifecycleAnnualDuty,
  lifecycleAudit,
  lifecycleCarry,
  lifecycleCascade,
  lifecycleExtension,
  lifecycleFamily,
  lifecycleReinstatement,
])

export type Rule = z.infer<typeof ruleSchema>
export type PrimitiveName = Rule['primitive']
export type RuleOf<P extends PrimitiveName> = Extract<Rule, { primitive: P }>
